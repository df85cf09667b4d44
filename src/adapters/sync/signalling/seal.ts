import { fromBase64url } from '../../../base/base64url.ts';
import { concat, utf8 } from '../../../base/bytes.ts';

/** Messages may be lost, relay frames may not. They have keys of their own, so that one is never taken for the other. */
export type SealKind = 'message' | 'relay';

export interface Seals {
  /** Sealed for this peer, with the next number of that kind. */
  seal(kind: SealKind, to: string, plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /** null: not from this peer to us, changed, or heard before. `lost`: how many before it never came. */
  open(
    kind: SealKind,
    from: string,
    sealed: Uint8Array<ArrayBuffer>,
  ): Promise<{ readonly plain: Uint8Array<ArrayBuffer>; readonly lost: number } | null>;
}

const COUNTER_BYTES = 8;
const SALT = utf8('luzheng-signalling-v1');

interface Direction {
  readonly key: Promise<CryptoKey>;
  readonly label: Uint8Array<ArrayBuffer>;
  next: number;
}

/**
 * What the hub carries it cannot read, change, replay, turn back to its sender or hand to another: AES-256-GCM under a key
 * for sender → receiver (HKDF of the bureau's secret), numbered, both ids and the number authenticated. Peer ids live as
 * long as one connection and are never met again, so no number is ever used twice under one key.
 */
export function makeSeals(secret: string, room: string, self: string): Seals {
  const directions = new Map<string, Direction>();
  const master = crypto.subtle.importKey('raw', fromBase64url(secret), 'HKDF', false, ['deriveKey']);
  // Seen by whoever seals or opens; a connection that ends before must not raise an alarm.
  master.catch(() => undefined);

  const directionOf = (kind: SealKind, from: string, to: string): Direction => {
    const name = `${kind}|${room}|${from}|${to}`;
    const known = directions.get(name);
    if (known !== undefined) return known;
    const label = utf8(name);
    const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: SALT, info: label };
    const aes = { name: 'AES-GCM', length: 256 };
    const key = master.then((secretKey) =>
      crypto.subtle.deriveKey(hkdf, secretKey, aes, false, ['encrypt', 'decrypt']),
    );
    const fresh: Direction = { key, label, next: 0 };
    directions.set(name, fresh);
    return fresh;
  };

  return {
    seal: async (kind, to, plain) => {
      const direction = directionOf(kind, self, to);
      const counter = counterBytes(direction.next++);
      const sealed = await crypto.subtle.encrypt(gcm(direction, counter), await direction.key, plain);
      return concat(counter, new Uint8Array(sealed));
    },
    open: async (kind, from, sealed) => {
      if (sealed.byteLength < COUNTER_BYTES) return null;
      const direction = directionOf(kind, from, self);
      const counter = sealed.slice(0, COUNTER_BYTES);
      const number = Number(new DataView(counter.buffer).getBigUint64(0));
      const key = await direction.key;
      try {
        const opened = await crypto.subtle.decrypt(gcm(direction, counter), key, sealed.subarray(COUNTER_BYTES));
        // Looked at only now: what is not authentic says nothing about order. Callers open one after another.
        const lost = number - direction.next;
        if (lost < 0) return null;
        direction.next = number + 1;
        return { plain: new Uint8Array(opened), lost };
      } catch {
        return null;
      }
    },
  };
}

function counterBytes(counter: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(COUNTER_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(counter));
  return bytes;
}

const gcm = ({ label }: Direction, counter: Uint8Array): AesGcmParams => ({
  name: 'AES-GCM',
  iv: concat(new Uint8Array(4), counter),
  additionalData: concat(label, counter),
});
