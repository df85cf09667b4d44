import { For, type JSX, Show } from 'solid-js';
import { UNKNOWN_NAME } from '../../../text/names.ts';
import { commas } from '../../../text/times.ts';
import { TODAY } from '../../../text/today.ts';
import { Tally } from '../../kit/Board.tsx';
import { Row, Rows } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Flag } from '../../kit/Words.tsx';
import type { ExpiringCertificate, RecordTally } from './today-view.ts';

export function RecordTallySheet(props: { readonly tally: RecordTally; readonly article: string }): JSX.Element {
  const T = TODAY.tally;
  return (
    <Sheet bare title={T.heading} aside={props.article}>
      <Tally
        figures={[
          { figure: commas(props.tally.required), words: T.required },
          { figure: commas(props.tally.recorded), words: T.recorded },
          { figure: commas(props.tally.pending), words: T.pending },
          { figure: commas(props.tally.late), words: T.late },
        ]}
      />
    </Sheet>
  );
}

export function Certificates(props: { readonly found: readonly ExpiringCertificate[] }): JSX.Element {
  const T = TODAY.expiring;
  return (
    <Sheet bare title={T.heading}>
      <Rows>
        <Show when={props.found.length > 0} fallback={<Row>{T.none}</Row>}>
          <For each={props.found}>
            {({ name, to, over }) => (
              <Row end={<Flag grade="advisory" />}>{(over ? T.over : T.until)(name ?? UNKNOWN_NAME, to)}</Row>
            )}
          </For>
        </Show>
      </Rows>
    </Sheet>
  );
}
