import * as decoding from 'lib0/decoding';

/** A message of y-webrtc, opened as far as its kind. */
export type SyncMessage =
  | { readonly kind: 'state-vector'; readonly bytes: Uint8Array }
  | { readonly kind: 'update'; readonly bytes: Uint8Array }
  /** Presence, and whatever else y-webrtc may say. */
  | { readonly kind: 'other' };

const SYNC = 0;
const STATE_VECTOR = 0;
const ANSWER = 1;
const UPDATE = 2;
/** An update without structs and without deletions. */
const EMPTY_UPDATE_BYTES = 2;

/** null where the bytes are no message at all. Never throws on hostile bytes. */
export function readSyncMessage(message: Uint8Array): SyncMessage | null {
  try {
    const decoder = decoding.createDecoder(message);
    if (decoding.readVarUint(decoder) !== SYNC) return { kind: 'other' };
    const kind = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (kind === STATE_VECTOR) return { kind: 'state-vector', bytes };
    return kind === ANSWER || kind === UPDATE ? { kind: 'update', bytes } : null;
  } catch {
    return null;
  }
}

export const isEmptyUpdate = (bytes: Uint8Array): boolean => bytes.byteLength <= EMPTY_UPDATE_BYTES;
