import type { ActivityType } from './activity-type.ts';
import type { CaptureClaim } from './capture-claim.ts';
import type { Carrier, MediumKind } from './carrier.ts';
import type { CourseRecordOf } from './course-records.ts';
import type { DeviceHabits } from './device-profile.ts';
import type { FootageDigests } from './digest.ts';
import type {
  ActivityId,
  BatchId,
  BureauId,
  CardId,
  DeviceId,
  DivisionId,
  EntryId,
  HandoverId,
  KeyId,
  MediumId,
  PersonId,
  RecordingId,
  StationId,
} from './ids.ts';
import type { OfficeNumber } from './numbering.ts';
import type { OfficeRecordOf } from './office-records.ts';
import type { PersonKey, PersonRecord } from './person-record.ts';
import type { Signed } from './signed.ts';
import type { SpillRecordOf } from './spill-record.ts';
import type { StationRecord } from './station-record.ts';
import type { SubjectType } from './subject.ts';
import type { Instant } from './time.ts';
import type { WitnessRecordOf } from './witness-records.ts';

export type { ActivityType, CaptureClaim, PersonKey, PersonRecord, Signed, StationRecord };

/**
 * Records: what the entries in force say of one subject, folded in (lc, id) order. Texts that came as details are null
 * where the details are not on this station. Every `at` is the author's claim.
 */

export interface Division {
  readonly id: DivisionId;
  /** 科室 or 局属单位. */
  readonly kind: 'division' | 'subordinateUnit';
  readonly closed: boolean;
  readonly name: string | null;
}

export interface BureauRecord {
  readonly id: BureauId;
  readonly founded: Signed;
  readonly ruleDocNo: string;
  readonly recoveryKey: KeyId;
  readonly name: string | null;
  readonly divisions: readonly Division[];
}

export interface DeviceRecord {
  readonly id: DeviceId;
  readonly carrier: Carrier;
  readonly division: DivisionId;
  readonly assignedTo: PersonId | null;
  readonly inService: boolean;
  readonly label: string | null;
  readonly assetNo: string | null;
  readonly brand: string | null;
  readonly model: string | null;
  readonly serialNo: string | null;
  /** Number its maker gave it, and what it stores on. Absent until stated. */
  readonly productNo?: string | null;
  readonly storage?: string | null;
  /** Text that file names of this device contain, such as its number; null: not known. */
  readonly fileNameMark: string | null;
  /** What this very device was seen to do; left out: only its model speaks for it. */
  readonly habits?: DeviceHabits;
  /** Names of programs that the encoder inside it writes into its files, as stated by a custodian. */
  readonly ownWriters?: readonly string[];
  readonly registered: Signed;
}

export interface MediumRecord {
  readonly id: MediumId;
  readonly kind: MediumKind;
  readonly keeper: PersonId | null;
  readonly inService: boolean;
  readonly label: string | null;
  readonly serialNo: string | null;
  readonly place: string | null;
  readonly capacityGB: number | null;
  readonly registered: Signed;
  readonly lastVerifiedAt: Instant | null;
}

/** Grounds of Art. 13 for the 24 hours after return: 连续工作、异地执法、偏远或交通不便地区. */
export type AwayGround = 'continuousDuty' | 'awayDuty' | 'remoteArea';

export interface ActivityRecord {
  readonly id: ActivityId;
  readonly no: OfficeNumber;
  readonly type: ActivityType;
  /** Numbers of the bureau's list, 1 to 12. */
  readonly matters: readonly number[];
  readonly officers: readonly PersonId[];
  readonly devices: readonly DeviceId[];
  readonly division: DivisionId;
  readonly plannedAt: Instant | null;
  /** How long it will take. Absent until it was said. */
  readonly plannedLength?: { readonly signed: Signed; readonly minutes: number | null };
  readonly title: string | null;
  readonly place: string | null;
  readonly party: string | null;
  readonly caseNo: string | null;
  /** Of the complaint it answers, and where a place without an address lies. Absent until stated. */
  readonly complaintNo?: string | null;
  readonly coordinates?: string | null;
  readonly note: string | null;
  readonly created: Signed;
  readonly arrived: Signed | null;
  readonly noticed: (Signed & { readonly officers: readonly PersonId[]; readonly text: string | null }) | null;
  readonly finished: Signed | null;
  readonly away: (Signed & { readonly ground: AwayGround; readonly statement: string | null }) | null;
  readonly returned: (Signed & { readonly returnedAt: Instant }) | null;
  /** Marks in order, withdrawn ones included, for the on-site page and the chain. */
  readonly marks: readonly ActivityMark[];
  readonly recordings: readonly RecordingId[];
  /** First and last verified intake of its footage. Where it was `regrouped` by hand, only its recordings can tell. */
  readonly firstTakenInAt: Instant | null;
  readonly lastTakenInAt: Instant | null;
  readonly devicesTakenIn: readonly DeviceId[];
  readonly regrouped: boolean;
  /** It was the same as this one, created twice. */
  readonly mergedInto?: ActivityId;
  /** These were the same as it. */
  readonly mergedFrom?: readonly ActivityId[];
}

