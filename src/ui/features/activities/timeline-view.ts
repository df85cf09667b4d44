import type { DeviceId } from '../../../domain/ids.ts';
import { fromInstant, type Instant, toInstant } from '../../../domain/time.ts';
import { coverageOf, isRunning, joined, type Span, segmentsOf } from '../../../regulation/coverage.ts';
import type { RecordingFacts } from '../../../regulation/facts.ts';
import { gapsOf } from '../../../regulation/gaps.ts';
import { stepById } from '../../../regulation/steps.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import { DESK } from '../../../text/activity-desk.ts';
import { GAP_CAUSE } from '../../../text/findings.ts';
import { clock, clockMinutes, lengthInWords, percent, timeWithSeconds } from '../../../text/times.ts';
import type { JudgedActivity } from '../../../usecases/judged-activity.ts';
import {
  MINUTE_MS,
  placed,
  type TimelineGap,
  type TimelineLane,
  type TimelineMark,
  type TimelineTick,
  tickStep,
} from '../../kit/timeline-scale.ts';
import type { Naming } from './activities-view.ts';

const T = DESK.timeline;
/** Footage far from the visit, such as a postal receipt weeks later, would leave a hair of the rest. */
const ROOM_MS = 30 * MINUTE_MS;

/** One line of the table that says the same in words. */
export interface TimelineRow {
  readonly id: string;
  readonly at: string;
  readonly lane: string;
  readonly words: string;
  readonly length: string;
}

export interface ActivityTimeline {
  readonly lanes: readonly TimelineLane[];
  readonly gaps: readonly TimelineGap[];
  readonly marks: readonly TimelineMark[];
  readonly edges: readonly { readonly left: number; readonly words: string; readonly atEnd: boolean }[];
  readonly ticks: readonly TimelineTick[];
  readonly sub: string;
  /** Recordings whose time is not known or far away. */
  readonly unplaced: number;
  readonly rows: readonly TimelineRow[];
}

interface Lane {
  readonly device: DeviceId | null;
  readonly name: string;
  readonly spans: readonly Span[];
  readonly photos: readonly number[];
  readonly files: number;
}

interface Moment {
  readonly id: string;
  readonly at: number;
  readonly sign: string;
  readonly words: string;
  readonly href: string | null;
}

/** Everything of one activity along the clock; null where there is neither an arrival nor footage with a known time. */
export function activityTimeline(judged: JudgedActivity, naming: Naming): ActivityTimeline | null {
  const { facts, rules } = judged;
  const joinMs = rules.parameters.segmentJoinSec * 1000;
  const window = windowOf(judged);
  if (window === null) return null;
  const near = facts.recordings.filter(({ start }) => start !== null && isIn(fromInstant(start), window));
  const lanes = lanesOf(near, window, joinMs, naming);
  // Before anything was taken in there is no share of it: 0 % would say that nothing was recorded.
  const coverage = facts.recordings.length === 0 ? null : coverageOf(facts, rules.parameters.segmentJoinSec);
  const gaps = gapsOf(facts, rules);
  const moments = momentsOf(judged).filter(({ at }) => isIn(at, window));
  const scale = (at: number): number => placed(at, window);
  const shown = [
    ...(gaps?.gaps ?? []),
    ...[gaps?.lateStart, gaps?.earlyEnd].flatMap((span) => (span ? [{ span, account: null }] : [])),
  ].map(({ span, account }) => ({ span, words: account === null ? T.noCause : GAP_CAUSE[account.cause] }));
  return {
    lanes: [
      ...lanes.map((lane) => toLane(lane, scale)),
      ...(coverage === null ? [] : [coverageLane(coverage.spans, coverage.share, scale)]),
    ],
    gaps: shown.map(({ span, words }) => ({
      left: scale(span.from),
      width: scale(span.to) - scale(span.from),
      words: T.gap(lengthInWords(span.to - span.from), words),
    })),
    marks: moments.map((moment) => ({ ...moment, left: scale(moment.at) })),
    edges: edgesOf(judged, scale),
    ticks: ticksOf(window),
    sub: subOf(judged, coverage?.share ?? null),
    unplaced: facts.recordings.length - near.length,
    rows: rowsOf(judged, lanes, shown, moments),
  };
}

