import { concat, fromUtf8, utf8 } from '../../../base/bytes.ts';
import type { LinkEnd } from '../../../domain/link-end.ts';
import { SEAL_BYTES } from './cipher.ts';
import { MAX_FRAME_BYTES } from './pipe.ts';

/** A message is announced by its length; a longer one ends the link before a byte of it is kept. */
export const MAX_MESSAGE_BYTES = 4 * 1_048_576;
const STREAM_NAME = /^[A-Za-z0-9_/-]{1,64}$/;
const MAX_PLAIN_BYTES = MAX_FRAME_BYTES - SEAL_BYTES;

/** What a frame holds once it is opened: first byte kind, then the rest. */
const KIND = { first: 0, more: 1, ping: 2, pong: 3, bye: 4 } as const;

export type FrameEvent =
  | { readonly kind: 'message'; readonly stream: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'ping' }
  | { readonly kind: 'pong' }
  | { readonly kind: 'bye' }
  | { readonly kind: 'fault'; readonly code: Extract<LinkEnd, 'frame-malformed' | 'message-too-large'> }
  /** More of a message is to come. */
  | { readonly kind: 'part' };

export const PING = new Uint8Array([KIND.ping]);
export const PONG = new Uint8Array([KIND.pong]);
export const BYE = new Uint8Array([KIND.bye]);

/**
 * Cuts a message into frames. Frames of two messages are never mixed, so only the first names stream and length; words of the
 * link itself may stand between any two.
 */
export function cutMessage(stream: string, message: Uint8Array): Generator<Uint8Array<ArrayBuffer>> {
  if (!STREAM_NAME.test(stream)) throw new RangeError(`not the name of a stream: ${stream}`);
  if (message.byteLength > MAX_MESSAGE_BYTES) throw new RangeError(`a message of ${message.byteLength} bytes`);
  return framesOf(stream, message);
}

function* framesOf(stream: string, message: Uint8Array): Generator<Uint8Array<ArrayBuffer>> {
  const name = utf8(stream);
  const head = new Uint8Array(6);
  head.set([KIND.first, name.byteLength]);
  new DataView(head.buffer).setUint32(2, message.byteLength);
  const first = concat(head, name);
  let at = Math.min(message.byteLength, MAX_PLAIN_BYTES - first.byteLength);
  yield concat(first, message.subarray(0, at));
  while (at < message.byteLength) {
    const end = Math.min(message.byteLength, at + MAX_PLAIN_BYTES - 1);
    yield concat(new Uint8Array([KIND.more]), message.subarray(at, end));
    at = end;
  }
}

export interface Joiner {
  take(plain: Uint8Array<ArrayBuffer>): FrameEvent;
}

/** Puts messages together again. Never throws on hostile bytes. */
export function makeJoiner(): Joiner {
  let open: { readonly stream: string; readonly bytes: Uint8Array<ArrayBuffer>; filled: number } | null = null;
  const malformed = { kind: 'fault', code: 'frame-malformed' } as const;

  const fill = (part: Uint8Array): FrameEvent => {
    if (open === null || part.byteLength > open.bytes.byteLength - open.filled) return malformed;
    open.bytes.set(part, open.filled);
    open.filled += part.byteLength;
    if (open.filled < open.bytes.byteLength) return { kind: 'part' };
    const { stream, bytes } = open;
    open = null;
    return { kind: 'message', stream, bytes };
  };

  const begin = (plain: Uint8Array<ArrayBuffer>): FrameEvent => {
    const nameEnd = 6 + (plain[1] ?? 0);
    if (open !== null || plain.byteLength < nameEnd) return malformed;
    const stream = asciiOf(plain.subarray(6, nameEnd));
    if (!STREAM_NAME.test(stream)) return malformed;
    const total = new DataView(plain.buffer, plain.byteOffset).getUint32(2);
    if (total > MAX_MESSAGE_BYTES) return { kind: 'fault', code: 'message-too-large' };
    open = { stream, bytes: new Uint8Array(total), filled: 0 };
    return fill(plain.subarray(nameEnd));
  };

  return {
    take: (plain) => {
      switch (plain[0]) {
        case KIND.first:
          return begin(plain);
        case KIND.more:
          // An empty part would let a message never end.
          return plain.byteLength > 1 ? fill(plain.subarray(1)) : malformed;
        case KIND.ping:
          return { kind: 'ping' };
        case KIND.pong:
          return { kind: 'pong' };
        case KIND.bye:
          return { kind: 'bye' };
        default:
          return malformed;
      }
    },
  };
}

function asciiOf(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes);
  } catch {
    return '';
  }
}