export interface ActivityMark {
  readonly kind: 'arrived' | 'noticed' | 'finished' | 'returned' | 'away';
  readonly signed: Signed;
  readonly withdrawnBy: EntryId | null;
}

export type MediaType = 'video' | 'audio' | 'photo' | 'sidecar' | 'other';

/** Why footage stands without an activity (Art. 4; it is never deleted). */
export type UnlinkedReason = 'deviceTest' | 'accidental' | 'irrelevant' | 'pending';

export interface RecordingSource {
  readonly batch: BatchId;
  readonly entry: EntryId;
  readonly device: DeviceId | null;
  readonly station: StationId;
  readonly takenInBy: PersonId;
  readonly takenInAt: Instant;
  readonly capturedAtRaw: CaptureClaim | null;
  readonly originalName: string | null;
  readonly originalPath: string | null;
}

export interface RecordingCopy {
  readonly medium: MediumId;
  readonly storedAt: Instant;
  readonly entry: EntryId;
  readonly path: string | null;
  readonly lastCheck: {
    readonly at: Instant;
    readonly result: 'same' | 'different' | 'missing';
    readonly entry: EntryId;
  };
}

/** `removed`: every file of it is deleted by an order of two (误录); what the book says of it stays. */
export type RecordingState = 'buffered' | 'stored' | 'handing-over' | 'in-custody' | 'damaged' | 'removed';

export interface RecordingRecord {
  readonly id: RecordingId;
  readonly digests: FootageDigests;
  readonly sizeBytes: number;
  readonly mediaType: MediaType;
  readonly container: string | null;
  readonly durationMs: number | null;
  /** Activity number and item, or null while no activity is linked. */
  readonly no: { readonly activity: OfficeNumber; readonly item: number } | null;
  readonly activity: ActivityId | null;
  readonly unlinkedReason: UnlinkedReason | null;
  /** First source first. Same content twice: one original, two sources. */
  readonly sources: readonly RecordingSource[];
  readonly copies: readonly RecordingCopy[];
  /** Whether the intake buffer of the station that took it in still holds it. */
  readonly buffered: boolean;
  readonly handover: { readonly id: HandoverId; readonly accepted: boolean } | null;
  readonly state: RecordingState;
  readonly custody: readonly CustodyEvent[];
}

/** One line of the chain of custody. */
export interface CustodyEvent {
  readonly kind:
    | 'taken-in'
    | 'countersigned'
    | 'linked'
    | 'copied'
    | 'buffer-purged'
    | 'deleted'
    | 'checked'
    | 'handover-given'
    | 'handover-accepted'
    | 'handover-withdrawn'
    | 'reviewed'
    | 'printed';
  readonly signed: Signed;
  readonly from: PersonId | null;
  readonly to: PersonId | null;
  readonly medium: MediumId | null;
  readonly result: 'same' | 'different' | 'missing' | null;
  /** Seconds of footage played, for 采集核对. */
  readonly played: { readonly fromSec: number; readonly toSec: number } | null;
  readonly form: string | null;
}

export interface BatchRecord {
  readonly id: BatchId;
  readonly device: DeviceId | null;
  readonly station: StationId;
  readonly takenInBy: PersonId;
  readonly startedAt: Instant;
  readonly completedAt: Instant;
  readonly recordings: readonly RecordingId[];
  readonly entries: readonly EntryId[];
  readonly countersigned: Signed | null;
  readonly sourceLabel: string | null;
  readonly unregisteredExplanation: string | null;
}

export type PropertyCheck = 'passed' | 'failed';

export interface HandoverRecord {
  readonly id: HandoverId;
  readonly no: OfficeNumber;
  readonly from: PersonId;
  readonly to: PersonId;
  readonly recordings: readonly RecordingId[];
  readonly given: Signed;
  readonly accepted: (Signed & { readonly checkedAt: Instant; readonly cardCleared: boolean }) | null;
  readonly withdrawn: Signed | null;
  readonly remark: string | null;
}

/** F16: a content-free card for a medium that may hold state secrets (Art. 19). */
export interface CardRecord {
  readonly id: CardId;
  readonly no: OfficeNumber;
  readonly sealed: Signed;
  readonly mediumNo: string | null;
  readonly appearance: string | null;
  readonly sealNo: string | null;
  readonly handedTo: string | null;
}

export interface RecordOf extends CourseRecordOf, WitnessRecordOf, SpillRecordOf, OfficeRecordOf {
  bureau: BureauRecord;
  person: PersonRecord;
  station: StationRecord;
  device: DeviceRecord;
  medium: MediumRecord;
  activity: ActivityRecord;
  batch: BatchRecord;
  recording: RecordingRecord;
  handover: HandoverRecord;
  card: CardRecord;
}

export type AnyRecord = RecordOf[SubjectType];
