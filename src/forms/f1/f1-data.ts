import { type Cell, CHECKLIST, CHECKLIST_COLUMNS, type ColumnId, type Matter } from '../../regulation/checklist.ts';
import type { PrintMark } from '../form-cell.ts';

/** 原文版 prints the document's own cells; 工作版 the normalised ones with 校注. */
export type F1Edition = 'asPrinted' | 'working';

export interface F1Data {
  readonly edition: F1Edition;
  readonly print: PrintMark;
}

export interface F1Cell {
  readonly column: ColumnId;
  readonly text: string;
  /** Number of the note under the page's rows; null without one. */
  readonly note: number | null;
  /** 2 and more for 执法类别, merged over the page's rows. */
  readonly rowspan: number;
}

export interface F1Page {
  readonly rows: readonly (readonly F1Cell[])[];
  readonly notes: readonly string[];
}

/** The list's two pages. Equal notes of one page are one note. */
export function f1Pages(edition: F1Edition): readonly F1Page[] {
  return [1, 2].map((page) =>
    pageOf(
      CHECKLIST.filter((matter) => matter.page === page),
      edition,
    ),
  );
}

function pageOf(matters: readonly Matter[], edition: F1Edition): F1Page {
  const notes: string[] = [];
  const noteNumber = (cell: Cell): number | null => {
    if (edition === 'asPrinted' || cell.editorNote === undefined) return null;
    if (!notes.includes(cell.editorNote)) notes.push(cell.editorNote);
    return notes.indexOf(cell.editorNote) + 1;
  };
  const rows = matters.map((matter, index) =>
    CHECKLIST_COLUMNS.flatMap(({ id }): F1Cell[] => {
      if (id === 'rowNo') return [{ column: id, text: String(matter.row), note: null, rowspan: 1 }];
      if (id === 'category') {
        const printed = matters.map((one) => one.cells.category.asPrinted).find((text) => text !== '') ?? '';
        return index === 0 ? [{ column: id, text: printed, note: null, rowspan: matters.length }] : [];
      }
      const cell = matter.cells[id];
      return [{ column: id, text: cellText(cell, id, edition), note: noteNumber(cell), rowspan: 1 }];
    }),
  );
  return { rows, notes };
}

function cellText(cell: Cell, column: ColumnId, edition: F1Edition): string {
  if (edition === 'asPrinted') return cell.asPrinted ?? '';
  return column === 'department' && cell.asPrinted === null ? `${cell.normalized}（推定）` : cell.normalized;
}
