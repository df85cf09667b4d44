import type { CourseRecord, FindingAnswersRecord } from '../domain/course-records.ts';
import type { DeviceId } from '../domain/ids.ts';
import type { ActivityRecord, BatchRecord, RecordingRecord } from '../domain/records.ts';
import type { Subject } from '../domain/subject.ts';
import type { Instant } from '../domain/time.ts';
import type { Finding } from '../regulation/finding.ts';
import type { PrincipleTally } from '../regulation/indicators.ts';

/** Art. 6, reconciled: every ended activity has footage, or a work record that says why not, or neither. */
export type Reconciled = 'recorded' | 'explained' | 'awaited' | 'neither';

/** What is judged as one: an activity, an intake, or a recording that stands without an activity. */
export interface JudgedUnit {
  readonly subject: Subject;
  /** What it adds to the principles of Art. 3. */
  readonly tally: PrincipleTally;
  readonly about:
    | {
        readonly kind: 'activity';
        readonly activity: ActivityRecord;
        readonly course: CourseRecord | null;
        readonly reconciled: Reconciled | null;
        /** Steps of rows 11 and 12 whose result may come later and has not come. */
        readonly awaited: readonly string[];
        /** Row 9: until when the office's fixed cameras keep what nobody has exported. null: nothing to export, or not known. */
        readonly exportBy: Instant | null;
        /** Those its findings speak of, so that they can be called by their numbers. */
        readonly named: readonly RecordingRecord[];
      }
    | { readonly kind: 'intake'; readonly batch: BatchRecord }
    | { readonly kind: 'unlinked'; readonly recording: RecordingRecord };
  readonly day: Instant;
  readonly findings: readonly Finding[];
  readonly answers: ReadonlyMap<string, FindingAnswersRecord>;
}

export interface Kept extends JudgedUnit {
  readonly reads: ReadonlySet<Subject>;
  /** Time alone changes nothing any more. */
  readonly final: boolean;
  readonly judgedAt: Instant;
}

/** Judgements by what they are about, and by what they looked at. */
export interface Shelf {
  readonly all: () => Iterable<Kept>;
  readonly keep: (unit: Kept) => void;
  /** Whatever is forgotten is to be judged anew, as long as it is a candidate. */
  readonly forget: (subject: Subject) => void;
  readonly forgetReadersOf: (subject: Subject) => void;
  readonly clear: () => void;
  /** To be judged: of candidates that happened from a moment on those that are not judged, or that time may have changed. */
  readonly stale: (candidates: ReadonlyMap<Subject, Instant>, from: Instant, now: Instant) => readonly Subject[];
  /** Everything kept that happened from a moment on, the newest first; the same list while nothing changed. */
  readonly from: (from: Instant) => readonly Kept[];
  readonly missing: Set<Subject>;
}

const newestFirst = (a: { readonly day: Instant }, b: { readonly day: Instant }): number => (a.day < b.day ? 1 : -1);

/** Puts a few among many that are in order already: the many are not compared with one another again. */
function putIn(sorted: Kept[], fresh: readonly Kept[]): readonly Kept[] {
  for (const unit of fresh) sorted.splice(placeOf(sorted, unit), 0, unit);
  return sorted;
}

/** Behind all that are newer or of the same moment. */
function placeOf(sorted: readonly Kept[], unit: Kept): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.day ?? '') < unit.day) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function makeShelf(): Shelf {
  const kept = new Map<Subject, Kept>();
  const readers = new Map<Subject, Set<Subject>>();
  const missing = new Set<Subject>();
  /** Those that time can still change. */
  const open = new Map<Subject, Kept>();
  let listed: { readonly from: Instant; readonly units: readonly Kept[] } | null = null;
  const changed = new Set<Subject>();
  const forget = (subject: Subject): void => {
    for (const read of kept.get(subject)?.reads ?? []) readers.get(read)?.delete(subject);
    kept.delete(subject);
    open.delete(subject);
    missing.add(subject);
    changed.add(subject);
  };
  return {
    missing,
    all: () => kept.values(),
    keep: (unit) => {
      forget(unit.subject);
      missing.delete(unit.subject);
      kept.set(unit.subject, unit);
      if (!unit.final) open.set(unit.subject, unit);
      for (const read of unit.reads) {
        const some = readers.get(read) ?? new Set();
        readers.set(read, some.add(unit.subject));
      }
    },
    forget,
    forgetReadersOf: (subject) => {
      for (const unit of [...(readers.get(subject) ?? [])]) forget(unit);
    },
    clear: () => {
      for (const some of [kept, readers, missing, open, changed]) some.clear();
      listed = null;
    },
    stale: (candidates, from, now) => {
      const isIn = (subject: Subject): boolean => (candidates.get(subject) ?? '') >= from;
      const unjudged = [...missing].filter(isIn);
      const older = [...open.values()].filter((unit) => unit.judgedAt !== now && isIn(unit.subject));
      const some = [...unjudged, ...older.map(({ subject }) => subject)];
      const day = (subject: Subject): string => candidates.get(subject) ?? '';
      return some.sort((a, b) => (day(a) < day(b) ? 1 : -1));
    },
    from: (from) => {
      if (listed?.from !== from) {
        listed = { from, units: [...kept.values()].filter(({ day }) => day >= from).sort(newestFirst) };
      } else if (changed.size > 0) {
        const stayed = listed.units.filter(({ subject }) => !changed.has(subject));
        const fresh = [...changed].flatMap((subject) => kept.get(subject) ?? []).filter(({ day }) => day >= from);
        listed = { from, units: putIn(stayed, fresh) };
      }
      changed.clear();
      return listed.units;
    },
  };
}

/** The intakes of the same device before and after: file numbers and the reuse of a card are judged across them. */
export function neighbours(shelf: Shelf, device: DeviceId, day: Instant): readonly Subject[] {
  const same = [...shelf.all()].filter(({ about }) => about.kind === 'intake' && about.batch.device === device);
  const before = same.filter((unit) => unit.day < day).sort((a, b) => (a.day < b.day ? 1 : -1))[0];
  const after = same.filter((unit) => unit.day > day).sort((a, b) => (a.day < b.day ? -1 : 1))[0];
  return [before, after].flatMap((unit) => unit?.subject ?? []);
}
