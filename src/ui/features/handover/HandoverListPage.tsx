import { useNavigate } from '@solidjs/router';
import { createMemo, type JSX, Show } from 'solid-js';
import { formatNumber } from '../../../domain/numbering.ts';
import type { HandoverRecord } from '../../../domain/records.ts';
import { HANDOVER } from '../../../text/handover.ts';
import { commas, timeInTable } from '../../../text/times.ts';
import { Button } from '../../kit/Button.tsx';
import { type Column, DataTable } from '../../kit/DataTable.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { StateWord } from '../../kit/Words.tsx';
import { createNames } from '../../live/names.ts';
import { useOffice } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { handoverState } from './handover-view.ts';

/** /handover: all hand-overs, those that wait first. */
export default function HandoverListPage(): JSX.Element {
  const office = useOffice();
  const names = createNames();
  const navigate = useNavigate();
  const list = createWatched(
    () => null,
    (model) => model.all('handover'),
  );
  const rows = createMemo(() => {
    const rank = (record: HandoverRecord) => (handoverState(record) === 'waiting' ? 0 : 1);
    return [...(list() ?? [])].sort((a, b) => rank(a) - rank(b) || (a.given.at < b.given.at ? 1 : -1));
  });
  const columns = createMemo((): readonly Column<HandoverRecord>[] => [
    {
      id: 'no',
      head: HANDOVER.columns.no,
      width: 'min(10rem, 36vw)',
      cell: (h) => formatNumber(h.no, office.settings().numberStyle),
    },
    { id: 'from', head: HANDOVER.columns.from, width: 'min(8rem, 24vw)', cell: (h) => names.person(h.from) },
    { id: 'to', head: HANDOVER.columns.to, width: '8rem', cell: (h) => names.person(h.to), onlyWide: true },
    {
      id: 'files',
      head: HANDOVER.columns.files,
      width: '5rem',
      align: 'end',
      cell: (h) => commas(h.recordings.length),
      onlyWide: true,
    },
    { id: 'given', head: HANDOVER.columns.given, cell: (h) => timeInTable(h.given.at), onlyWide: true },
    {
      id: 'state',
      head: HANDOVER.columns.state,
      width: 'min(8rem, 31vw)',
      cell: (h) => (
        <StateWord state={handoverState(h) === 'accepted' ? 'signed' : 'waiting'}>
          {HANDOVER.state[handoverState(h)]}
        </StateWord>
      ),
    },
  ]);
  return (
    <Page
      title={HANDOVER.title}
      purpose={HANDOVER.purpose}
      actions={
        <Button look="primary" href="/handover/new">
          {HANDOVER.new}
        </Button>
      }
    >
      <Show
        when={rows().length > 0}
        fallback={
          <Show when={list() !== undefined}>
            <Sheet>
              <Empty title={HANDOVER.empty} words={HANDOVER.emptyWhy} />
            </Sheet>
          </Show>
        }
      >
        <Sheet bare fill>
          <DataTable
            name={HANDOVER.title}
            rows={rows()}
            columns={columns()}
            rowId={(h) => h.id}
            rowName={(h) => formatNumber(h.no)}
            waits={(h) => handoverState(h) === 'waiting'}
            onOpen={(h) => navigate(`/handover/${h.id}`)}
            minWidth="44rem"
          />
        </Sheet>
      </Show>
    </Page>
  );
}
