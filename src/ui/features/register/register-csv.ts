import type { DeviceId, PersonId, RecordingId } from '../../../domain/ids.ts';
import type { ReadModel, RegisterQuery, RegisterRow } from '../../../domain/ports/read-model.ts';
import { MEDIA_TYPE, RECORDING_STATE } from '../../../text/nouns.ts';
import { REGISTER } from '../../../text/register.ts';
import { timeInTable, timeWithSeconds } from '../../../text/times.ts';
import { lengthCell, mattersCell } from './register-view.ts';

export interface Naming {
  readonly person: (id: PersonId | null) => string;
  readonly device: (id: DeviceId | null) => string;
}

/** Excel takes a UTF-8 file for the system's code page unless it begins with the mark. */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/** What a spreadsheet may take for a formula when it opens a CSV, in both widths (OWASP: CSV injection). */
const STARTS_A_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * One cell (RFC 4180): a text that would be taken for a formula gets an apostrophe before it, for a party's name or a
 * file name is anybody's to choose.
 */
export function csvCell(text: string): string {
  const harmless = STARTS_A_FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n\t]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const csvLine = (cells: readonly string[]): string => cells.map(csvCell).join(',') + LINE_END;

type CsvColumn = keyof typeof REGISTER.csv;
const COLUMNS = Object.keys(REGISTER.csv) as readonly CsvColumn[];

const cellsOf = (row: RegisterRow, naming: Naming): Readonly<Record<CsvColumn, string>> => ({
  no: row.no ?? '',
  type: MEDIA_TYPE[row.mediaType],
  capturedAt: row.capturedIsClaim ? timeWithSeconds(row.capturedAt) : '',
  length: lengthCell(row),
  bytes: String(row.sizeBytes),
  activity: row.activityTitle ?? '',
  matters: mattersCell(row),
  place: row.place ?? '',
  party: row.party ?? '',
  officers: row.officers.map(naming.person).join(REGISTER.join),
  device: row.device === null ? REGISTER.notBureauDevice : naming.device(row.device),
  originalName: row.originalName ?? '',
  takenInAt: timeInTable(row.takenInAt),
  takenInBy: naming.person(row.takenInBy),
  copies: String(row.copies),
  state: RECORDING_STATE[row.state],
  sha256: row.id,
});

export const csvHead = (): string => BYTE_ORDER_MARK + csvLine(COLUMNS.map((column) => REGISTER.csv[column]));

export function csvRow(row: RegisterRow, naming: Naming): string {
  const cells = cellsOf(row, naming);
  return csvLine(COLUMNS.map((column) => cells[column]));
}

const PAGE = 500;
/** A book that grows all the time is exported from the last reading; the file's name says when that was. */
const MOST_READINGS = 3;

export interface CsvFile {
  readonly blob: Blob;
  readonly rows: number;
}

/** What an export reads. `entries` counts those of the book: while it stands still, so do the pages. */
export interface CsvSource extends Pick<ReadModel, 'register'> {
  readonly entries: () => Promise<number>;
}

async function readLines(
  source: CsvSource,
  query: RegisterQuery,
  naming: Naming,
): Promise<ReadonlyMap<RecordingId, string>> {
  const lines = new Map<RecordingId, string>();
  for (let offset = 0; ; offset += PAGE) {
    const { rows, matching } = await source.register(query, { offset, limit: PAGE });
    for (const row of rows) lines.set(row.id, csvRow(row, naming));
    if (offset + PAGE >= matching) return lines;
  }
}

/**
 * The whole of what a query finds, read in pages, so that 100,000 rows are never drawn up at once. A recording that moves
 * while pages are read may be met twice or never: where the book has grown meanwhile, everything is read again.
 */
export async function registerCsv(source: CsvSource, query: RegisterQuery, naming: Naming): Promise<CsvFile> {
  let lines: ReadonlyMap<RecordingId, string> = new Map();
  for (let reading = 1; reading <= MOST_READINGS; reading++) {
    const before = await source.entries();
    lines = await readLines(source, query, naming);
    if ((await source.entries()) === before) break;
  }
  const blob = new Blob([csvHead(), ...lines.values()], { type: 'text/csv;charset=utf-8' });
  return { blob, rows: lines.size };
}
