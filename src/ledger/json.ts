export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Nothing of ours goes half as deep; a hundred thousand brackets stop some readers and not others. */
const MOST_LEVELS = 32;
const LONE_HALF = /\p{Surrogate}/u;
const LONE_HALVES = /\p{Surrogate}/gu;

/**
 * The value of a JSON text to which every reader comes, in any language and in twenty years: written as `JSON.stringify` writes it, so that no
 * member stands twice (some readers take the first, some the last); all text Unicode; not too deep. Undefined for any other. Never throws.
 */
export function readJson(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json;
    if (JSON.stringify(value) !== text) return undefined;
    return isPlain(text) || isReadable(value, MOST_LEVELS) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Such a text writes half a character as an escape and nothing else that begins so; most have few brackets and need no walk. */
const isPlain = (text: string): boolean =>
  !text.includes('\\ud') && countIn(text, '[') + countIn(text, '{') <= MOST_LEVELS;

function countIn(text: string, bracket: string): number {
  let count = 0;
  for (let at = text.indexOf(bracket); at >= 0 && count <= MOST_LEVELS; at = text.indexOf(bracket, at + 1)) count++;
  return count;
}

function isReadable(value: Json, levels: number): boolean {
  if (typeof value === 'string') return !LONE_HALF.test(value);
  if (value === null || typeof value !== 'object') return true;
  if (levels === 0) return false;
  if (Array.isArray(value)) return value.every((each: Json) => isReadable(each, levels - 1));
  return Object.entries(value).every(([name, each]) => !LONE_HALF.test(name) && isReadable(each, levels - 1));
}

/** JSON that `readJson` reads: half a character, as a cut text may end in one, becomes the mark for it. */
export const writeJson = (value: Json): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'string' ? each.replace(LONE_HALVES, '\ufffd') : each));
