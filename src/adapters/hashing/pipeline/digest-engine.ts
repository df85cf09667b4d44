import { createSHA256, createSM3, type IHasher } from 'hash-wasm';
import { fromBase64url } from '../../../base/base64url.ts';
import type { DigestStart, RingMessage } from './protocol.ts';

const makers: Record<DigestStart['algorithm'], () => Promise<IHasher>> = { sha256: createSHA256, sm3: createSM3 };

/** One place in the ring, ready for messages. */
export interface DigestPlace {
  readonly algorithm: DigestStart['algorithm'];
  /** null: this place only passes on, and the sha256 one makes leaves. */
  readonly hasher: IHasher | null;
}

/** A fresh hasher, or one that goes on from a saved state. Throws on a state of another version of the library. */
export async function openPlace(start: Omit<DigestStart, 'from' | 'to'>): Promise<DigestPlace> {
  const { algorithm, whole, state } = start;
  if (!whole) return { algorithm, hasher: null };
  const hasher = await makers[algorithm]();
  return { algorithm, hasher: state === null ? hasher.init() : hasher.load(fromBase64url(state)) };
}

/**
 * Adds one chunk, or closes the digest. What depends on order happens before this returns; the promise is of the leaf,
 * which the platform makes on a thread of its own from a copy taken at the call.
 */
export function digestMessage({ algorithm, hasher }: DigestPlace, message: RingMessage): Promise<RingMessage> {
  if (message.kind === 'end') {
    if (hasher !== null) message[algorithm] = hasher.digest('hex');
    return Promise.resolve(message);
  }
  const bytes = new Uint8Array(message.buffer, 0, message.length);
  const leaf = algorithm === 'sha256' ? crypto.subtle.digest('SHA-256', bytes) : null;
  hasher?.update(bytes);
  if (hasher !== null && message.save) {
    const state = new Uint8Array(hasher.save());
    if (algorithm === 'sha256') message.sha256State = state;
    else message.sm3State = state;
  }
  if (leaf === null) return Promise.resolve(message);
  return leaf.then((digest) => {
    message.leaf = new Uint8Array(digest);
    return message;
  });
}

/** Takes messages strictly in order and passes them on strictly in order. The promise fails with the first that failed. */
export function runPlace(
  place: DigestPlace,
  pass: (message: RingMessage) => void,
): (message: RingMessage) => Promise<void> {
  let passed: Promise<void> = Promise.resolve();
  return (message) => {
    const digested = digestMessage(place, message);
    passed = passed.then(async () => pass(await digested));
    return passed;
  };
}
