import type { BoundedReader } from '../read/bounded-reader.ts';
import { u32be, u64be, word } from '../read/bytes-at.ts';

/** Boxes of ISO 14496-12 §4.2: 32-bit length and name; length 1 means a 64-bit one follows, 0 that the box goes to the end. */

const BOX_NAME = /^[\x20-\x7e\xa9]{4}$/;

export interface Box {
  readonly name: string;
  readonly startAt: number;
  readonly contentAt: number;
  /** May lie beyond the file. */
  readonly end: number;
}

function toBox(head: Uint8Array, at: number, startAt: number, limit: number): Box | null {
  const name = word(head, at + 4);
  const size = u32be(head, at);
  if (!BOX_NAME.test(name)) return null;
  if (size === 0) return { name, startAt, contentAt: startAt + 8, end: limit };
  if (size !== 1) return size < 8 ? null : { name, startAt, contentAt: startAt + 8, end: startAt + size };
  const large = u64be(head, at + 8);
  return large < 16 ? null : { name, startAt, contentAt: startAt + 16, end: startAt + large };
}

/** The box at a place of the file; null if there is none. */
export async function boxAt(reader: BoundedReader, at: number): Promise<Box | null> {
  return toBox(await reader.read(at, at + 16), 0, at, reader.sizeBytes);
}

export interface InnerBox {
  readonly name: string;
  readonly content: Uint8Array;
}

/** The boxes side by side in the content of another. Ends at the first that is none, or that its parent cannot hold. */
export function childBoxes(content: Uint8Array): readonly InnerBox[] {
  return splitBoxes(content).boxes;
}

/** `tidy`: nothing but zeros follows the last box. */
export function splitBoxes(content: Uint8Array): { readonly boxes: readonly InnerBox[]; readonly tidy: boolean } {
  const boxes: InnerBox[] = [];
  let at = 0;
  while (at + 8 <= content.length) {
    const box = toBox(content, at, at, content.length);
    if (box === null || box.end > content.length) break;
    boxes.push({ name: box.name, content: content.subarray(box.contentAt, box.end) });
    at = box.end;
  }
  return { boxes, tidy: content.subarray(at).every((byte) => byte === 0) };
}
