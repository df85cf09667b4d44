import * as Y from 'yjs';
import { fromUtf8 } from '../../base/bytes.ts';

/** No honest station sends more in one update: what is larger comes as a bundle. */
export const MAX_UPDATE_BYTES = 4 * 1_048_576;

/** An entry is longer than this; what holds more parts than there is room for entries is made to cost us time and memory. */
const LEAST_ENTRY_BYTES = 512;
export const MOST_PARTS = MAX_UPDATE_BYTES / LEAST_ENTRY_BYTES;

/** Kind of content, in the low five bits of a struct's first byte. */
const CONTENT = 31;
/** To read one is to make a document, which takes as long as to read a hundred entries. */
const SUBDOCUMENT = 9;

/** Counts structs and deletions as they are read: two bytes make an object, and four million of them a flood. */
class CountingDecoder extends Y.UpdateDecoderV1 {
  private parts = 0;

  override readInfo(): number {
    this.count();
    const info = super.readInfo();
    if ((info & CONTENT) === SUBDOCUMENT) throw new RangeError('a document within a document');
    return info;
  }

  override readDsClock(): number {
    this.count();
    return super.readDsClock();
  }

  private count(): void {
    if (++this.parts > MOST_PARTS) throw new RangeError('too many parts');
  }
}

/** One binary content, and the place it claims. */
export interface ForeignItem {
  readonly client: number;
  readonly clock: number;
  /** A compact JWS if it is honest: not yet looked at. */
  readonly text: string;
}

/** What a foreign update holds. It is read and never applied. */
export interface ForeignUpdate {
  readonly items: readonly ForeignItem[];
  /** Deletions and tombstones: no station ever makes one. */
  readonly deletes: number;
  /** Contents of another type, values of maps, bytes that are no text: no station ever makes one. */
  readonly foreign: number;
  /** Not an update at all, or larger or of more parts than one may be: nothing of it is believed. */
  readonly malformed: boolean;
}

const MALFORMED: ForeignUpdate = { items: [], deletes: 0, foreign: 0, malformed: true };

/**
 * Reads a Yjs update (v1) without a document. Stock Yjs would let ten bytes delete an entry everywhere and let a squatter on
 * (client, clock) split replicas under equal state vectors; here neither reaches one. Never throws on hostile bytes.
 */
export function readForeignUpdate(update: Uint8Array): ForeignUpdate {
  if (update.byteLength > MAX_UPDATE_BYTES) return MALFORMED;
  const decoded = decodeForeign(update);
  if (decoded === null) return MALFORMED;
  const items: ForeignItem[] = [];
  let [deletes, foreign] = [0, 0];
  for (const ranges of decoded.ds.clients.values()) deletes += ranges.length;
  for (const struct of decoded.structs) {
    if (struct instanceof Y.GC) deletes++;
    else if (struct instanceof Y.Item) {
      const text = textOf(struct);
      if (text !== null) items.push({ client: struct.id.client, clock: struct.id.clock, text });
      else if (struct.content instanceof Y.ContentDeleted) deletes++;
      else foreign++;
    }
    // What is left is a gap between two runs of one author: it says nothing.
  }
  return { items, deletes, foreign, malformed: false };
}

/** The parts of an update, as long as it is read in a time that its bytes account for; else null. Never throws. */
export function decodeForeign(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
  try {
    return Y.decodeUpdateV2(update, CountingDecoder);
  } catch {
    return null;
  }
}

/** The text of an array's binary element; null for anything else. */
function textOf({ content, parentSub }: Y.Item): string | null {
  if (!(content instanceof Y.ContentBinary) || parentSub !== null) return null;
  const [bytes] = content.getContent() as readonly unknown[];
  if (!(bytes instanceof Uint8Array)) return null;
  try {
    return fromUtf8(bytes);
  } catch {
    return null;
  }
}

/** A carrier has a client for each author's key; a vector of a million is made to cost us memory. */
const MAX_VECTOR_BYTES = 65_536;

/** True for the state vector of a peer that can be answered. */
export function isStateVector(bytes: Uint8Array): boolean {
  if (bytes.byteLength > MAX_VECTOR_BYTES) return false;
  try {
    Y.decodeStateVector(bytes);
    return true;
  } catch {
    return false;
  }
}
