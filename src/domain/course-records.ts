import type {
  CheckAction,
  ContentElement,
  FileTrace,
  FindingDecision,
  GapCause,
  NonRecordingGround,
  NoticeException,
  ReportMethod,
  StepState,
  UnlinkedDecision,
} from './course-words.ts';
import type { ActivityId, BatchId, DeviceId, EntryId, PersonId, RecordingId } from './ids.ts';
import type { MatterLines, MatterStatements } from './matter-statements.ts';
import type { Signed } from './signed.ts';
import type { Instant, Part } from './time.ts';

/** Records of what officers, heads, leader and legal affairs office stated about an activity, its devices and its findings. */

/** A mark that its author may strike out; it stays in the list. */
export interface Struck {
  readonly signed: Signed;
  readonly withdrawnBy: EntryId | null;
}

/** A place in a recording: seconds from its first frame. */
export interface FootageMoment {
  readonly recording: RecordingId;
  readonly sec: number;
}

export interface StepMark extends Struck {
  readonly step: string;
  readonly state: StepState;
  /** Number on the list of preserved evidence (row 4). */
  readonly item: string | null;
  /** null: pressed on site; the moment is that of the signature. */
  readonly footage: FootageMoment | null;
  readonly reason: string | null;
}

export interface Interruption extends Struck {
  readonly device: DeviceId | null;
  readonly cause: GapCause;
  readonly unresumable: boolean;
  readonly resumed: Signed | null;
}

/** Recording goes on; `device` null: with every device. */
export interface Resumption {
  readonly signed: Signed;
  readonly device: DeviceId | null;
}

/** Whether it goes on with what an interruption stopped. */
export const goesOnWith = ({ device }: Resumption, stopped: Pick<Interruption, 'device'>): boolean =>
  device === null || stopped.device === null || stopped.device === device;

export interface GapReport extends Struck {
  readonly from: Instant;
  readonly reportedAt: Instant;
  readonly method: ReportMethod;
  readonly to: PersonId;
  readonly acknowledged: Signed | null;
}

export interface GapStatement extends Struck {
  readonly from: Instant;
  /** null: never resumed. */
  readonly to: Instant | null;
  readonly cause: GapCause;
  readonly text: string | null;
  readonly acknowledged: Signed | null;
}

export interface VoiceMark extends Struck {
  readonly footage: FootageMoment;
}

export interface LocatedNotice extends Struck {
  readonly officers: readonly PersonId[];
  readonly footage: FootageMoment;
}

export interface ContentAttestation {
  readonly signed: Signed;
  readonly violationFound: boolean;
  readonly elements: readonly {
    readonly element: ContentElement;
    /** null: does not apply; `reason` says why. */
    readonly footage: FootageMoment | null;
    readonly reason: string | null;
  }[];
}

export interface NonRecordingDeclaration {
  readonly signed: Signed;
  readonly ground: NonRecordingGround;
  readonly part: Part | null;
}

export interface NonRecordingReport extends NonRecordingDeclaration {
  readonly to: PersonId;
  readonly reason: string | null;
  readonly basis: string | null;
  readonly alternative: string | null;
  readonly acknowledged: (Signed & { readonly sufficient: boolean; readonly remark: string | null }) | null;
}

/** The course of an activity beyond arrival, notice and end: one record beside the activity's own. */
export interface CourseRecord {
  readonly id: ActivityId;
  readonly steps: readonly StepMark[];
  readonly interruptions: readonly Interruption[];
  /** Every one, also where nothing was open: it may end what was marked under another number of the activity. Absent where none was. */
  readonly resumptions?: readonly Resumption[];
  readonly gapReports: readonly GapReport[];
  readonly gapStatements: readonly GapStatement[];
  readonly voiceMarks: readonly VoiceMark[];
  readonly locatedNotices: readonly LocatedNotice[];
  readonly noticeException: (Signed & { readonly ground: NoticeException; readonly text: string | null }) | null;
  readonly content: ContentAttestation | null;
  readonly notRecorded: NonRecordingDeclaration | null;
  readonly nonRecordingReport: NonRecordingReport | null;
  readonly matter: MatterStatements;
  /** The last of each row. Absent where none was made, or where the record was folded before they were kept. */
  readonly matterLines?: readonly MatterLines[];
}

export const emptyCourse = (id: ActivityId): CourseRecord => ({
  id,
  steps: [],
  interruptions: [],
  gapReports: [],
  gapStatements: [],
  voiceMarks: [],
  locatedNotices: [],
  noticeException: null,
  content: null,
  notRecorded: null,
  nonRecordingReport: null,
  matter: {
    inquiry: null,
    preservation: null,
    statementDefence: null,
    rectificationDeadline: null,
    served: [],
    surveillance: null,
    leaveService: null,
    postedAt: null,
    announcement: null,
  },
});

