import type { CourseRecord, FindingAnswersRecord } from '../domain/course-records.ts';
import type { DeviceId } from '../domain/ids.ts';
import type { ActivityRecord, BatchRecord, RecordingRecord } from '../domain/records.ts';
import type { Subject } from '../domain/subject.ts';
import type { Instant } from '../domain/time.ts';
import type { Finding } from '../regulation/finding.ts';

/** Art. 6, reconciled: every ended activity has footage, or a work record that says why not, or neither. */
export type Reconciled = 'recorded' | 'explained' | 'awaited' | 'neither';

/** What is judged as one: an activity, an intake, or a recording that stands without an activity. */
export interface JudgedUnit {
  readonly subject: Subject;
  readonly about:
    | {
        readonly kind: 'activity';
        readonly activity: ActivityRecord;
        readonly course: CourseRecord | null;
        readonly reconciled: Reconciled | null;
        /** Steps of rows 11 and 12 whose result may come later and has not come. */
        readonly awaited: readonly string[];
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
  readonly get: (subject: Subject) => Kept | undefined;
  readonly all: () => readonly Kept[];
  readonly keep: (unit: Kept) => void;
  readonly forget: (subject: Subject) => void;
  readonly forgetReadersOf: (subject: Subject) => void;
  readonly clear: () => void;
}

export function makeShelf(): Shelf {
  const kept = new Map<Subject, Kept>();
  const readers = new Map<Subject, Set<Subject>>();
  const forget = (subject: Subject): void => {
    for (const read of kept.get(subject)?.reads ?? []) readers.get(read)?.delete(subject);
    kept.delete(subject);
  };
  return {
    get: (subject) => kept.get(subject),
    all: () => [...kept.values()],
    keep: (unit) => {
      forget(unit.subject);
      kept.set(unit.subject, unit);
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
      kept.clear();
      readers.clear();
    },
  };
}

/** The intakes of the same device before and after: file numbers and the reuse of a card are judged across them. */
export function neighbours(shelf: Shelf, device: DeviceId, day: Instant): readonly Subject[] {
  const same = shelf.all().filter(({ about }) => about.kind === 'intake' && about.batch.device === device);
  const before = same.filter((unit) => unit.day < day).sort((a, b) => (a.day < b.day ? 1 : -1))[0];
  const after = same.filter((unit) => unit.day > day).sort((a, b) => (a.day < b.day ? -1 : 1))[0];
  return [before, after].flatMap((unit) => unit?.subject ?? []);
}
