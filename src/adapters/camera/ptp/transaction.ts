import type { ByteReader, Wait } from './byte-reader.ts';
import { garbled, toCode } from './camera-fault.ts';
import { CONTAINER } from './codes.ts';
import {
  type ContainerHead,
  decodeParams,
  HEADER_BYTES,
  MOST_RESPONSE_BYTES,
  responseAtEnd,
  UNTOLD_LENGTH,
} from './container.ts';

export interface Response {
  readonly code: number;
  readonly params: readonly number[];
}

export interface Expected {
  readonly operation: number;
  readonly transaction: number;
  /**
   * Bytes of the data phase where they are known from elsewhere; null: what the container says. `untold`: the container's
   * word is not trusted either, as it may be the size modulo 2³²; the data end where a response stands.
   */
  readonly sizeBytes: number | null | 'untold';
  /** Most the first receive takes. */
  readonly firstBytes: number;
  /** This camera names no transaction in what it answers. */
  readonly isCareless: boolean;
  /** What was passed over stood under this transaction. */
  readonly onStray: (transaction: number) => void;
}

/** Leftovers of an earlier transaction that are passed over before the camera counts as out of step. */
const MOST_STRAYS = 8;

/** Yields the data phase as it comes and returns the response. Throws `Fault<CameraFaultCode>` and what stopped `wait`. */
export async function* receiveAnswer(
  reader: ByteReader,
  expected: Expected,
  wait: Wait,
): AsyncGenerator<Uint8Array<ArrayBuffer>, Response> {
  const { operation, transaction, firstBytes, isCareless, onStray } = expected;
  for (let strays = 0; strays <= MOST_STRAYS; strays++) {
    const head = await reader.head(strays === 0 ? firstBytes : MOST_RESPONSE_BYTES, wait);
    const isNameless = head.transaction === 0 && isCareless;
    const isOurs = head.transaction === transaction || isNameless;
    if (!isOurs) onStray(head.transaction);
    if (head.type === CONTAINER.data) {
      if (isOurs) yield* receiveData(reader, head, expected, wait);
      else await passOver(reader, head, wait);
      continue;
    }
    const rest = head.length - HEADER_BYTES;
    const params = decodeParams(await reader.exactly(rest, rest, wait));
    if (head.type === CONTAINER.response && isOurs) {
      reader.dropRest();
      return { code: head.code, params };
    }
    // An answer to something not yet asked: no leftover can look like that.
    if (head.type === CONTAINER.response && head.transaction > transaction)
      throw garbled('answer to another transaction', { transaction, answered: head.transaction });
  }
  throw garbled('no answer among leftovers', { operation: toCode(operation) });
}

async function passOver(reader: ByteReader, head: ContainerHead, wait: Wait): Promise<void> {
  if (head.length === UNTOLD_LENGTH) throw garbled('data of another transaction without an end');
  let left = head.length - HEADER_BYTES;
  while (left > 0) left -= (await reader.next(left, left, wait)).bytes.length;
}

async function* receiveData(
  reader: ByteReader,
  head: ContainerHead,
  { sizeBytes }: Expected,
  wait: Wait,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const { transaction } = head;
  const isUntold = head.length === UNTOLD_LENGTH;
  let left = isUntold ? 0 : head.length - HEADER_BYTES;
  // Above 4 GiB the length says nothing, or the size modulo 2³²; below, the container knows better than an old listing.
  if (typeof sizeBytes === 'number' && (isUntold || sizeBytes + HEADER_BYTES >= UNTOLD_LENGTH)) left = sizeBytes;
  while (left > 0) {
    const { bytes, ends } = await reader.next(left, left, wait);
    left -= bytes.length;
    const at = ends && left > 0 ? responseAtEnd(bytes, transaction) : -1;
    if (at >= 0) {
      reader.unread(bytes.subarray(at), ends);
      throw garbled('data shorter than promised', { missing: left });
    }
    if (bytes.length > 0) yield bytes;
  }
  if (typeof sizeBytes === 'number' || (sizeBytes === null && !isUntold)) return;
  yield* receiveBeyond(reader, transaction, wait);
}

/**
 * After what the container promised, or with no promise at all: everything up to a response is data. Nothing is certain
 * to come, so one receive at a time; a short packet that brought data ends them.
 */
async function* receiveBeyond(
  reader: ByteReader,
  transaction: number,
  wait: Wait,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  for (;;) {
    const { bytes, ends } = await reader.next(Number.POSITIVE_INFINITY, BEYOND_BYTES, wait);
    if (bytes.length === 0) continue;
    const at = ends ? responseAtEnd(bytes, transaction) : -1;
    const data = at < 0 ? bytes : bytes.subarray(0, at);
    if (data.length > 0) yield data;
    if (at >= 0) return reader.unread(bytes.subarray(at), ends);
  }
}

const BEYOND_BYTES = 1024 * 1024;
