import { done, type Outcome, refused } from '../../../base/outcome.ts';
import type { MediumId, RecordingId } from '../../../domain/ids.ts';
import type { RegisterQuery, RegisterRow } from '../../../domain/ports/read-model.ts';
import type { MediaType, PersonRecord, RecordingRecord } from '../../../domain/records.ts';
import { matterName, REGISTER } from '../../../text/register.ts';
import { lengthInCell, NOT_APPLICABLE, size, UNKNOWN } from '../../../text/times.ts';
import { readTypedDate } from '../../../text/typed.ts';
import { MOST_IN_HANDOVER } from '../../../usecases/hand-over.ts';

/** The year of a full number `A-2026-录-37-02`; null where there is none. */
const yearOf = ({ no }: RegisterRow): string | null => no?.split('-')[1] ?? null;

/** Whether short numbers would be ambiguous: rows of more than one year are in the list. */
export const yearsMix = (rows: readonly RegisterRow[]): boolean => {
  const [first] = rows.map(yearOf).filter((year) => year !== null);
  return rows.some((row) => row.no !== null && yearOf(row) !== first);
};

/** `A-37-02`, with 〔year〕 before it once years mix. */
export function numberCell(row: RegisterRow, mixed: boolean): string {
  if (row.shortNo === null) return REGISTER.noNumber;
  return mixed ? REGISTER.ofYear(yearOf(row) ?? '', row.shortNo) : row.shortNo;
}

/** How a row is called when it is read out or picked from a list. */
export const rowName = (row: RegisterRow): string => row.no ?? row.originalName ?? row.id.slice(0, 16);

/** A photograph has no length; footage whose length the file does not say has an unknown one. */
export function lengthCell({ durationMs, mediaType }: Pick<RegisterRow, 'durationMs' | 'mediaType'>): string {
  if (durationMs !== null) return lengthInCell(durationMs);
  return mediaType === 'video' || mediaType === 'audio' ? UNKNOWN : NOT_APPLICABLE;
}

/** `1 现场检查、2 调查取证`; an activity outside the list says so. */
export function mattersCell({ activity, matters }: Pick<RegisterRow, 'activity' | 'matters'>): string {
  if (activity === null) return NOT_APPLICABLE;
  return matters.length === 0 ? REGISTER.offList : matters.map(matterName).join(REGISTER.join);
}

/** A text of the activity; ／ where there is no activity, 未填 where the activity has none or its details are elsewhere. */
export const activityCell = ({ activity }: Pick<RegisterRow, 'activity'>, text: string | null): string =>
  activity === null ? NOT_APPLICABLE : (text ?? REGISTER.blank);

/** `录像 2，录音 1；1:14:10；3.16 GB` */
export function selectedWords(rows: readonly RegisterRow[]): string {
  const counts: Partial<Record<MediaType, number>> = {};
  for (const { mediaType } of rows) counts[mediaType] = (counts[mediaType] ?? 0) + 1;
  const lengthMs = rows.reduce((sum, row) => sum + (row.durationMs ?? 0), 0);
  const bytes = rows.reduce((sum, row) => sum + row.sizeBytes, 0);
  return REGISTER.selected(counts, lengthMs > 0 ? lengthInCell(lengthMs) : '', size(bytes));
}

/** Why the selected can't be handed over now, as words for the person; undefined if they can. */
export function handoverHindrance(rows: readonly RegisterRow[], roles: PersonRecord['roles']): string | undefined {
  if (!roles.some((role) => role === 'officer' || role === 'custodian')) return REGISTER.handoverNotYours;
  const count = (...states: readonly RegisterRow['state'][]): number =>
    rows.filter(({ state }) => states.includes(state)).length;
  const [damaged, gone, unstored] = [count('damaged'), count('handing-over', 'in-custody'), count('buffered')];
  if (damaged > 0) return REGISTER.handoverDamaged(damaged);
  if (gone > 0) return REGISTER.handoverUnderWay(gone);
  if (unstored > 0) return REGISTER.handoverUnstored(unstored);
  return rows.length > MOST_IN_HANDOVER ? REGISTER.handoverTooMany(MOST_IN_HANDOVER) : undefined;
}

export interface ChecksToDo {
  readonly byMedium: ReadonlyMap<MediumId, readonly RecordingId[]>;
  /** Recordings without any copy. */
  readonly without: number;
}

/** 复核 reads every copy of every recording: one round per medium. */
export function checksToDo(recordings: readonly RecordingRecord[]): ChecksToDo {
  const byMedium = new Map<MediumId, RecordingId[]>();
  for (const { id, copies } of recordings) {
    for (const { medium } of copies) byMedium.set(medium, [...(byMedium.get(medium) ?? []), id]);
  }
  return { byMedium, without: recordings.filter(({ copies }) => copies.length === 0).length };
}

/** The new rows, each as the object it was before where nothing in it changed, so that lines in sight are not drawn anew. */
export function keepSame(before: readonly RegisterRow[], after: readonly RegisterRow[]): readonly RegisterRow[] {
  const known = new Map(before.map((row) => [row.id, row]));
  const rows = after.map((row) => {
    const old = known.get(row.id);
    return old !== undefined && JSON.stringify(old) === JSON.stringify(row) ? old : row;
  });
  return rows.length === before.length && rows.every((row, i) => row === before[i]) ? before : rows;
}

/** A later page put after what is listed: rows that moved down meanwhile are not listed twice. */
export function withPage(listed: readonly RegisterRow[], page: readonly RegisterRow[]): readonly RegisterRow[] {
  const known = new Set(listed.map(({ id }) => id));
  return [...listed, ...page.filter(({ id }) => !known.has(id))];
}

const typedDay = (text: string): string | null | undefined => (text.trim() === '' ? null : readTypedDate(text));

/** Two typed days, both included; a blank one has no end on that side. Refused with words for the person. */
export function readRange(typed: {
  readonly from: string;
  readonly to: string;
}): Outcome<Pick<RegisterQuery, 'from' | 'to'>, string> {
  const [from, to] = [typedDay(typed.from), typedDay(typed.to)];
  if (from === undefined || to === undefined) return refused(REGISTER.filter.badDate);
  return from !== null && to !== null && to < from ? refused(REGISTER.filter.turned) : done({ from, to });
}

/** The catalogue may leave the system with the custodian and the legal affairs office only. */
export const mayExport = ({ roles }: Pick<PersonRecord, 'roles'>): boolean =>
  roles.some((role) => role === 'custodian' || role === 'legalAffairsOffice');
