import type { Brand } from '../base/brand.ts';

/** A moment as ISO 8601 UTC with milliseconds, 24 characters, so that text order is time order. */
export type Instant = Brand<string, 'Instant'>;

/** A stretch of time, as a person states it. */
export interface Part {
  readonly from: Instant;
  readonly to: Instant;
}

const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const BEIJING_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

export const isInstant = (text: string): text is Instant => FORM.test(text) && !Number.isNaN(Date.parse(text));

/** Throws RangeError outside the years 0–9999. */
export function toInstant(epochMs: number): Instant {
  const text = new Date(epochMs).toISOString();
  if (!FORM.test(text)) throw new RangeError('year out of range');
  return text as Instant;
}

const FIRST_MS = Date.UTC(-1, 12);
const LAST_MS = Date.UTC(10_000, 0) - 1;

/**
 * The same, but a moment past either end becomes the first or the last there is. An officer may sign any date and any length into an
 * entry, and a screen that reckons with it must not stop.
 */
const nearestInstant = (epochMs: number): Instant => toInstant(Math.min(LAST_MS, Math.max(FIRST_MS, epochMs)));

export const fromInstant = (instant: Instant): number => Date.parse(instant);

/** Calendar parts in Asia/Shanghai, which has been UTC+8 without summer time since 1992. */
export interface BeijingTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 = Sunday. */
  readonly weekday: number;
}

export function toBeijing(instant: Instant): BeijingTime {
  const shifted = new Date(fromInstant(instant) + BEIJING_MS);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: shifted.getUTCDay(),
  };
}

/** From wall-clock parts in Beijing; parts past their range carry over, as `Date.UTC` does. */
export function fromBeijing(parts: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}): Instant {
  const { year, month, day, hour = 0, minute = 0, second = 0 } = parts;
  return toInstant(Date.UTC(year, month - 1, day, hour, minute, second) - BEIJING_MS);
}

/** 24:00 in Beijing of the day `instant` falls on: the end of 当天 (Art. 13). */
export function endOfBeijingDay(instant: Instant): Instant {
  const shifted = fromInstant(instant) + BEIJING_MS;
  return nearestInstant((Math.floor(shifted / DAY_MS) + 1) * DAY_MS - BEIJING_MS);
}

export const plusMs = (instant: Instant, ms: number): Instant => nearestInstant(fromInstant(instant) + ms);

const two = (n: number): string => String(n).padStart(2, '0');

/** `2026-03-05` in Beijing. */
export function beijingDate(instant: Instant): string {
  const t = toBeijing(instant);
  return `${t.year}-${two(t.month)}-${two(t.day)}`;
}

/** `2026-03-05 14:30`, or with seconds, in Beijing: the form of table cells. */
export function beijingDateTime(instant: Instant, seconds = false): string {
  const t = toBeijing(instant);
  return `${beijingDate(instant)} ${two(t.hour)}:${two(t.minute)}${seconds ? `:${two(t.second)}` : ''}`;
}
