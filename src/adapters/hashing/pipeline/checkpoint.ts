import * as v from 'valibot';
import { toHex } from '../../../base/hex.ts';
import type { Checkpoint, CopyDone, CopyStart } from './protocol.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const state = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,400}$/));

const checkpoint = v.object({
  version: v.literal(1),
  chunks: v.pipe(count, v.minValue(1)),
  sizeBytes: count,
  modifiedAt: v.nullable(v.string()),
  leaves: v.array(hex),
  states: v.nullable(v.object({ sha256: state, sm3: state })),
  openEnded: v.exactOptional(v.literal(true)),
});

/** What a finished pass found, written beside the part before it gets its plain name. */
export interface FinishedCopy extends CopyDone {
  readonly version: 1;
  readonly modifiedAt: string | null;
}

const finished = v.object({
  version: v.literal(1),
  sizeBytes: count,
  modifiedAt: v.nullable(v.string()),
  leaves: v.array(hex),
  treeSha256: hex,
  whole: v.nullable(v.object({ sha256: hex, sm3: hex })),
});

function decode<T>(schema: v.GenericSchema<unknown, T>, text: string): T | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** null: not written by this version, torn, or out of its own measure. Then the copy begins anew. */
export function decodeCheckpoint(text: string, chunkBytes: number): Checkpoint | null {
  const found = decode(checkpoint, text);
  if (found === null || found.leaves.length !== found.chunks) return null;
  return found.openEnded || found.chunks * chunkBytes <= found.sizeBytes ? found : null;
}

export function decodeFinished(text: string, chunkBytes: number): FinishedCopy | null {
  const found = decode(finished, text);
  return found !== null && found.leaves.length === Math.ceil(found.sizeBytes / chunkBytes) ? found : null;
}

type Identity = { readonly sizeBytes: number; readonly modifiedAt: string | null };

/** Size and time are those the listing gave. */
export const isOfSource = (kept: Identity, expected: CopyStart['expected']): boolean =>
  kept.sizeBytes === expected.sizeBytes && kept.modifiedAt === expected.modifiedAt;

/** Whether the source's first chunk is still the one that was copied: a card may hold another file of equal size and time. */
export async function startsAlike(kept: Checkpoint, first: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', first))) === kept.leaves[0];
}
