import { utf8 } from '../base/bytes.ts';

/** Longest path on a medium, in characters: discs and Windows allow little more once it is put below another folder. */
const MOST_CHARACTERS = 120;
/** Longest part, in bytes of UTF-8: ext4 and most others end at 255, and Chinese takes three a character. */
const MOST_PART_BYTES = 200;
const MOST_ENDING = 12;

/** Names Windows keeps for devices, with any ending, in any case. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
/** Separators, what FAT and NTFS refuse, control characters, and marks that turn or hide the text around them. */
const REFUSED = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** Where one recording goes on a medium. Texts may be anything; null where there is none. */
export interface MediumPlace {
  /** Folder: the activity's number, or what stands for footage without an activity. */
  readonly folder: string;
  /** First part of the name: the recording's number, or the beginning of its digest. */
  readonly number: string;
  readonly originalName: string | null;
}

/**
 * `<folder>/<number>_<original name>`, safe on FAT, NTFS, ext4 and discs, and telling to a person. The same place gives
 * the same path; different ones may give the same, so the store must look before it writes. The ending is kept.
 */
export function mediumPath({ folder, number, originalName }: MediumPlace): string {
  const first = safePart(folder, MOST_CHARACTERS / 3);
  const room = MOST_CHARACTERS - first.length - 1;
  const { stem, ending } = splitEnding(clean(originalName ?? ''));
  const name = stem === '' ? number : `${clean(number)}_${stem}`;
  return `${first}/${safePart(name, room - ending.length, MOST_PART_BYTES - ending.length)}${ending}`;
}

/** One part that every file system takes, with at least one character. */
function safePart(text: string, mostCharacters: number, mostBytes: number = MOST_PART_BYTES): string {
  const part = trim(cut(clean(text), mostCharacters, mostBytes));
  const shown = part === '' ? '_' : part;
  return RESERVED.test(shown) ? trim(`_${cut(shown, mostCharacters - 1, mostBytes - 1)}`) : shown;
}

const clean = (text: string): string => trim(text.normalize('NFC').replace(REFUSED, '_'));

/** Windows drops dots and spaces at the end of a name; at its beginning they hide it or make it `..`. */
const trim = (text: string): string => text.replace(/^[.\s]+|[.\s]+$/gu, '');

/** By whole characters, so that none is torn. */
function cut(text: string, mostCharacters: number, mostBytes: number): string {
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += utf8(character).byteLength;
    if (kept.length + character.length > mostCharacters || bytes > mostBytes) break;
    kept += character;
  }
  return kept;
}

/** Only an ending of plain letters and digits is one: what follows a dot in a sentence is text. */
function splitEnding(name: string): { readonly stem: string; readonly ending: string } {
  const found = /^(.+)(\.[A-Za-z0-9]+)$/su.exec(name);
  const [, stem = name, ending = ''] = found ?? [];
  return ending.length <= MOST_ENDING ? { stem: trim(stem), ending } : { stem: name, ending: '' };
}

/** Another name beside one that is taken: `a (2).MP4`. Stays within the length by cutting the name. */
export function beside(path: string, count: number): string {
  const slash = path.lastIndexOf('/');
  const { stem, ending } = splitEnding(path.slice(slash + 1));
  const mark = ` (${count})`;
  const room = MOST_CHARACTERS - slash - 1 - ending.length - mark.length;
  const bytes = MOST_PART_BYTES - ending.length - mark.length;
  return `${path.slice(0, slash + 1)}${trim(cut(stem, room, bytes))}${mark}${ending}`;
}
