import type { CourseRecord } from '../../domain/course-records.ts';
import type { CheckAction, ContentElement, FileTrace, StepState } from '../../domain/course-words.ts';
import type { RecordingId } from '../../domain/ids.ts';
import type { ActivityRecord, ActivityType, UnlinkedReason } from '../../domain/records.ts';
import type { Instant } from '../../domain/time.ts';
import type { Code } from '../../regulation/finding.ts';
import type { VisitName } from '../../text/demonstration.ts';
import type { Desk, Seat } from '../../usecases/desk.ts';

export type Officer = 'zhang' | 'li' | 'zhao' | 'sun' | 'zhou' | 'wu';
export type Player = Officer | 'custodian' | 'head' | 'leader' | 'legal';
export type Camera = 'body3' | 'body7' | 'still1';
/** Two stations that meet over the network, and a remote one without any. */
export type StationCode = 'A' | 'B' | 'R';

/** Minutes count from the arrival; what was said later may count days of 1,440. */
export type Minute = number;

export interface Check {
  readonly camera: Camera;
  readonly at: Minute;
  readonly offsetSec: number;
  readonly passed: boolean;
  readonly action: CheckAction | null;
}

export interface Mark {
  readonly step: string;
  readonly at: Minute;
  readonly state: StepState;
  readonly item?: string;
  /** The file that shows it, counted over all cards; left out: pressed on site. */
  readonly file?: number;
}

export interface FilmedFile {
  readonly from: Minute;
  /** null: a photograph. */
  readonly minutes: number | null;
  readonly name?: string;
  /** The card held it, and no activity is its own. */
  readonly unlinked?: UnlinkedReason;
  readonly traces?: readonly FileTrace[];
  /** The same bytes as this file. */
  readonly copyOf?: number;
}

export interface Card {
  /** null: no device of the register. */
  readonly camera: Camera | null;
  readonly takenInAt: Minute;
  readonly files: readonly FilmedFile[];
  /** What the station found of the camera's clock. */
  readonly clockOffsetSec?: number;
  readonly acknowledged?: true;
  /** When it was handed over. */
  readonly handedOverAt: Minute;
  readonly cardCleared: boolean;
}

/** Where an act of the demonstration takes place, and among whom. */
export interface Scene {
  readonly desk: Desk;
  readonly at: (minute: Minute) => Instant;
  /** Calendar date so many days after the visit's own. */
  readonly date: (days: number) => string;
  readonly seat: (who: Player) => Seat;
  readonly activity: () => Promise<ActivityRecord>;
  readonly course: () => Promise<CourseRecord>;
  readonly recording: (file: number) => RecordingId;
}

export interface Act {
  readonly at: Minute;
  readonly act: (scene: Scene) => Promise<{ readonly ok: boolean }>;
}

/** One activity of the demonstration, from its plan to its hand-over. */
export interface Visit {
  readonly name: VisitName;
  /** Days before the last day of the demonstration; negative: planned. */
  readonly day: number;
  readonly hour: number;
  readonly minutes: number;
  readonly station: StationCode;
  readonly crew: readonly Officer[];
  readonly type: ActivityType;
  readonly rows: readonly number[];
  readonly cameras: readonly Camera[];
  readonly checks: readonly Check[];
  readonly notice: { readonly at: Minute; readonly ownWords?: true } | 'photoOnly' | null;
  readonly marks: readonly Mark[];
  readonly cards: readonly Card[];
  readonly content: { readonly violation: boolean; readonly elements: readonly ContentElement[] } | null;
  readonly more: readonly Act[];
  /** Articles this visit shows, besides its rows. */
  readonly articles: readonly number[];
  /** What the rules say of it; nothing where it is as it should be. */
  readonly raises: readonly Code[];
}
