import type { Carrier } from '../domain/carrier.ts';
import type { CardIndex } from '../domain/course-records.ts';
import type { CheckAction, ContentElement, FileTrace, GapCause, NonRecordingGround } from '../domain/course-words.ts';
import type { ActivityId, BatchId, DeviceId, PersonId, RecordingId } from '../domain/ids.ts';
import type { ActivityType, AwayGround, MediaType, UnlinkedReason } from '../domain/records.ts';
import type { Instant } from '../domain/time.ts';
import type { MatterFacts } from './matter-facts.ts';

/**
 * What an evaluator looks at: plain values, no records, no texts. Moments are true ones: a device's claim minus its known offset.
 * null means not known or not said, never no.
 */

export interface OfficerFacts {
  readonly person: PersonId;
  /** As the standard phrase must name them. */
  readonly name: string | null;
  /** Calendar dates, both included. */
  readonly certificateValid: { readonly from: string | null; readonly to: string | null };
  readonly trainedOn: readonly string[];
  /** Art. 21(3), both dates included. */
  readonly suspended: { readonly from: string; readonly to: string } | null;
}

export interface UsedDevice {
  readonly device: DeviceId;
  readonly carrier: Carrier;
}

export type CheckFault = 'space' | 'clock' | 'recordingTest' | 'lens' | 'failed';

/** Art. 5. `offsetSec`: what the device showed minus the reference time. */
export interface DeviceCheckFacts {
  readonly device: DeviceId;
  readonly at: Instant;
  readonly offsetSec: number;
  readonly estimatedMinutes: number | null;
  readonly testOk: boolean;
  readonly lensClean: boolean | null;
  readonly passed: boolean;
  readonly action: CheckAction | null;
  readonly remarked: boolean;
}

/** An offset seen at intake: a filmed clock QR, or the station compared. */
export interface ClockProof {
  readonly device: DeviceId;
  readonly offsetSec: number;
  readonly by: 'filmedQr' | 'comparison';
}

export interface NoticeFacts {
  readonly at: Instant;
  readonly officers: readonly PersonId[];
  /** null where the text is not on this station. */
  readonly text: string | null;
}

export type StepFacts = { readonly step: string } & (
  | {
      readonly state: 'done';
      readonly at: Instant | null;
      /** Which item of the preservation list (row 4) it shows. */
      readonly item: string | null;
      readonly recording: RecordingId | null;
    }
  | { readonly state: 'notHappened' }
  | { readonly state: 'deferred' }
);

export interface RecordingFacts {
  readonly recording: RecordingId;
  /** null: not a device of the register. */
  readonly device: DeviceId | null;
  readonly mediaType: MediaType;
  /** First frame or shutter; null where no clock can be trusted. */
  readonly start: Instant | null;
  readonly durationMs: number | null;
  /** null: not examined. */
  readonly traces: readonly FileTrace[] | null;
  /** Copies of it found outside the registered stores. */
  readonly outside: readonly { readonly at: Instant; readonly by: PersonId | null; readonly approved: boolean }[];
}

/** What was said of an interruption: on site, or afterwards at the desk. */
export interface GapAccount {
  readonly from: Instant;
  /** null: open until the activity's end. */
  readonly to: Instant | null;
  readonly cause: GapCause;
  /** 确实无法继续记录. */
  readonly unresumable: boolean;
  /** To the department head. */
  readonly reportedAt: Instant | null;
  /** The written statement. */
  readonly statedAt: Instant | null;
}

/** Art. 7: footage may be absent, if the work record says why. */
export interface NonRecordingFacts {
  readonly ground: NonRecordingGround;
  /** null: the whole activity. */
  readonly part: { readonly from: Instant; readonly to: Instant } | null;
  readonly report: {
    readonly preparedAt: Instant;
    readonly hasReason: boolean;
    readonly hasBasis: boolean;
    readonly toLeader: boolean;
    readonly acknowledgement: { readonly at: Instant; readonly sufficient: boolean } | null;
  } | null;
}

export interface ContentFacts {
  readonly violationFound: boolean;
  /** Marked in the footage, or said not to apply with a reason. */
  readonly answered: readonly ContentElement[];
}

export interface ActivityFacts {
  readonly activity: ActivityId;
  readonly type: ActivityType;
  readonly matters: readonly number[];
  readonly plannedAt: Instant | null;
  readonly plannedMinutes: number | null;
  readonly arrivedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly officers: readonly OfficerFacts[];
  /** Planned devices and those footage came from. */
  readonly devices: readonly UsedDevice[];
  /** Planned devices of which no footage has come. */
  readonly awaited: readonly DeviceId[];
  readonly checks: readonly DeviceCheckFacts[];
  readonly clockProofs: readonly ClockProof[];
  readonly notice: NoticeFacts | null;
  /** A reason was given why no notice was due. */
  readonly noticeExcepted: boolean;
  readonly steps: readonly StepFacts[];
  readonly matter: MatterFacts;
  readonly recordings: readonly RecordingFacts[];
  readonly gapAccounts: readonly GapAccount[];
  /** Moments in the footage at which the reason of an interruption is spoken. */
  readonly voiceExplanations: readonly Instant[];
  readonly nonRecording: NonRecordingFacts | null;
  readonly content: ContentFacts | null;
  readonly away: { readonly ground: AwayGround | null; readonly stated: boolean } | null;
  readonly returnedAt: Instant | null;
  /** First and last verified intake that brought its footage; the last one stops the clock of Art. 13 if nothing is awaited. */
  readonly takenInAt: Instant | null;
  /** When the review window closed: all footage is handed over. */
  readonly handedOverAt: Instant | null;
}

export interface IntakeFacts {
  readonly batch: BatchId;
  readonly device: DeviceId | null;
  readonly completedAt: Instant;
  readonly names: readonly string[];
  /** Names taken in from this device before. */
  readonly earlierNames: readonly string[];
  /** null: the card has no index that can be read. */
  readonly index: CardIndex | null;
  /** For a source that is not in the register (Art. 2). */
  readonly explained: boolean;
  readonly acknowledged: boolean;
  readonly handedOverAt: Instant | null;
  /** null: hand-over not accepted yet. */
  readonly cardCleared: boolean | null;
  /** First capture of this device after the intake and before the hand-over. */
  readonly reusedAt: Instant | null;
}

/** One recording without an activity: 待核实. */
export interface UnlinkedFacts {
  readonly recording: RecordingId;
  readonly reason: UnlinkedReason;
  readonly takenInAt: Instant;
  /** Shot at a time with no activity and outside the duty roster; null: not known. */
  readonly outsideDuty: boolean | null;
  /** The legal affairs office's word. */
  readonly decided: 'irrelevant' | 'workRelated' | null;
}