/** Art. 5: one check of a device. Battery and space are what the officer read on it. */
export interface DeviceCheck {
  readonly signed: Signed;
  readonly activity: ActivityId | null;
  readonly shownAt: Instant;
  readonly referenceAt: Instant;
  readonly batteryPercent: number | null;
  readonly freeMB: number | null;
  readonly estimatedMinutes: number | null;
  readonly testOk: boolean;
  readonly lensClean: boolean | null;
  readonly passed: boolean;
  readonly action: CheckAction | null;
  /** Whether a remark was made; its text may be on another station. */
  readonly remarked: boolean;
  readonly remark: string | null;
}

/** The checks of one device on one calendar day in Beijing. */
export interface DeviceDayRecord {
  /** `<device>.<2026-03-05>` */
  readonly id: string;
  readonly device: DeviceId;
  readonly checks: readonly DeviceCheck[];
}

export const deviceDayId = (device: DeviceId, date: string): string => `${device}.${date}`;

export interface DeviceMove {
  readonly kind: 'issued' | 'returned' | 'transferred' | 'lost';
  readonly signed: Signed;
  /** Who holds it from now on; null: the custodian, or nobody. */
  readonly holder: PersonId | null;
  readonly note: string | null;
}

/** 领用: who holds a device. Older moves than the last are in the book. */
export interface DeviceIssueRecord {
  readonly id: DeviceId;
  readonly holder: PersonId | null;
  readonly lost: Signed | null;
  readonly lastMoves: readonly DeviceMove[];
}

/** Answers to one finding, and the legal affairs office's decision. The finding itself is computed and stored nowhere. */
export interface FindingAnswersRecord {
  /** The finding's key. */
  readonly id: string;
  readonly answers: readonly (Signed & { readonly text: string | null })[];
  readonly decision: (Signed & { readonly decision: FindingDecision; readonly text: string | null }) | null;
}

export interface RulesPublication {
  readonly published: Signed;
  readonly countersigned: Signed | null;
  readonly effectiveFrom: string | null;
  /** Only the numbers that differ from the defaults, by their names. */
  readonly parameters: Readonly<Record<string, number>>;
}

/** Versions of the rule parameters in order; those without a second signature are not in force. */
export interface RuleSetRecord {
  readonly id: string;
  readonly publications: readonly RulesPublication[];
}

/** 待核实: what was said of footage without an activity. */
export interface UnlinkedRecord {
  readonly id: RecordingId;
  readonly explanations: readonly (Signed & { readonly text: string | null })[];
  readonly decision: (Signed & { readonly decision: UnlinkedDecision; readonly text: string | null }) | null;
}

/** Files a card's own index lists, and how many of them are on the card. */
export interface CardIndex {
  readonly listed: number;
  readonly present: number;
}

/** What an intake's files and card showed when they were examined, and the head's word on a source outside the register. */
export interface ExaminationRecord {
  readonly id: BatchId;
  readonly acknowledged: Signed | null;
  readonly index: CardIndex | null;
  readonly clockProofs: readonly { readonly offsetSec: number; readonly by: 'filmedQr' | 'comparison' }[];
  readonly traces: Readonly<Record<string, readonly FileTrace[]>>;
}

export interface Suspension {
  readonly signed: Signed;
  /** Calendar dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly decisionNo: string | null;
}

/** Some days of the duty roster (Art. 4), both included. */
export interface PlannedDuty {
  readonly signed: Signed;
  readonly from: string;
  readonly to: string;
  readonly workingDaysOnly: boolean;
  /** In Beijing; an end that is not after the beginning is of the next day. null: off duty on these days. */
  readonly hours: { readonly from: string; readonly to: string } | null;
}

/** Trainings (Art. 1) and suspensions (Art. 21) of one officer. */
export interface OfficerStandingRecord {
  readonly id: PersonId;
  /** Calendar dates in order. */
  readonly trainedOn: readonly string[];
  readonly suspensions: readonly Suspension[];
  /** In order; the last one that covers a day counts for it. Absent where none was planned. */
  readonly duties?: readonly PlannedDuty[];
}

/** The records of this file, by the type of their subject. */
export interface CourseRecordOf {
  course: CourseRecord;
  deviceDay: DeviceDayRecord;
  deviceIssue: DeviceIssueRecord;
  findingAnswers: FindingAnswersRecord;
  ruleSet: RuleSetRecord;
  unlinked: UnlinkedRecord;
  examination: ExaminationRecord;
  officerStanding: OfficerStandingRecord;
}

export const COURSE_SUBJECTS = [
  'course',
  'deviceDay',
  'deviceIssue',
  'findingAnswers',
  'ruleSet',
  'unlinked',
  'examination',
  'officerStanding',
] as const satisfies readonly (keyof CourseRecordOf)[];