const isIn = (at: number, { from, to }: Span): boolean => from <= at && at <= to;

function windowOf({ facts, records }: JudgedActivity): Span | null {
  const begun = records.activity.arrived?.at ?? null;
  const ended = records.activity.finished?.at ?? null;
  const starts = facts.recordings.flatMap(({ start }) => (start === null ? [] : [fromInstant(start)]));
  const ends = facts.recordings.flatMap(({ start, durationMs }) =>
    start === null ? [] : [fromInstant(start) + (durationMs ?? 0)],
  );
  const from = begun === null ? least(starts) : fromInstant(begun);
  if (from === null) return null;
  const to = ended === null ? (greatest(ends) ?? from + ROOM_MS) : fromInstant(ended);
  const last = Math.max(to, from + MINUTE_MS);
  const outer = {
    from: Math.min(from, ...within(starts, from - ROOM_MS, from)),
    to: Math.max(last, ...within(ends, last, last + ROOM_MS)),
  };
  const margin = (outer.to - outer.from) * 0.02;
  return { from: outer.from - margin, to: outer.to + margin };
}

const least = (values: readonly number[]): number | null =>
  values.reduce<number | null>((a, b) => (a === null || b < a ? b : a), null);
const greatest = (values: readonly number[]): number | null =>
  values.reduce<number | null>((a, b) => (a === null || b > a ? b : a), null);
/** The least and the greatest alone: tens of thousands of arguments are more than a call can take. */
function within(values: readonly number[], from: number, to: number): readonly number[] {
  const some = values.filter((value) => value >= from && value <= to);
  return [least(some), greatest(some)].flatMap((value) => value ?? []);
}

