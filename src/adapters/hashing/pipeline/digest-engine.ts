import { createSHA256, createSM3, type IHasher } from 'hash-wasm';
import { fromBase64url } from '../../../base/base64url.ts';
import type { DigestStart, RingMessage } from './protocol.ts';

const makers: Record<DigestStart['algorithm'], () => Promise<IHasher>> = { sha256: createSHA256, sm3: createSM3 };

/** A fresh hasher, or one that goes on from a saved state. */
export async function openHasher(algorithm: DigestStart['algorithm'], state: string | null): Promise<IHasher> {
  const hasher = await makers[algorithm]();
  return state === null ? hasher.init() : hasher.load(fromBase64url(state));
}

/** Adds one chunk of the ring, or closes the digest. The same message goes on, with this worker's part filled in. */
export async function digestMessage(
  hasher: IHasher,
  algorithm: DigestStart['algorithm'],
  message: RingMessage,
): Promise<RingMessage> {
  if (message.kind === 'end') {
    message[algorithm] = hasher.digest('hex');
    return message;
  }
  const bytes = new Uint8Array(message.buffer, 0, message.length);
  // The platform hashes the chunk on a thread of its own while this one runs the streaming digest.
  const leaf = algorithm === 'sha256' ? crypto.subtle.digest('SHA-256', bytes) : null;
  hasher.update(bytes);
  if (leaf !== null) message.leaf = new Uint8Array(await leaf);
  if (message.save) {
    const state = new Uint8Array(hasher.save());
    if (algorithm === 'sha256') message.sha256State = state;
    else message.sm3State = state;
  }
  return message;
}
