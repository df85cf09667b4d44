import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { EntryId } from '../../../domain/ids.ts';
import type { RecordingRecord } from '../../../domain/records.ts';
import { RECORD } from '../../../text/record.ts';
import { Button } from '../../kit/Button.tsx';
import { Chain } from '../../kit/Chain.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useOffice } from '../../live/office.ts';
import { chainLinks, type PlaceNames } from './chain-view.ts';
import styles from './record.module.css';

const T = RECORD.chain;
/** What lies in sight beside digests and copies; the rest is one press away. */
const RECENT = 8;

export interface CustodyChainProps {
  readonly recording: RecordingRecord;
  readonly names: PlaceNames;
  readonly standing: ReadonlySet<EntryId> | null;
}

export function CustodyChain(props: CustodyChainProps): JSX.Element {
  const office = useOffice();
  const opened = office.desk.now();
  const [all, setAll] = createSignal(false);
  const links = createMemo(() => chainLinks(props.recording, props.names, { standing: props.standing, opened }));
  const shown = () => (all() ? links() : links().slice(0, RECENT));
  return (
    <Sheet title={T.heading} low sub={T.count(links().length)}>
      <Chain name={T.heading} links={shown()} />
      <Show when={links().length > RECENT}>
        <div class={styles.more}>
          <Button look="quiet" size="s" expanded={all()} onPress={() => setAll(!all())}>
            {all() ? T.fewer : T.all(links().length)}
          </Button>
        </div>
      </Show>
    </Sheet>
  );
}