function lanesOf(near: readonly RecordingFacts[], window: Span, joinMs: number, naming: Naming): readonly Lane[] {
  const byDevice = new Map<DeviceId | null, RecordingFacts[]>();
  for (const recording of near) {
    const own = byDevice.get(recording.device);
    if (own === undefined) byDevice.set(recording.device, [recording]);
    else own.push(recording);
  }
  return [...byDevice]
    .map(([device, recordings]): Lane => {
      const running = recordings.filter(isRunning);
      return {
        device,
        name: device === null ? T.unregistered : naming.device(device),
        spans: joined(segmentsOf(running, window.to), joinMs),
        photos: recordings.flatMap(({ mediaType, start }) =>
          mediaType === 'photo' && start !== null ? [fromInstant(start)] : [],
        ),
        files: running.length,
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Bars finer than a thousandth of the axis are one on the screen; the table keeps each. */
const FINEST = 0.1;

function toLane({ device, name, spans, photos, files }: Lane, scale: (at: number) => number): TimelineLane {
  const bars = joined(
    spans.map(({ from, to }) => ({ from: scale(from), to: Math.max(scale(to), scale(from) + FINEST) })),
    FINEST,
  );
  const dots = [...new Set(photos.map((at) => Math.round(scale(at) * 10) / 10))];
  const words = [
    ...(files > 0 ? [T.segments(files)] : []),
    ...(photos.length > 0 ? [T.photos(photos.length)] : []),
  ].join(DESK.findings.list);
  return {
    id: device ?? 'none',
    name,
    kind: 'device',
    words,
    bars: bars.map(({ from, to }) => ({ left: from, width: to - from })),
    dots,
  };
}

const coverageLane = (spans: readonly Span[], share: number, scale: (at: number) => number): TimelineLane => ({
  id: 'coverage',
  name: T.coverage,
  kind: 'coverage',
  words: percent(share),
  bars: joined(
    spans.map(({ from, to }) => ({ from: scale(from), to: scale(to) })),
    FINEST,
  ).map(({ from, to }) => ({ left: from, width: to - from })),
  dots: [],
});

/** The notice, spoken reasons and done steps, in the order of time. */
function momentsOf({ facts }: JudgedActivity): readonly Moment[] {
  const notice =
    facts.notice === null ? [] : [{ at: facts.notice.at, sign: T.noticeSign, words: T.notice, recording: null }];
  const spoken = facts.voiceExplanations.map((at) => ({ at, sign: T.voiceSign, words: T.voice, recording: null }));
  const steps = facts.steps.flatMap((mark) =>
    mark.state !== 'done' || mark.at === null
      ? []
      : [
          {
            at: mark.at,
            sign: mark.step.slice(mark.step.indexOf('s') + 1),
            words: stepById(mark.step)?.wording ?? mark.step,
            recording: mark.recording,
          },
        ],
  );
  return [...notice, ...spoken, ...steps]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ at, sign, words, recording }, i) => ({
      id: `${i}`,
      at: fromInstant(at),
      sign,
      words: `${words} ${clock(at)}`,
      href: recording === null ? null : `/register/${recording}`,
    }));
}

function edgesOf({ records }: JudgedActivity, scale: (at: number) => number): ActivityTimeline['edges'] {
  const { arrived, finished } = records.activity;
  return [
    ...(arrived === null
      ? []
      : [{ left: scale(fromInstant(arrived.at)), words: T.arrived(clock(arrived.at)), atEnd: false }]),
    ...(finished === null
      ? []
      : [{ left: scale(fromInstant(finished.at)), words: T.finished(clock(finished.at)), atEnd: true }]),
  ];
}

function ticksOf(window: Span): readonly TimelineTick[] {
  const step = tickStep(window);
  const ticks: TimelineTick[] = [];
  for (let at = Math.ceil(window.from / step) * step; at <= window.to; at += step) {
    ticks.push({ left: placed(at, window), words: clockMinutes(toInstant(at)) });
  }
  return ticks;
}

function subOf({ facts }: JudgedActivity, share: number | null): string {
  if (share !== null) return T.sub(percent(share));
  if (facts.arrivedAt === null || facts.endedAt === null) return T.subOpen;
  return facts.recordings.length === 0 ? T.subNone : T.subClock;
}

function rowsOf(
  judged: JudgedActivity,
  lanes: readonly Lane[],
  gaps: readonly { readonly span: Span; readonly words: string }[],
  moments: readonly Moment[],
): readonly TimelineRow[] {
  const rows: { at: number; lane: string; words: string; lengthMs: number | null }[] = [];
  const point = (at: Instant, words: string) =>
    rows.push({ at: fromInstant(at), lane: T.marks, words, lengthMs: null });
  const { arrived, finished } = judged.records.activity;
  if (arrived !== null) point(arrived.at, T.arrival);
  if (finished !== null) point(finished.at, T.end);
  for (const { name, spans, photos } of lanes) {
    for (const { from, to } of spans) rows.push({ at: from, lane: name, words: T.covered, lengthMs: to - from });
    for (const at of photos) rows.push({ at, lane: name, words: T.photo, lengthMs: null });
  }
  for (const { span, words } of gaps) {
    const lengthMs = span.to - span.from;
    rows.push({ at: span.from, lane: T.coverage, words: T.gap(lengthInWords(lengthMs), words), lengthMs });
  }
  for (const { at, words } of moments) rows.push({ at, lane: T.marks, words, lengthMs: null });
  return rows
    .sort((a, b) => a.at - b.at)
    .map(({ at, lane, words, lengthMs }, i) => ({
      id: `${i}`,
      at: timeWithSeconds(toInstant(at)),
      lane,
      words,
      length: lengthMs === null ? ACTIVITIES.none : lengthInWords(lengthMs),
    }));
}
