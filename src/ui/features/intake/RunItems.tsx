import { For, type JSX, Show } from 'solid-js';
import { shortNumber } from '../../../domain/numbering.ts';
import type { IntakeItem } from '../../../domain/ports/local-state.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import { faultWords } from '../../../text/faults.ts';
import { INTAKE } from '../../../text/intake.ts';
import { UNLINKED_REASON } from '../../../text/nouns.ts';
import { size } from '../../../text/times.ts';
import { type Column, DataTable } from '../../kit/DataTable.tsx';
import { FileName } from '../../kit/FileName.tsx';
import { Row, Rows } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { StateWord } from '../../kit/Words.tsx';
import { itemState } from './intake-view.ts';

/** What was set aside, each with its reason. */
export function FailedItems(props: { readonly items: readonly IntakeItem[] }): JSX.Element {
  return (
    <Show when={props.items.length > 0}>
      <Sheet title={INTAKE.failedTitle(props.items.length)} sub={INTAKE.failedWhy} bare waits>
        <Rows>
          <For each={props.items}>
            {(item) => (
              <Row end={<span>{item.state.kind === 'failed' ? faultWords(item.state.code).happened : ''}</span>}>
                {item.path}
              </Row>
            )}
          </For>
        </Rows>
      </Sheet>
    </Show>
  );
}

/** Every file of the intake: where it goes and how far it is. */
export function RunItems(props: {
  readonly items: readonly IntakeItem[];
  readonly activities: readonly ActivityRecord[];
}): JSX.Element {
  const place = ({ activity, unlinkedReason }: IntakeItem): string => {
    const found = props.activities.find(({ id }) => id === activity);
    if (found !== undefined) return `${shortNumber(found.no)} ${found.title ?? ''}`;
    return UNLINKED_REASON[unlinkedReason ?? 'pending'];
  };
  const columns: readonly Column<IntakeItem>[] = [
    {
      id: 'name',
      head: INTAKE.columns.name,
      mono: true,
      cell: (item) => <FileName path={item.path} />,
      title: (item) => item.path,
    },
    {
      id: 'size',
      head: INTAKE.columns.size,
      width: 'min(6rem, 23vw)',
      align: 'end',
      cell: (item) => size(item.sizeBytes),
    },
    { id: 'place', head: INTAKE.columns.place, width: '12.5rem', cell: place, title: place, onlyWide: true },
    {
      id: 'progress',
      head: INTAKE.columns.progress,
      width: 'min(12.5rem, 34vw)',
      cell: (item) => (
        <Show when={item.state.kind === 'recorded'} fallback={INTAKE.state[itemState(item)]}>
          <StateWord state="recorded">{INTAKE.state[itemState(item)]}</StateWord>
        </Show>
      ),
    },
  ];
  return (
    <Sheet title={INTAKE.filesLabel} bare fill>
      <DataTable
        name={INTAKE.filesLabel}
        rows={props.items}
        columns={columns}
        rowId={(item) => item.key}
        rowName={(item) => item.name}
        waits={(item) => item.state.kind === 'failed'}
      />
    </Sheet>
  );
}
