import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { SpillRecord } from '../../../domain/spill-record.ts';
import { BOOK_CARE } from '../../../text/pages.ts';
import { SPILL, SPILL_GROUND } from '../../../text/spill.ts';
import { timeInTable } from '../../../text/times.ts';
import { spillStanding } from '../../../usecases/spill.ts';
import { Button } from '../../kit/Button.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Table } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { SubNav } from '../../kit/SubNav.tsx';
import { bookCareHref, createBookCareLinks } from '../../live/book-care.ts';
import { createNames, type Names } from '../../live/names.ts';
import { useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { OrderDialog } from './OrderDialog.tsx';
import { StationsDialog } from './StationsDialog.tsx';

/** 误录: words ordered gone, and honestly where they are gone and where not yet. */
export default function SpillPage(): JSX.Element {
  const seat = useSeat();
  const names = createNames();
  const links = createBookCareLinks();
  const [dialog, setDialog] = createSignal<'order' | SpillRecord | null>(null);
  const [waits, setWaits] = createSignal<string>();
  const watched = createWatched(
    () => null,
    (model) => model.all('spill'),
  );
  const spills = createMemo(() => [...(watched() ?? [])].sort((a, b) => (a.ordered.at < b.ordered.at ? 1 : -1)));
  const may = () => seat().own.some((role) => role === 'custodian' || role === 'legalAffairsOffice');
  const shown = (): SpillRecord | undefined => {
    const now = dialog();
    return now === null || now === 'order' ? undefined : spills().find(({ id }) => id === now.id);
  };
  return (
    <Page
      title={SPILL.title}
      purpose={SPILL.purpose}
      density="compact"
      actions={
        <Button
          look="primary"
          opens="dialog"
          cannot={may() ? undefined : SPILL.orderMay}
          reasonAt="before"
          onPress={() => setDialog('order')}
        >
          {SPILL.order}
        </Button>
      }
    >
      <SubNav name={BOOK_CARE.examine} items={links()} current={bookCareHref('spill')} />
      <Show when={waits()}>{(words) => <Note tone="wait" title={words()} />}</Show>
      <Note tone="wait">{SPILL.secretFirst}</Note>
      <Note>{SPILL.honest}</Note>
      <Sheet bare>
        <Show when={spills().length > 0} fallback={<Empty title={SPILL.none} words={SPILL.noneWhy} />}>
          <SpillTable spills={spills()} names={names} onOpen={setDialog} />
        </Show>
      </Sheet>
      <Show when={dialog() === 'order'}>
        <OrderDialog names={names} onClose={() => setDialog(null)} onWaits={setWaits} />
      </Show>
      <Show when={shown()}>
        {(spill) => <StationsDialog spill={spill()} names={names} onClose={() => setDialog(null)} />}
      </Show>
    </Page>
  );
}

function SpillTable(props: {
  readonly spills: readonly SpillRecord[];
  readonly names: Names;
  readonly onOpen: (spill: SpillRecord) => void;
}): JSX.Element {
  const C = SPILL.columns;
  const recordings = createWatched(
    () => props.spills.flatMap((spill) => spill.recordings),
    (model, ids) => model.getMany('recording', ids),
  );
  const progress = (spill: SpillRecord): string => {
    const { done, open, lost } = spillStanding(spill, props.names.registers().stations);
    const of = (recordings() ?? []).filter(({ id }) => spill.recordings.includes(id));
    const left = of.reduce((sum, { copies }) => sum + copies.length, 0);
    const words = SPILL.progress(done, done + open + lost);
    return left === 0 ? words : SPILL.progressLeft(words, SPILL.copiesLeft(left));
  };
  return (
    <Table name={SPILL.title} minWidth="44rem">
      <thead>
        <tr>
          <th>{C.at}</th>
          <th>{C.by}</th>
          <th>{C.ground}</th>
          <th>{C.entries}</th>
          <th>{C.note}</th>
          <th>{C.state}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.spills}>
          {(spill) => (
            <tr>
              <td>{timeInTable(spill.ordered.at)}</td>
              <td>{spill.ordered.by.kind === 'person' ? props.names.person(spill.ordered.by.person) : ''}</td>
              <td>{SPILL_GROUND[spill.ground]}</td>
              <td>{SPILL.entries(spill.entries.length)}</td>
              <td>{spill.note}</td>
              <td>
                {progress(spill)}{' '}
                <Button
                  size="s"
                  look="quiet"
                  opens="dialog"
                  name={SPILL.seeOf(timeInTable(spill.ordered.at))}
                  onPress={() => props.onOpen(spill)}
                >
                  {SPILL.see}
                </Button>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </Table>
  );
}
