import { fromInstant, type Instant, toInstant } from '../domain/time.ts';
import type { ActivityFacts, RecordingFacts } from './facts.ts';

/** Arithmetic of Arts. 9 and 11: what of a stretch of time is covered by footage, and where the holes are. */

/** Epoch milliseconds, `from` included, `to` not; never empty inside a list of spans. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Overlapping spans, and spans at most `joinMs` apart, become one; in order. Cameras cut a recording into files by time or at
 * 4 GB: what is joined here is no interruption.
 */
export function joined(spans: readonly Span[], joinMs: number): readonly Span[] {
  const sorted = spans.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from || a.to - b.to);
  const out: Span[] = [];
  for (const span of sorted) {
    const last = out.at(-1);
    if (last === undefined || span.from - last.to > joinMs) out.push(span);
    else if (span.to > last.to) out[out.length - 1] = { from: last.from, to: span.to };
  }
  return out;
}

/** The parts of `spans` inside `window`. */
export const within = (spans: readonly Span[], window: Span): readonly Span[] =>
  spans
    .map(({ from, to }) => ({ from: Math.max(from, window.from), to: Math.min(to, window.to) }))
    .filter(({ from, to }) => to > from);

/** The parts of `window` outside `spans`, which must be joined and in order. */
export function holes(spans: readonly Span[], window: Span): readonly Span[] {
  const out: Span[] = [];
  let at = window.from;
  for (const { from, to } of within(spans, window)) {
    if (from > at) out.push({ from: at, to: from });
    at = to;
  }
  if (window.to > at) out.push({ from: at, to: window.to });
  return out;
}

export const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);

export interface Coverage {
  readonly window: Span;
  /** Footage of all devices together, inside the window. */
  readonly spans: readonly Span[];
  /** First and last covered moment, seen over all footage: recording may well begin before the arrival. */
  readonly firstFrame: number | null;
  readonly lastFrame: number | null;
  /** 0 to 1; 1 for an empty window. */
  readonly share: number;
  readonly holes: readonly Span[];
}

/** Union over devices of their joined segments, cut to the window. */
export function coverageIn(window: Span, devices: readonly (readonly Span[])[], joinMs: number): Coverage {
  const union = joined(
    devices.flatMap((segments) => joined(segments, joinMs)),
    joinMs,
  );
  const spans = within(union, window);
  const whole = window.to - window.from;
  return {
    window,
    spans,
    firstFrame: union[0]?.from ?? null,
    lastFrame: union.at(-1)?.to ?? null,
    share: whole <= 0 ? 1 : lengthOf(spans) / whole,
    holes: holes(spans, window),
  };
}

/** Sound or moving pictures: only these cover time. */
export const isRunning = ({ mediaType }: Pick<RecordingFacts, 'mediaType'>): boolean =>
  mediaType === 'video' || mediaType === 'audio';

/**
 * Coverage of an activity from arrival to end; null where it cannot be known: no arrival, no end, or running footage whose clock
 * cannot be trusted. Nobody is charged with a gap that may be a wrong clock.
 */
export function coverageOf(facts: ActivityFacts, joinSec: number): Coverage | null {
  const { arrivedAt, endedAt } = facts;
  if (arrivedAt === null || endedAt === null || endedAt < arrivedAt) return null;
  const running = facts.recordings.filter(isRunning);
  if (running.some(({ start }) => start === null)) return null;
  const window = { from: fromInstant(arrivedAt), to: fromInstant(endedAt) };
  const devices = [...new Set(running.map(({ device }) => device))];
  const segments = devices.map((device) => running.filter((recording) => recording.device === device));
  return coverageIn(
    window,
    segments.map((own) => segmentsOf(own, window.to)),
    joinSec * 1000,
  );
}

/** One device's files as spans. One of unknown length counts until the next one, or the end: doubt is for the officer. */
export function segmentsOf(segments: readonly RecordingFacts[], end: number): readonly Span[] {
  const starts = segments.flatMap(({ start, durationMs }) =>
    start === null ? [] : [{ from: fromInstant(start), durationMs }],
  );
  const sorted = starts.sort((a, b) => a.from - b.from);
  return sorted.map(({ from, durationMs }, i) => ({
    from,
    to: durationMs === null ? (sorted[i + 1]?.from ?? Math.max(end, from)) : from + durationMs,
  }));
}

export const toStretch = ({ from, to }: Span): { readonly from: Instant; readonly to: Instant } => ({
  from: toInstant(from),
  to: toInstant(to),
});
