import { Fault } from '../../../base/fault.ts';
import type { LinkEnd } from '../../../domain/link-end.ts';

/** Bytes a sealed frame is longer than what is in it. */
export const SEAL_BYTES = 16;

export interface DirectionKeys {
  readonly send: CryptoKey;
  readonly receive: CryptoKey;
}

/**
 * AES-256-GCM, one key per direction, a counter as nonce. Pipes keep order and lose nothing, so the counter is not sent: a
 * frame that is replayed, left out, altered or turned back opens under no key.
 */
export interface Cipher {
  seal(plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /** Rejects with `Fault<'frame-forged'>`. */
  open(frame: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}

export function makeCipher({ send, receive }: DirectionKeys): Cipher {
  const [sealed, opened] = [makeCounter(), makeCounter()];
  return {
    seal: async (plain) => new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: sealed() }, send, plain)),
    open: async (frame) => {
      try {
        return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: opened() }, receive, frame));
      } catch (error) {
        throw new Fault<LinkEnd>('frame-forged', {}, error);
      }
    },
  };
}

function makeCounter(): () => Uint8Array<ArrayBuffer> {
  let count = 0n;
  return () => {
    const iv = new Uint8Array(12);
    new DataView(iv.buffer).setBigUint64(4, count++);
    return iv;
  };
}
