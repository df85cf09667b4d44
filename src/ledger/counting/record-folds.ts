import { asId, type EntryId } from '../../domain/ids.ts';
import type { AnyRecord, RecordOf } from '../../domain/records.ts';
import { parseSubject, type Subject, type SubjectType } from '../../domain/subject.ts';
import { firstFrom, isBefore, type Place } from '../place.ts';
import type { BookStore, FoldedRecord } from '../ports.ts';
import { signedBy } from './judge.ts';
import { membershipWith, type Timeline } from './timeline.ts';
import type { Held, WorkingSet } from './working-set.ts';

/** Past every entry. */
const END: Place = { lc: Number.POSITIVE_INFINITY, id: asId<EntryId>('') };

/** One subject's record, folded as far as the entry under judgement. It only moves forward. */
interface Cursor {
  readonly subject: Subject;
  readonly type: SubjectType;
  readonly key: string;
  /** Everything that touches the subject; null where the stored record can be built on and only changed entries follow. */
  readonly all: readonly Held[] | null;
  at: Place | null;
  record: AnyRecord | null;
  upTo: Place | null;
}

export interface RecordFolds {
  /** Reads the stored records of these subjects together, before they are asked for one by one. */
  readonly prepare: (subjects: Iterable<Subject>) => Promise<void>;
  /** The same as `ready` where nothing need be asked for; false: it must be. */
  readonly readyAtHand: (subject: Subject, place: Place) => boolean;
  /** Must be called, in order of places, before the first change to a subject's entries, and before `record`. */
  readonly ready: (subject: Subject, place: Place) => Promise<void>;
  /** Records as entries before `place` left them; `lacking` is told of those that are not ready. */
  readonly before: (
    place: Place,
    lacking: (subject: Subject) => void,
  ) => <T extends SubjectType>(type: T, id: string) => RecordOf[T] | null;
  /** The records as they will stand. */
  readonly finish: (subjects: Iterable<Subject>) => readonly FoldedRecord[];
}

/**
 * A record "as of" a place. Where the place is past everything already folded, the stored record is the start; a late entry
 * makes its subjects fold from their beginning, once.
 */
export function makeRecordFolds(work: WorkingSet, store: BookStore, timeline: Timeline): RecordFolds {
  const rows = new Map<Subject, FoldedRecord | null>();
  const cursors = new Map<Subject, Cursor>();

  const prepare = async (subjects: Iterable<Subject>): Promise<void> => {
    const unread = [...new Set(subjects)].filter((subject) => !rows.has(subject));
    if (unread.length === 0) return;
    for (const subject of unread) rows.set(subject, null);
    for (const row of await store.folded(unread)) rows.set(row.subject, row);
  };

  const advance = (cursor: Cursor, place: Place): void => {
    for (;;) {
      const held = following(cursor.all ?? work.changedTouching(cursor.subject), cursor.at);
      if (held === undefined || !isBefore(held, place)) return;
      cursor.at = { lc: held.lc, id: held.id };
      fold(cursor, work.now(held), timeline);
    }
  };

  const readyAtHand: RecordFolds['readyAtHand'] = (subject, place) => {
    if (cursors.has(subject)) return true;
    const row = rows.get(subject);
    const cursor = row === undefined ? null : startOnTop(subject, row, place);
    if (cursor !== null) cursors.set(subject, cursor);
    return cursor !== null;
  };

  return {
    prepare,
    readyAtHand,
    ready: async (subject, place) => {
      if (readyAtHand(subject, place)) return;
      await prepare([subject]);
      const cursor = await startAt(subject, rows.get(subject) ?? null, place, work);
      if (cursor !== null) cursors.set(subject, cursor);
    },
    before:
      (place, lacking) =>
      <T extends SubjectType>(type: T, id: string) => {
        const cursor = cursors.get(`${type}:${id}`);
        if (cursor === undefined) {
          lacking(`${type}:${id}`);
          return null;
        }
        advance(cursor, place);
        // The cursor of a subject holds records of its type: both come from the subject's own text.
        return cursor.record as RecordOf[T] | null;
      },
    finish: (subjects) =>
      [...subjects].flatMap((subject) => {
        const cursor = cursors.get(subject);
        if (cursor === undefined) return [];
        advance(cursor, END);
        const { type, record, upTo } = cursor;
        return [{ subject, type, record, upTo } as FoldedRecord];
      }),
  };
}

async function startAt(
  subject: Subject,
  row: FoldedRecord | null,
  place: Place,
  work: WorkingSet,
): Promise<Cursor | null> {
  const parsed = parseSubject(subject);
  if (parsed === null) return null;
  const onTop = startOnTop(subject, row, place);
  if (onTop !== null) return onTop;
  const { type, id: key } = parsed;
  return { subject, type, key, all: await work.touching(subject), at: null, record: null, upTo: null };
}

/** null: what is stored has come further than this place, or the subject is none. */
function startOnTop(subject: Subject, row: FoldedRecord | null, place: Place): Cursor | null {
  const parsed = parseSubject(subject);
  const upTo = row?.upTo ?? null;
  if (parsed === null || (upTo !== null && !isBefore(upTo, place))) return null;
  return { subject, type: parsed.type, key: parsed.id, all: null, at: upTo, record: row?.record ?? null, upTo };
}

function following(list: readonly Held[], at: Place | null): Held | undefined {
  if (at === null) return list[0];
  const next = firstFrom(list, at);
  return list[next]?.id === at.id ? list[next + 1] : list[next];
}

function fold(cursor: Cursor, { entry, reading, stored }: Held, timeline: Timeline): void {
  if (stored.verdict.kind !== 'in-force' || reading === null) return;
  const key = membershipWith(timeline, stored).keys.get(entry.keyId);
  if (key === undefined) throw new Error('an entry in force whose key is not a member’s');
  cursor.record = reading.fold(cursor.type, cursor.record, signedBy(entry, key), cursor.key);
  cursor.upTo = { lc: stored.lc, id: stored.id };
}
