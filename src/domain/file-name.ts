import type { CaptureClaim } from './capture-claim.ts';
import { isClaimText } from './capture-claim.ts';

/**
 * What recorders write into file names. Names are habits of makers, so the patterns are data an office may change, and
 * "not understood" is a normal outcome. A name never identifies a file: names repeat, digest and size do not.
 *
 * A template describes the whole base name without its extension, in any case of letters:
 * `{time}` 14 digits YYYYMMDDhhmmss, also with `-`, `_`, `.` or blank between its parts · `{date}` 8 digits ·
 * `{clock}` 6 digits · `{ms}` 3 digits · `{device}` `{officer}` letters and digits · `{seq}` digits · `*` anything or
 * nothing. Every other character stands for itself.
 */
export interface FileNamePattern {
  readonly template: string;
  readonly zone: CaptureClaim['zone'];
}

export interface FileNameReading {
  readonly claim: CaptureClaim;
  readonly device: string | null;
  readonly officer: string | null;
  readonly sequence: string | null;
}

/** Tried in this order; the last two find a time anywhere in a name. */
export const FILE_NAME_PATTERNS: readonly FileNamePattern[] = [
  { template: 'PXL_{date}_{clock}{ms}*', zone: 'utc' },
  { template: 'DSJ_{time}', zone: 'local' },
  { template: 'DSJ_{device}_{officer}_{time}_{seq}', zone: 'local' },
  { template: 'DSJ_{device}_{time}*', zone: 'local' },
  { template: '{device}_{officer}_{date}_{clock}_{seq}', zone: 'local' },
  { template: '{device}_{officer}_{time}_{seq}', zone: 'local' },
  { template: '{date}_{clock}_{device}_{officer}_{seq}', zone: 'local' },
  { template: '{date}_{clock}_{seq}', zone: 'local' },
  { template: '{time}', zone: 'local' },
  { template: '*{time}*', zone: 'local' },
];

const DIGIT_GAP = '[-_. ]?';
const PIECES: Readonly<Record<string, string>> = {
  time: `(?<![0-9])(?<date>[0-9]{4}${DIGIT_GAP}[0-9]{2}${DIGIT_GAP}[0-9]{2})[-_. T]?(?<clock>[0-9]{2}${DIGIT_GAP}[0-9]{2}${DIGIT_GAP}[0-9]{2})(?![0-9])`,
  date: '(?<![0-9])(?<date>[0-9]{8})',
  clock: '(?<clock>[0-9]{6})',
  ms: '(?<ms>[0-9]{3})(?![0-9])',
  device: '(?<device>[A-Za-z0-9]{1,32})',
  officer: '(?<officer>[A-Za-z0-9]{1,32})',
  seq: '(?<seq>[0-9]{1,8})',
};

/** Longest name most file systems allow; longer ones are cut before matching, so that no template can take long. */
const MAX_NAME = 255;
const MAX_WILDCARDS = 3;

const compiled = new Map<string, RegExp | null>();

function compile(template: string): RegExp | null {
  const known = compiled.get(template);
  if (known !== undefined) return known;
  const expression = toExpression(template);
  compiled.set(template, expression);
  return expression;
}

function toExpression(template: string): RegExp | null {
  if (template.length > 120 || template.split('*').length - 1 > MAX_WILDCARDS) return null;
  let body = '';
  for (const part of template.split(/(\{[a-z]+\}|\*)/)) {
    const piece = PIECES[part.slice(1, -1)];
    if (part === '*') body += '.*?';
    else if (part.startsWith('{') && part.endsWith('}')) {
      if (piece === undefined) return null;
      body += piece;
    } else body += part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  }
  try {
    return new RegExp(`^${body}$`, 'isu');
  } catch {
    return null;
  }
}

/** Whether a template an office typed can be used: known pieces, none twice, a date and a clock among them. */
export function isFileNameTemplate(template: string): boolean {
  const timed = template.includes('{time}') || (template.includes('{date}') && template.includes('{clock}'));
  return timed && toExpression(template) !== null;
}

/** The first pattern that fits and names a second of the calendar; null: not understood. */
export function readFileName(
  name: string,
  patterns: readonly FileNamePattern[] = FILE_NAME_PATTERNS,
): FileNameReading | null {
  const base = name.slice(0, MAX_NAME).replace(/\.[^.]{1,8}$/, '');
  for (const { template, zone } of patterns) {
    const found = compile(template)?.exec(base)?.groups;
    if (found === undefined) continue;
    const date = found.date?.replace(/\D/g, '') ?? '';
    const clock = found.clock?.replace(/\D/g, '') ?? '';
    const text = isoText(date, clock, found.ms);
    if (!isClaimText(text)) continue;
    return {
      claim: { text, source: 'file-name', zone },
      device: found.device ?? null,
      officer: found.officer ?? null,
      sequence: found.seq ?? null,
    };
  }
  return null;
}

function isoText(date: string, clock: string, ms: string | undefined): string {
  const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`;
  const time = `${clock.slice(0, 2)}:${clock.slice(2, 4)}:${clock.slice(4, 6)}`;
  return `${day}T${time}${ms === undefined ? '' : `.${ms}`}`;
}
