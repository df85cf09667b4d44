import type { JSX } from 'solid-js';
import type { FootageItem } from '../../../domain/ports/footage-source.ts';
import { CAMERA } from '../../../text/camera.ts';
import { INTAKE } from '../../../text/intake.ts';
import { commas, size, timeInTable, UNKNOWN } from '../../../text/times.ts';
import { type Column, DataTable } from '../../kit/DataTable.tsx';
import { FileName } from '../../kit/FileName.tsx';
import { Sheet } from '../../kit/Sheet.tsx';

const COLUMNS: readonly Column<FootageItem>[] = [
  {
    id: 'name',
    head: INTAKE.columns.name,
    mono: true,
    cell: (item) => <FileName path={item.path} />,
    title: (item) => item.path,
  },
  {
    id: 'time',
    head: INTAKE.columns.captured,
    width: '11rem',
    cell: (item) => (item.modifiedAt === null ? UNKNOWN : timeInTable(item.modifiedAt)),
    onlyWide: true,
  },
  {
    id: 'size',
    head: INTAKE.columns.size,
    width: 'min(7rem, 24vw)',
    align: 'end',
    cell: (item) => size(item.sizeBytes),
  },
];

/** What a listing has found while it still goes on: a card of thousands is seen after its first folder. */
export function FoundSoFar(props: { readonly items: readonly FootageItem[] }): JSX.Element {
  return (
    <Sheet title={CAMERA.found(commas(props.items.length))} bare fill>
      <DataTable
        name={INTAKE.filesLabel}
        rows={props.items}
        columns={COLUMNS}
        rowId={(item) => item.path}
        rowName={(item) => item.name}
      />
    </Sheet>
  );
}
