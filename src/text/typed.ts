/**
 * What people type, put into the form the app keeps. Each function is applied on leaving a field, never while typing, and leaves
 * alone what it can't read, so that nothing typed is lost.
 */

const FULL_WIDTH = /[\uFF01-\uFF5E]/g;

/** Full-width letters, digits and signs of Chinese input methods as plain ones; the ideographic space too. */
export const toHalfWidth = (text: string): string =>
  text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');

/** Spaces at both ends away, runs of spaces to one. */
export const tidyText = (text: string): string => text.trim().replace(/[ \u3000]+/g, ' ');

/**
 * Document numbers are written with six-cornered brackets (GB/T 9704): `洛水政[2020]22号`, `（2020）`, `【2020】` become 〔2020〕. Only
 * brackets round a year are changed; others belong to the text.
 */
export const tidyDocumentNumber = (text: string): string =>
  tidyText(text).replace(
    /[[(（【［〔]\s*([0-9０-９]{4})\s*[\])）】］〕]/g,
    (_, year: string) => `〔${toHalfWidth(year)}〕`,
  );

/** `1,284` or `１２８４` as 1284; undefined if it is no number. */
export function readNumber(text: string): number | undefined {
  const plain = toHalfWidth(text).replaceAll(',', '').trim();
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

export const tidyNumber = (text: string): string => {
  const number = readNumber(text);
  return number === undefined ? tidyText(text) : toHalfWidth(text).replaceAll(',', '').trim();
};

const DATE = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?(?:[T\s]+(.*))?$/;
const PACKED = /^(\d{4})(\d{2})(\d{2})(?:[T\s]+(.*))?$/;
const TIME = /^(\d{1,2})\s*[:时]\s*(\d{1,2})(?:\s*[:分]\s*(\d{1,2})?)?\s*秒?$/;

const two = (n: number): string => String(n).padStart(2, '0');

/** To what a typed moment goes. */
export type Precision = 'day' | 'minute' | 'second';

/**
 * A date as people type it (`2026-3-5`, `2026.3.5`, `20260305`, `2026年3月5日`, full width too), with a time after it if `precision`
 * asks for one (`16:40`, `16时40分`). Returns `2026-03-05`, `2026-03-05 16:40` or `2026-03-05 16:40:37`, or undefined if there is no
 * such day or time.
 */
export function readTypedDate(text: string, precision: Precision = 'day'): string | undefined {
  const plain = toHalfWidth(text).trim();
  const match = DATE.exec(plain) ?? PACKED.exec(plain);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const probe = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 2199 || probe.getUTCMonth() !== month - 1 || probe.getUTCDate() !== day) return undefined;
  const date = `${year}-${two(month)}-${two(day)}`;
  const rest = match[4]?.trim() ?? '';
  if (precision === 'day') return rest === '' ? date : undefined;
  const time = readTypedTime(rest, precision);
  return time === undefined ? undefined : `${date} ${time}`;
}

/** `9:5` as `09:05`; with `second`, seconds are needed too. */
export function readTypedTime(text: string, precision: 'minute' | 'second' = 'minute'): string | undefined {
  const match = TIME.exec(toHalfWidth(text).trim());
  if (match === null) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  const second = match[3] === undefined ? undefined : Number(match[3]);
  if (hour > 23 || minute > 59 || (second ?? 0) > 59) return undefined;
  if (precision === 'minute') return `${two(hour)}:${two(minute)}`;
  return second === undefined ? undefined : `${two(hour)}:${two(minute)}:${two(second)}`;
}
