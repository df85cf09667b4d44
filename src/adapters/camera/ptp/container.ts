import { garbled } from './camera-fault.ts';
import { CONTAINER } from './codes.ts';

export const HEADER_BYTES = 12;
/** Five parameters at most. */
export const MOST_RESPONSE_BYTES = HEADER_BYTES + 5 * 4;
/** The length of a container too long for its own length field. */
export const UNTOLD_LENGTH = 0xffff_ffff;

export interface ContainerHead {
  readonly length: number;
  readonly type: number;
  readonly code: number;
  readonly transaction: number;
}

export function encodeCommand(code: number, transaction: number, params: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER_BYTES + params.length * 4);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, bytes.length, true);
  view.setUint16(4, CONTAINER.command, true);
  view.setUint16(6, code, true);
  view.setUint32(8, transaction, true);
  params.forEach((param, index) => {
    view.setUint32(HEADER_BYTES + index * 4, param >>> 0, true);
  });
  return bytes;
}

/** Throws `camera-garbled` where these cannot be the first bytes of anything a camera may send. */
export function decodeHead(bytes: Uint8Array): ContainerHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < HEADER_BYTES) throw garbled('header cut short', { bytes: bytes.byteLength });
  const told = view.getUint32(0, true);
  const type = view.getUint16(4, true);
  // A size a little below 4 GiB, where files on cards end, makes a length that begins at 0 again.
  const isWrapped = told < HEADER_BYTES && type === CONTAINER.data;
  const head = {
    length: isWrapped ? UNTOLD_LENGTH : told,
    type,
    code: view.getUint16(6, true),
    transaction: view.getUint32(8, true),
  };
  if (head.length < HEADER_BYTES) throw garbled('container shorter than its header', { length: head.length });
  const { data, response, event } = CONTAINER;
  if (head.type !== data && head.type !== response && head.type !== event)
    throw garbled('no container of a camera', { type: head.type });
  if (head.type !== data && head.length > MOST_RESPONSE_BYTES)
    throw garbled('response too long', { length: head.length });
  return head;
}

export function decodeParams(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.byteLength >> 2 }, (_, index) => view.getUint32(index * 4, true));
}

/** Response codes of the standard and of MTP's and makers' extensions. */
const isResponseCode = (code: number): boolean => code >> 12 === 0x2 || code >> 12 === 0xa;

/**
 * Where a response container ends these bytes, its first byte; -1 where none does. A data phase that is a multiple of
 * the packet size may come without an empty packet, and then the response sits behind it in the same transfer.
 */
export function responseAtEnd(bytes: Uint8Array, transaction: number | null): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let length = HEADER_BYTES; length <= MOST_RESPONSE_BYTES && length <= bytes.byteLength; length += 4) {
    const at = bytes.byteLength - length;
    const isResponse =
      view.getUint32(at, true) === length &&
      view.getUint16(at + 4, true) === CONTAINER.response &&
      isResponseCode(view.getUint16(at + 6, true)) &&
      (transaction === null || view.getUint32(at + 8, true) === transaction);
    if (isResponse) return at;
  }
  return -1;
}
