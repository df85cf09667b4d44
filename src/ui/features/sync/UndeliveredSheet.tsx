import { createMemo, For, type JSX, Show } from 'solid-js';
import { entryKind } from '../../../text/entry-kinds.ts';
import { SYNC } from '../../../text/sync.ts';
import { timeInTable, timeWithSeconds } from '../../../text/times.ts';
import { Table } from '../../kit/Layout.tsx';
import { Sheet, SheetBody } from '../../kit/Sheet.tsx';
import { StateWord, Sub } from '../../kit/Words.tsx';
import type { SyncReport } from '../../live/sync-desk.ts';
import { createWatched } from '../../live/watched.ts';
import { readSubjectNames } from './subject-words.ts';

/** 未送达: what only this machine holds, oldest first. */
export function UndeliveredSheet(props: { readonly report: SyncReport }): JSX.Element {
  const list = () => props.report.undelivered;
  const alone = () => props.report.peers.length === 0;
  return (
    <Sheet title={SYNC.undelivered} sub={list().count > 0 ? SYNC.undeliveredSub(list().count) : undefined} bare>
      <Show
        when={list().count > 0}
        fallback={
          <SheetBody>
            <Show when={!alone()}>
              <StateWord state="synced">{SYNC.undeliveredNone}</StateWord>
            </Show>
            <p>
              <Sub>{SYNC.undeliveredAsOf(timeWithSeconds(props.report.asOf))}</Sub>
            </p>
          </SheetBody>
        }
      >
        <Entries report={props.report} />
      </Show>
    </Sheet>
  );
}

function Entries(props: { readonly report: SyncReport }): JSX.Element {
  const oldest = createMemo(() => props.report.undelivered.oldest);
  const names = createWatched(
    () => oldest().map((entry) => entry.subject),
    (model, subjects) => readSubjectNames(model, subjects),
  );
  const more = () => props.report.undelivered.count - oldest().length;
  return (
    <>
      <Table name={SYNC.undelivered}>
        <thead>
          <tr>
            <th>{SYNC.undeliveredColumns.what}</th>
            <th>{SYNC.undeliveredColumns.at}</th>
            <th>{SYNC.undeliveredColumns.state}</th>
          </tr>
        </thead>
        <tbody>
          <For each={oldest()}>
            {(entry) => (
              <tr>
                <td>{SYNC.about(entryKind(entry.kind), names()?.[entry.subject] ?? '')}</td>
                <td>{timeInTable(entry.at)}</td>
                <td>
                  <StateWord state="recorded" />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </Table>
      <Show when={more() > 0}>
        <SheetBody>
          <Sub>{SYNC.undeliveredMore(more())}</Sub>
        </SheetBody>
      </Show>
    </>
  );
}
