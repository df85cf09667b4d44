import type { Carrier } from '../carrier.ts';
import type { ActivityId, DeviceId, PersonId, RecordingId } from '../ids.ts';
import type { MediaType, RecordingState, RecordOf } from '../records.ts';
import type { Subject, SubjectIds, SubjectType } from '../subject.ts';
import type { Instant } from '../time.ts';

/** One line of the register (台账): what a list shows and filters by, so that 100,000 stay light. */
export interface RegisterRow {
  readonly id: RecordingId;
  /** Text forms: `A-2026-录-37-02` and `A-37-02`; null while no activity is linked. */
  readonly no: string | null;
  readonly shortNo: string | null;
  readonly mediaType: MediaType;
  /** Sort key: the capture claim read as Beijing time where it has no zone, else the time of intake. */
  readonly capturedAt: Instant;
  readonly capturedIsClaim: boolean;
  readonly durationMs: number | null;
  readonly sizeBytes: number;
  readonly activity: ActivityId | null;
  readonly activityTitle: string | null;
  readonly matters: readonly number[];
  readonly place: string | null;
  readonly party: string | null;
  readonly officers: readonly PersonId[];
  readonly device: DeviceId | null;
  readonly carrier: Carrier | null;
  readonly originalName: string | null;
  readonly takenInAt: Instant;
  readonly takenInBy: PersonId;
  readonly copies: number;
  readonly state: RecordingState;
}

export interface RegisterQuery {
  /** Matches number, title, place, party, case number and original name; blank-separated words must all occur. */
  readonly text: string;
  /** Calendar dates in Beijing, both included. */
  readonly from: string | null;
  readonly to: string | null;
  readonly officer: PersonId | null;
  readonly matter: number | null;
  readonly device: DeviceId | null;
  readonly state: RecordingState | null;
  readonly sort: 'capturedAt' | 'takenInAt' | 'no' | 'sizeBytes' | 'durationMs';
  readonly descending: boolean;
}

export interface RegisterPage {
  /** Recordings in the book, and those that pass the query. */
  readonly all: number;
  readonly matching: number;
  readonly rows: readonly RegisterRow[];
}

export interface RecordChanges {
  readonly revision: number;
  readonly subjects: readonly Subject[] | null;
}

/** Reads what the book folded. Watches call back at once and after every change, from any tab; they return a stop function. */
export interface ReadModel {
  get<T extends SubjectType>(type: T, id: SubjectIds[T]): Promise<RecordOf[T] | null>;
  getMany<T extends SubjectType>(type: T, ids: readonly SubjectIds[T][]): Promise<readonly RecordOf[T][]>;
  /** Every record of a type; for the small registers only (not recordings). */
  all<T extends Exclude<SubjectType, 'recording'>>(type: T): Promise<readonly RecordOf[T][]>;
  register(query: RegisterQuery, window: { readonly offset: number; readonly limit: number }): Promise<RegisterPage>;
  /**
   * Which records were written after a commit, and the number of the newest one. `subjects` null: some went away meanwhile, or
   * `since` is null, and whoever keeps what was read must read it anew.
   */
  changes(since: number | null): Promise<RecordChanges>;
  watch<V>(
    read: (model: ReadModel) => Promise<V>,
    onValue: (value: V) => void,
    onFault: (error: unknown) => void,
  ): () => void;
}
