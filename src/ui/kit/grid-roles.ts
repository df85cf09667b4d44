/**
 * The scrolling box of a long table is the grid, so that the focus stays while rows come and go. The table inside it is therefore
 * without a role, and its parts, which would lose theirs with it, have them written out.
 */
export const AS = {
  table: { role: 'presentation' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  cell: { role: 'gridcell' },
} as const;
