import { fromBase64url } from '../base/base64url.ts';
import { toHex } from '../base/hex.ts';
import type { KeyId } from '../domain/ids.ts';
import {
  beijingDate,
  beijingDateTime,
  endOfBeijingDay,
  fromInstant,
  type Instant,
  plusMs,
  toBeijing,
} from '../domain/time.ts';

/**
 * How times, lengths, counts, sizes and digests are said. Everything is shown in Beijing time; nothing here reads a clock.
 * Where a word and a figure meet, a plain space stands between them, so that copied text reads the same everywhere.
 */

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** Stands where a value cannot apply, as on the bureau's forms. */
export const NOT_APPLICABLE = '／';
/** Stands where a value is not known; never 0. */
export const UNKNOWN = '不知道';

const two = (n: number): string => String(n).padStart(2, '0');

/** `2026-03-05` */
export const dateInTable = beijingDate;
/** `2026-03-05 14:30` */
export const timeInTable = (at: Instant): string => beijingDateTime(at);
/** `2026-03-05 14:30:08`: timeline and chain. */
export const timeWithSeconds = (at: Instant): string => beijingDateTime(at, true);
/** `03-05 14:30`: a list whose year is plain from its head. */
export const timeWithoutYear = (at: Instant): string => beijingDateTime(at).slice(5);
/** `14:30:08` */
export const clock = (at: Instant): string => beijingDateTime(at, true).slice(11);
/** `14:30` */
export const clockMinutes = (at: Instant): string => beijingDateTime(at).slice(11);

/** `2026年3月5日`: running text of forms. */
export function dateInText(at: Instant): string {
  const t = toBeijing(at);
  return `${t.year}年${t.month}月${t.day}日`;
}

/** `2026年3月5日14时30分` */
export function timeInText(at: Instant): string {
  const t = toBeijing(at);
  return `${dateInText(at)}${t.hour}时${two(t.minute)}分`;
}

/** `2026-03-05 周四` */
export const dateWithWeekday = (at: Instant): string =>
  `${beijingDate(at)} ${WEEKDAYS[toBeijing(at).weekday] ?? ''}`.trimEnd();

/** `2026-03-05 周四 16:42（北京时间）` */
export const nowInHead = (at: Instant): string => `${dateWithWeekday(at)} ${clockMinutes(at)}（北京时间）`;

const seconds = (ms: number): number => Math.floor(Math.abs(ms) / SECOND_MS);

