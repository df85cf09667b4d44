import { createSHA256, createSM3, type IHasher } from 'hash-wasm';
import { fromBase64url } from '../../../base/base64url.ts';
import { byHasher, byWebCrypto, fasterLeafDigest, type LeafDigest } from './leaf-digest.ts';
import type { DigestStart, RingMessage } from './protocol.ts';

const makers: Record<DigestStart['algorithm'], () => Promise<IHasher>> = { sha256: createSHA256, sm3: createSM3 };

/** One place in the ring, ready for messages. */
export interface DigestPlace {
  readonly algorithm: DigestStart['algorithm'];
  /** null: this place only passes on, or makes leaves alone. */
  readonly hasher: IHasher | null;
  /** null: this place makes no leaves. */
  readonly leaf: LeafDigest | null;
}

/** What was found out about the machine holds as long as the worker. */
let leafOfThisWorker: Promise<LeafDigest> | null = null;
const makeLeafDigest = async (): Promise<LeafDigest> =>
  fasterLeafDigest(byWebCrypto, byHasher(await createSHA256()), () => performance.now());

/**
 * Hashers whose file is done. Each is a WebAssembly instance that reserves gigabytes of address space until it is collected: one made
 * for each file would end an intake of hundreds of files. A file that was stopped keeps its own; its worker is ended.
 */
const atRest: Record<DigestStart['algorithm'], IHasher[]> = { sha256: [], sm3: [] };

/** A hasher from the start, or one that goes on from a saved state. Throws on a state of another version of the library. */
export async function openPlace(start: Omit<DigestStart, 'from' | 'to'>): Promise<DigestPlace> {
  const { algorithm, whole, state } = start;
  if (algorithm === 'sha256') leafOfThisWorker ??= makeLeafDigest();
  const leaf = algorithm === 'sha256' ? await leafOfThisWorker : null;
  if (!whole) return { algorithm, hasher: null, leaf };
  const hasher = atRest[algorithm].pop() ?? (await makers[algorithm]());
  return { algorithm, hasher: state === null ? hasher.init() : hasher.load(fromBase64url(state)), leaf };
}

/** Adds one chunk, or closes the digest. What depends on order happens before this returns; the promise is of the leaf. */
export function digestMessage({ algorithm, hasher, leaf }: DigestPlace, message: RingMessage): Promise<RingMessage> {
  if (message.kind === 'end') {
    if (hasher !== null) {
      message[algorithm] = hasher.digest('hex');
      atRest[algorithm].push(hasher);
    }
    return Promise.resolve(message);
  }
  const bytes = new Uint8Array(message.buffer, 0, message.length);
  const made = leaf === null ? null : leaf(bytes);
  hasher?.update(bytes);
  if (hasher !== null && message.save) {
    const state = new Uint8Array(hasher.save());
    if (algorithm === 'sha256') message.sha256State = state;
    else message.sm3State = state;
  }
  if (made === null) return Promise.resolve(message);
  return Promise.resolve(made).then((digest) => {
    message.leaf = digest;
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
