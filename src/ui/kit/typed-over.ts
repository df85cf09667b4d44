/**
 * A field of a form that several fill in, as a shared draft keeps it: nothing while it stands as it was signed, else a sign and what is
 * typed. Only what somebody changed is kept, so that two who begin apart do not write the whole form twice into one another.
 */
const SIGN = '\u001f';

export const keptText = (typed: string, signed: string): string => (typed === signed ? '' : `${SIGN}${typed}`);

/** What is typed, or what was signed. Where two typed one field apart, both stand in it: lists below one another, words in a line. */
export function shownText(kept: string, signed: string): string {
  if (kept === '') return signed;
  const parts = [...new Set(kept.split(SIGN).filter((part) => part !== ''))];
  return parts.join(parts.some((part) => part.includes(CELL)) ? LINE : ' ');
}

/** Lists are lines of cells; what is typed in a cell has no such sign. */
export const CELL = '\t';
export const LINE = '\n';
export const oneCell = (text: string): string => text.replaceAll(/[\t\n\r]/g, ' ');