/** `0:10:00` */
export function lengthInCell(ms: number): string {
  const s = seconds(ms);
  return `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}

/** `3 分 26 秒`, `1 小时 05 分`, `2 天 3 小时`: the two greatest units; `0 秒` for nothing. Parts of a second are dropped. */
export function lengthInWords(ms: number): string {
  const s = seconds(ms);
  const figures = s < 60 ? [{ figure: String(s), unit: '秒' }] : figuresOf(s);
  return figures.map((f) => `${f.figure} ${f.unit}`).join(' ');
}

/** One figure of a length with its unit, so that a board can set them in two sizes. */
export interface Figure {
  readonly figure: string;
  readonly unit: string;
}

function figuresOf(s: number): readonly Figure[] {
  const [days, hours, minutes] = [Math.floor(s / 86_400), Math.floor(s / 3600) % 24, Math.floor(s / 60) % 60];
  if (days > 0) return pair(days, '天', hours, '小时', false);
  if (hours > 0) return pair(hours, '小时', minutes, '分', true);
  return pair(minutes, '分', s % 60, '秒', true);
}

function pair(major: number, majorUnit: string, minor: number, minorUnit: string, padded: boolean): readonly Figure[] {
  const first = { figure: String(major), unit: majorUnit };
  return minor === 0 ? [first] : [first, { figure: padded ? two(minor) : String(minor), unit: minorUnit }];
}

/** What a countdown says. `end` always belongs beside `words`: a countdown never stands without its end. */
export interface CountdownWords {
  readonly over: boolean;
  /** `还有` or `已过` */
  readonly lead: string;
  readonly figures: readonly Figure[];
  /** `还有 7 小时 18 分` */
  readonly words: string;
  /** `今日 24:00 截止` */
  readonly end: string;
}

/** Minutes left are rounded down, minutes past are too: neither side is flattered. Under a minute, seconds are said. */
export function countdownWords(deadline: Instant, now: Instant): CountdownWords {
  const leftMs = fromInstant(deadline) - fromInstant(now);
  const over = leftMs <= 0;
  const s = seconds(leftMs);
  const figures: readonly Figure[] =
    s < 60
      ? [{ figure: String(s), unit: '秒' }]
      : s < 3600
        ? [{ figure: String(Math.floor(s / 60)), unit: '分' }]
        : figuresOf(s);
  const lead = over ? '已过' : '还有';
  const words = `${lead} ${figures.map((f) => `${f.figure} ${f.unit}`).join(' ')}`;
  return { over, lead, figures, words, end: `${momentNear(deadline, now)} 截止` };
}

/**
 * `今日 24:00`, `明日 18:00`, `昨日 17:20`, `03-08 12:00`, `2027-01-02 09:00`: a moment as people near it say it. Midnight is the
 * 24:00 of the day that ends, since 当天 of Art. 13 is the calendar day.
 */
export function momentNear(at: Instant, now: Instant): string {
  const t = toBeijing(at);
  const midnight = t.hour === 0 && t.minute === 0 && t.second === 0;
  const day = midnight ? plusMs(at, -SECOND_MS) : at;
  return `${dayNear(day, now)} ${midnight ? '24:00' : clockMinutes(at)}`;
}

/** `今日`, `明日`, `昨日`, `03-08`, `2027-01-02` */
export function dayNear(at: Instant, now: Instant): string {
  const days = (fromInstant(endOfBeijingDay(at)) - fromInstant(endOfBeijingDay(now))) / DAY_MS;
  if (days === 0) return '今日';
  if (days === 1) return '明日';
  if (days === -1) return '昨日';
  const date = beijingDate(at);
  return date.slice(0, 4) === beijingDate(now).slice(0, 4) ? date.slice(5) : date;
}

/** Time left of a job, rounded up: `约剩 4 分`, `约剩 1 小时 10 分`, `约剩不到 1 分`. */
export function timeLeftInWords(ms: number): string {
  const minutes = Math.ceil(ms / MINUTE_MS);
  if (ms < MINUTE_MS) return '约剩不到 1 分';
  if (minutes < 60) return `约剩 ${minutes} 分`;
  const tens = Math.ceil(minutes / 10) * 10;
  const [hours, rest] = [Math.floor(tens / 60), tens % 60];
  return rest === 0 ? `约剩 ${hours} 小时` : `约剩 ${hours} 小时 ${rest} 分`;
}

/**
 * A device's clock against standard time, in seconds; positive means the device is ahead: `快 4 秒`, `慢 90 秒`, `慢 1 小时 05 分`,
 * `与标准时间一致`. Up to ten minutes it is said in seconds, because the parameter it is held against is in seconds.
 */
export function offsetInWords(offsetSec: number): string {
  const whole = Math.round(offsetSec);
  if (whole === 0) return '与标准时间一致';
  const size = Math.abs(whole);
  const words = size < 600 ? `${commas(size)} 秒` : lengthInWords(size * SECOND_MS);
  return `${whole > 0 ? '快' : '慢'} ${words}`;
}

/** `1,284` */
export const commas = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** The six digits two persons compare: `123 456`. */
export const inThrees = (six: string): string => `${six.slice(0, 3)} ${six.slice(3)}`;

/** `1,284 件` */
export const counted = (n: number, measure: string): string => `${commas(n)} ${measure}`;

/** `62%`; 100 only when all is done. */
export function percent(fraction: number): string {
  const bounded = Math.min(1, Math.max(0, fraction));
  return `${bounded === 1 ? 100 : Math.min(99, Math.floor(bounded * 100 + 1e-9))}%`;
}

const STEPS = [
  { unit: 'TB', bytes: 1e12 },
  { unit: 'GB', bytes: 1e9 },
  { unit: 'MB', bytes: 1e6 },
  { unit: 'kB', bytes: 1e3 },
] as const;

const stepOf = (bytes: number): { readonly unit: string; readonly bytes: number } =>
  // 999.5 MB would round to 1000 MB, so the next unit begins where three figures would overflow.
  STEPS.find((step) => bytes >= step.bytes * 0.9995) ?? { unit: '字节', bytes: 1 };

function threeFigures(value: number): string {
  if (value === 0) return '0';
  const decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  return value.toFixed(decimals);
}

/** On screen, three figures, decimal units as on the box of a medium: `1.19 GB`, `29.7 GB`, `214 MB`, `0 字节`. */
export function size(bytes: number): string {
  const step = stepOf(bytes);
  return step.bytes === 1 ? `${commas(bytes)} ${step.unit}` : `${threeFigures(bytes / step.bytes)} ${step.unit}`;
}

/** `18.4 / 29.7 GB`: both in the unit of the whole. The part never shows as the whole before it is. */
export function sizeOfWhole(part: number, whole: number): string {
  const step = stepOf(whole);
  if (step.bytes === 1) return `${commas(part)} / ${commas(whole)} ${step.unit}`;
  const total = threeFigures(whole / step.bytes);
  const decimals = total.includes('.') ? total.length - total.indexOf('.') - 1 : 0;
  const scale = 10 ** decimals;
  const shown = part >= whole ? total : (Math.floor((part / step.bytes) * scale + 1e-9) / scale).toFixed(decimals);
  return `${shown} / ${total} ${step.unit}`;
}

/** On forms, GB with three decimals: `18.420 GB`. */
export const sizeOnForm = (bytes: number): string => `${(bytes / 1e9).toFixed(3)} GB`;

/** `3,221,225,472 字节` */
export const sizeExact = (bytes: number): string => `${commas(bytes)} 字节`;

const inFours = (text: string): string => (text.match(/.{1,4}/g) ?? []).join(' ');

/** First and last eight digits of a digest in fours: `7f3a 91c4 … 0e5d b268`. The algorithm's name always stands beside it. */
export const digestShort = (hex: string): string =>
  hex.length <= 16 ? inFours(hex) : `${inFours(hex.slice(0, 8))} … ${inFours(hex.slice(-8))}`;

/** The first four bytes of a key's RFC 7638 thumbprint in hex, two groups of four: `9F3C 21A7`. */
export function keyGroups(key: KeyId): string {
  return inFours(toHex(fromBase64url(key).subarray(0, 4)).toUpperCase());
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1 to 99 as an article's number is written: 十三, 二十, 二十一. */
export function chineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError('1 to 99');
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  return `${head}${DIGITS[ones]}`;
}

/** `第十三条` */
export const articleName = (article: number): string => `第${chineseNumber(article)}条`;
