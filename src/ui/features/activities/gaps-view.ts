import type { CourseRecord, FootageMoment, GapReport, GapStatement, Struck } from '../../../domain/course-records.ts';
import { emptyCourse } from '../../../domain/course-records.ts';
import type { GapCause } from '../../../domain/course-words.ts';
import type { Signed } from '../../../domain/records.ts';
import { fromInstant, type Instant } from '../../../domain/time.ts';
import { type Span, toStretch } from '../../../regulation/coverage.ts';
import { type Gap, gapsOf } from '../../../regulation/gaps.ts';
import { DESK } from '../../../text/activity-desk.ts';
import { REPORT_METHOD } from '../../../text/course.ts';
import { GAP_CAUSE } from '../../../text/findings.ts';
import { clock, timeInTable } from '../../../text/times.ts';
import type { JudgedActivity } from '../../../usecases/judged-activity.ts';
import type { Naming } from './activities-view.ts';
import { recordingNo } from './place-view.ts';

const T = DESK.gaps;
const SLACK_MS = 5 * 60_000;

/** One stretch without a recording, with what was said of it. */
export interface GapLine {
  readonly id: string;
  readonly kind: 'gap' | 'late-start' | 'early-end';
  readonly from: Instant;
  readonly to: Instant;
  readonly resumed: boolean;
  /** 中断：10:18:14 至 10:21:40，3 分 26 秒 */
  readonly title: string;
  readonly words: readonly string[];
  /** A cause is still to be written. */
  readonly open: boolean;
  readonly needsVoice: boolean;
  readonly needsReport: boolean;
  readonly stated: boolean;
  /** What a statement begins with: the cause marked on site, and what was stated last. */
  readonly begun: { readonly cause: GapCause | ''; readonly text: string };
  /** Statements and reports about it that nobody has acknowledged. */
  readonly toAcknowledge: readonly (GapReport | GapStatement)[];
}

const stands = ({ withdrawnBy }: Struck): boolean => withdrawnBy === null;

/** Gaps of the activity in order; null where continuity is not asked or cannot be known. */
export function gapLines(judged: JudgedActivity, naming: Naming): readonly GapLine[] | null {
  const seen = gapsOf(judged.facts, judged.rules);
  if (seen === null) return null;
  const course = judged.records.course ?? emptyCourse(judged.records.activity.id);
  const edge = (kind: 'late-start' | 'early-end', span: Span | null): readonly GapLine[] =>
    span === null
      ? []
      : [lineOf(kind, { span, account: null, resumed: kind === 'late-start' }, course, judged, naming)];
  return [
    ...edge('late-start', seen.lateStart),
    ...seen.gaps.map((gap) => lineOf('gap', gap, course, judged, naming)),
    ...edge('early-end', seen.earlyEnd),
  ];
}

const near = (from: Instant, to: Instant | null, span: Span): boolean =>
  fromInstant(from) - SLACK_MS < span.to && (to === null ? span.to : fromInstant(to)) + SLACK_MS > span.from;

function lineOf(
  kind: GapLine['kind'],
  { span, account, resumed }: Gap,
  course: CourseRecord,
  judged: JudgedActivity,
  naming: Naming,
): GapLine {
  const { from, to } = toStretch(span);
  const statements = course.gapStatements.filter((one) => stands(one) && near(one.from, one.to, span));
  const reports = course.gapReports.filter(
    (one) => stands(one) && fromInstant(one.from) >= span.from - SLACK_MS && fromInstant(one.from) <= span.to,
  );
  const withinMs = judged.rules.parameters.voiceExplainWithinSec * 1000;
  const spoken = judged.facts.voiceExplanations.find((at) => {
    const afterMs = fromInstant(at) - span.to;
    return afterMs >= 0 && afterMs <= withinMs;
  });
  const needsVoice = account !== null && resumed && spoken === undefined;
  const needsReport = account !== null && !resumed && account.reportedAt === null;
  return {
    id: `${kind} ${from}`,
    kind,
    from,
    to,
    resumed,
    title: T.line(T.kind[kind], clock(from), clock(to), T.length(span.to - span.from)),
    words: [
      account === null ? T.noCause : T.cause(GAP_CAUSE[account.cause]),
      ...voiceWords(account !== null && resumed, spoken, to),
      ...reportWords(account !== null, resumed, reports, naming),
      ...statementWords(statements, naming),
    ],
    open: account === null,
    needsVoice,
    needsReport,
    stated: statements.length > 0,
    begun: { cause: account?.cause ?? statements.at(-1)?.cause ?? '', text: statements.at(-1)?.text ?? '' },
    toAcknowledge: [...reports, ...statements].filter(({ acknowledged }) => acknowledged === null),
  };
}

function voiceWords(asked: boolean, spoken: Instant | undefined, to: Instant): readonly string[] {
  if (spoken !== undefined) {
    return [T.voice(clock(spoken), Math.round((fromInstant(spoken) - fromInstant(to)) / 1000))];
  }
  return asked ? [T.noVoice] : [];
}

function reportWords(
  accounted: boolean,
  resumed: boolean,
  reports: readonly GapReport[],
  naming: Naming,
): readonly string[] {
  if (reports.length > 0) {
    return reports.flatMap((one) => [
      T.reported(timeInTable(one.reportedAt), naming.person(one.to), REPORT_METHOD[one.method]),
      ...acknowledgedWords(one.acknowledged, naming),
    ]);
  }
  if (!accounted) return [];
  return [resumed ? T.noReportNeeded : T.notReported];
}

const statementWords = (statements: readonly GapStatement[], naming: Naming): readonly string[] =>
  statements.length === 0
    ? [T.notStated]
    : statements.flatMap((one) => [
        T.stated(signerOf(one.signed, naming), timeInTable(one.signed.at)),
        ...(one.text === null ? [] : [one.text]),
        ...acknowledgedWords(one.acknowledged, naming),
      ]);

const acknowledgedWords = (signed: Signed | null, naming: Naming): readonly string[] =>
  signed === null ? [] : [T.acknowledged(signerOf(signed, naming), timeInTable(signed.at))];

export const signerOf = ({ by }: Signed, naming: Pick<Naming, 'person'>): string =>
  by.kind === 'person' ? naming.person(by.person) : '';

/** A place in the footage of this activity, in words. */
export function momentWords(
  { recording, sec }: FootageMoment,
  recordings: JudgedActivity['records']['recordings'],
): string {
  const known = recordings.find(({ id }) => id === recording);
  return DESK.place.words(known === undefined ? recording.slice(0, 16) : recordingNo(known), Math.round(sec));
}
