import type { Carrier } from '../domain/carrier.ts';
import type { CardIndex } from '../domain/course-records.ts';
import type {
  ContentElement,
  FileTrace,
  GapCause,
  NonRecordingGround,
  ServedDocument,
} from '../domain/course-words.ts';
import type { DeviceId, PersonId, RecordingId } from '../domain/ids.ts';
import type { ActivityType } from '../domain/records.ts';
import type { Role } from '../domain/role.ts';
import type { Subject } from '../domain/subject.ts';
import type { Instant } from '../domain/time.ts';
import type { CheckFault } from './facts.ts';

/**
 * 违规: the regulation's text plainly unmet; 疑似: a heuristic that needs a person's judgement; 提示: good practice. A finding is
 * computed from facts and never stored: what is signed are answers to it and the legal affairs office's decision.
 */
export type Grade = 'breach' | 'suspected' | 'advisory';

/** What each finding states, by its code; the sentences in text/findings.ts are made of nothing else. */
export interface FactsOfCode {
  'A01-1': { readonly person: PersonId; readonly on: string; readonly from: string | null; readonly to: string | null };
  'A02-1': { readonly files: number; readonly lacks: 'explanation' | 'acknowledgement' };
  'A02-2': { readonly device: DeviceId; readonly carrier: Carrier; readonly row: number };
  'A04-1': { readonly recording: RecordingId; readonly sign: 'markedIrrelevant' | 'outsideDuty' };
  'A04-2': { readonly recording: RecordingId; readonly takenInAt: Instant; readonly due: Instant };
  'A05-1': { readonly device: DeviceId; readonly usedAt: Instant };
  'A05-2': { readonly device: DeviceId; readonly usedAt: Instant; readonly checkedAt: Instant };
  'A05-3': { readonly device: DeviceId; readonly checkedAt: Instant; readonly faults: readonly CheckFault[] };
  'A05-4': { readonly device: DeviceId; readonly checkedOffsetSec: number; readonly measuredOffsetSec: number };
  'A06-1': { readonly type: ActivityType; readonly endedAt: Instant };
  'A06-2': { readonly officers: number };
  'A07-1': { readonly ground: NonRecordingGround; readonly due: Instant };
  'A07-2': { readonly lacks: readonly ReportLack[] };
  'A07-3': { readonly preparedAt: Instant; readonly due: Instant };
  'A08-1': { readonly endedAt: Instant };
  'A08-2': { readonly noticedAt: Instant; readonly step: string; readonly stepAt: Instant };
  'A08-3': { readonly problem: 'fewNames' | 'foreignName' | 'wordingDiffers'; readonly names: number };
  'A09-1': { readonly arrivedAt: Instant; readonly firstFrameAt: Instant | null; readonly lateSec: number };
  'A09-2': { readonly endedAt: Instant; readonly lastFrameAt: Instant; readonly earlySec: number };
  'A09-3': { readonly from: Instant; readonly to: Instant; readonly steps: readonly string[]; readonly due: Instant };
  'A10-1': { readonly elements: readonly ContentElement[] };
  'A10-2': { readonly elements: readonly ContentElement[] };
  'A11-1': { readonly from: Instant; readonly to: Instant; readonly due: Instant };
  'A11-2': { readonly from: Instant; readonly to: Instant; readonly cause: GapCause; readonly withinSec: number };
  'A11-3': { readonly from: Instant; readonly cause: GapCause; readonly lacks: readonly StopLack[] };
  'A11-4': { readonly absent: readonly string[]; readonly index: CardIndex | null };
  'A11-5': { readonly recording: RecordingId; readonly capturedAt: Instant; readonly endedAt: Instant };
  'A11-6': { readonly recording: RecordingId; readonly traces: readonly FileTrace[] };
  'A13-1': { readonly deadline: Instant; readonly takenInAt: Instant | null; readonly awaited: readonly DeviceId[] };
  'A13-2': { readonly lacks: 'ground' | 'statement'; readonly deadline: Instant };
  'A13-3': { readonly recording: RecordingId; readonly by: PersonId | null; readonly at: Instant };
  'A13-4': { readonly problem: 'notCleared' } | { readonly problem: 'reused'; readonly at: Instant };
  'C01-1': StepsMissing;
  'C01-2': StepsLate;
  'C02-1': StepsMissing;
  'C02-2': StepsLate;
  'C03-1': StepsMissing | StepsLate;
  'C03-2': { readonly photos: number } | { readonly from: Instant; readonly to: Instant };
  'C04-1': { readonly items: readonly string[] } | StepsMissing;
  'C04-2': { readonly registeredAt: Instant; readonly due: Instant };
  'C05-1': { readonly photos: number } | { readonly from: Instant; readonly to: Instant } | StepsMissing;
  'C06-1': StepsMissing | StepsLate;
  'C07-1': StepsMissing;
  'C07-2': { readonly checkedOn: string; readonly deadline: string };
  'C08-1': StepsMissing | StepsLate | { readonly carriers: readonly Carrier[] } | { readonly notFilm: number };
  'C09-1': { readonly documents: readonly ServedDocument[] };
  'C09-2': { readonly overwrittenAt: Instant | null };
  'C10-1': StepsMissing | StepsLate | { readonly receiptDate: string; readonly footageDate: string };
  'C10-2': { readonly witness: PersonId };
  'C11-1': StepsMissing;
  'C12-1': { readonly proofs: 0 };
  'C12-2': { readonly publishedOn: string; readonly endsOn: string };
}

export interface StepsMissing {
  readonly missing: readonly string[];
}

/** `steps` stand after `before`, or nowhere, where they must come first. */
export interface StepsLate {
  readonly steps: readonly string[];
  readonly before: string;
}

/** What the work record of Art. 7 lacks; `ground`: the leader remarked that the ground is insufficient. */
export type ReportLack = 'reason' | 'basis' | 'leader' | 'afterEnd' | 'ground';
/** What a stop without resumption (Art. 11) lacks. */
export type StopLack = 'report' | 'promptReport' | 'statement';

export type Code = keyof FactsOfCode;

export interface FindingOf<C extends Code> {
  readonly code: C;
  readonly grade: Grade;
  readonly article: number;
  /** Row of the list, for the codes of the twelve matters. */
  readonly matter: number | null;
  readonly subject: Subject;
  /** Tells findings of one code and subject apart: a person, device, step, gap's beginning; '' where there is but one. */
  readonly about: string;
  readonly facts: FactsOfCode[C];
  readonly answeredBy: Role;
  /** The rules it was judged by; a later change leaves it as it is. */
  readonly ruleSetVersion: string;
}

export type Finding = { [C in Code]: FindingOf<C> }[Code];

/** Names a finding for ever: what answers and decisions sign. */
export const findingKey = ({ code, subject, about }: Pick<Finding, 'code' | 'subject' | 'about'>): string =>
  about === '' ? `${code}/${subject}` : `${code}/${subject}/${about}`;
