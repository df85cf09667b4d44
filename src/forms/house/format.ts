import type { MediaType } from '../../domain/records.ts';
import { beijingDate, beijingDateTime, type Instant, plusMs, toBeijing } from '../../domain/time.ts';
import { articleByNumber } from '../../regulation/articles.ts';
import { RULE_SET } from '../../regulation/rule-set.ts';
import type { TextCell, TimeCell } from '../form-cell.ts';

const NOT_APPLICABLE = '／';

export const textCell = (text: TextCell): string => text ?? NOT_APPLICABLE;

/** `2026-03-05 14:30` in Beijing. */
export const timeCell = (at: TimeCell, seconds = false): string =>
  at === null || at === '' ? textCell(at) : beijingDateTime(at, seconds);

/** An end of day is printed as 24:00 of that day, as the regulation counts it, not as 00:00 of the next. */
export function deadlineCell(at: TimeCell): string {
  if (at === null || at === '') return textCell(at);
  const { hour, minute, second } = toBeijing(at);
  return hour + minute + second === 0 ? `${beijingDate(plusMs(at, -1000))} 24:00` : beijingDateTime(at);
}

export const dateCell = (at: TimeCell): string => (at === null || at === '' ? textCell(at) : beijingDate(at));

/** `2026年3月5日`: running text, no padding. */
export function runningDate(at: Instant): string {
  const { year, month, day } = toBeijing(at);
  return `${year}年${month}月${day}日`;
}

/** `2026年3月5日 14:30`. */
export const runningDateTime = (at: Instant): string => `${runningDate(at)} ${beijingDateTime(at).slice(-5)}`;

/** `0:10:00`, rounded to the second. `'unknown'` for footage whose length could not be read; null for photographs. */
export function durationCell(durationMs: number | 'unknown' | null): string {
  if (durationMs === null) return NOT_APPLICABLE;
  if (durationMs === 'unknown') return '不知道';
  const seconds = Math.round(durationMs / 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** `1,984,273,408` */
export const thousands = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** Decimal gigabytes, as on the maker's label. */
export const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(3);

/** Three decimals of the greatest unit that leaves a whole part: no file is printed as 0.000. */
export function sizeText(bytes: number): string {
  if (bytes >= 1e9) return `${gigabytes(bytes)} GB`;
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(3)} MB`;
  return bytes >= 1e3 ? `${(bytes / 1e3).toFixed(3)} KB` : `${bytes} 字节`;
}

/**
 * A file name as printed evidence: characters that show nothing or turn the text round (U+202E makes `gpj.exe` read
 * `exe.jpg`) and halves of a surrogate pair stand as `‹U+202E›`.
 */
export const visibleName = (name: TextCell): string =>
  textCell(name).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (c) => `‹U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`,
  );

export const shortDigest = (hex: string): string => hex.slice(0, 16);

/** `7f3a 91c4 …`: what a person types from paper comes in fours. */
export const inFours = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ');

/** Key ids are named by their first eight characters, in two groups. */
export const shortKey = (keyId: string): string => inFours(keyId.slice(0, 8));

export const MEDIA_WORDS: Readonly<Record<MediaType, string>> = {
  video: '视频',
  audio: '音频',
  photo: '照片',
  sidecar: '附属文件',
  other: '其他',
};

/** `依据：洛水政〔2020〕22号 第十二条、第十三条` */
export const ruleBase = (articles: readonly number[], more = ''): string =>
  `依据：${RULE_SET.docNo} ${articles.map((number) => articleByNumber(number).heading).join('、')}${more}`;
