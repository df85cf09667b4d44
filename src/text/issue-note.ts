import { MOVE } from './equipment.ts';

/** What is written down when a device is given out, part by part. */
export interface IssueNote {
  readonly parts: string;
  readonly purpose: string;
  readonly power: string;
  readonly due: string;
}

const KEYS = Object.keys(MOVE.noteParts) as (keyof IssueNote)[];

/** One line for the register: 配件…；用途…；电量内存…；预计归还…, what was left empty left out. */
export function issueNote(note: IssueNote): string | null {
  const parts = KEYS.flatMap((key) => {
    const text = note[key].trim();
    return text === '' ? [] : [MOVE.notePart(MOVE.noteParts[key], text)];
  });
  return parts.length === 0 ? null : parts.join(MOVE.noteJoin);
}

/** The line in its parts again; what was not written in parts, as on passing a device on, stands whole in the first. */
export function readIssueNote(line: string | null): IssueNote {
  const read: Record<keyof IssueNote, string> = { parts: '', purpose: '', power: '', due: '' };
  let last: keyof IssueNote = 'parts';
  for (const piece of (line ?? '').split(MOVE.noteJoin)) {
    const key = KEYS.find((one) => piece.startsWith(MOVE.notePart(MOVE.noteParts[one], '')));
    if (key !== undefined) last = key;
    const text = key === undefined ? piece : piece.slice(MOVE.notePart(MOVE.noteParts[key], '').length);
    // A semicolon within a part is the writer's own.
    read[last] = read[last] === '' ? text : `${read[last]}${MOVE.noteJoin}${text}`;
  }
  return read;
}
