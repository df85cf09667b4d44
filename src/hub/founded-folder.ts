import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeFoundedList, type FoundedAt } from '../domain/founded-at.ts';
import { readIfThere, writeWhole } from './certificate-folder.ts';

/** One PC has one bureau under one or two addresses; more is somebody's trial, and the oldest of those go. */
const MOST = 20;

export interface FoundedFolder {
  readonly list: () => readonly FoundedAt[];
  /** Kept on disk before it resolves; one that is known already writes nothing. */
  readonly add: (founded: FoundedAt) => Promise<void>;
}

/**
 * Which bureaus browsers of this PC have a book of, and under which address. It outlives a change of `PORT`. A file that
 * cannot be read is a lost hint and no reason to refuse a start.
 */
export async function openFoundedFolder(dir: string): Promise<FoundedFolder> {
  const path = join(dir, 'founded.json');
  let known = decodeFoundedList((await readIfThere(path).catch(() => undefined)) ?? '') ?? [];
  let writing: Promise<void> = Promise.resolve();
  const isKnown = ({ bureau, origin }: FoundedAt) =>
    known.some((one) => one.bureau === bureau && one.origin === origin);
  return {
    list: () => known,
    add: (founded) => {
      if (isKnown(founded)) return writing;
      known = [...known, founded].slice(-MOST);
      // One after the other, or an older list could be the last to arrive.
      writing = writing
        .catch(() => undefined)
        .then(() => mkdir(dir, { recursive: true, mode: 0o700 }))
        .then(() => writeWhole(path, `${JSON.stringify(known)}\n`, 0o600));
      return writing;
    },
  };
}
