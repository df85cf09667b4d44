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

export interface CsvFile {
  readonly blob: Blob;
  readonly rows: number;
}

/** The whole of what a query finds, read in pages: 100,000 rows are never in memory at once. */
export async function registerCsv(
  records: Pick<ReadModel, 'register'>,
  query: RegisterQuery,
  naming: Naming,
): Promise<CsvFile> {
  const parts: string[] = [csvHead()];
  const written = new Set<RecordingId>();
  for (let offset = 0; ; offset += PAGE) {
    const page = await records.register(query, { offset, limit: PAGE });
    // A recording that came in meanwhile moves others down a page; none is written twice.
    const fresh = page.rows.filter(({ id }) => !written.has(id));
    for (const { id } of fresh) written.add(id);
    parts.push(fresh.map((row) => csvRow(row, naming)).join(''));
    if (offset + PAGE >= page.matching) break;
  }
  return { blob: new Blob(parts, { type: 'text/csv;charset=utf-8' }), rows: written.size };
}
