import { Fault, isFault } from '../../../../base/fault.ts';
import { toCode } from '../../ptp/camera-fault.ts';
import { OPERATION, type Operation, RESPONSE } from '../../ptp/codes.ts';
import type { PtpSession } from '../../ptp/session.ts';
import type { Response } from '../../ptp/transaction.ts';
import { type CameraObject, isSame, type MtpObjects } from './objects.ts';

const SLICE_BYTES = 4 * 1024 * 1024;
const FOUR_GIB = 2 ** 32;
/** So many hangs or halts in a row without a byte between them, and the file counts as unreadable. */
const MOST_FAILURES = 3;
/** What a new try may mend: the session recovers by itself before it. */
const PASSING: ReadonlySet<string> = new Set(['camera-silent', 'camera-garbled', 'camera-halted']);

type Pieces = AsyncGenerator<Uint8Array<ArrayBuffer>, void>;

/**
 * The bytes of an object from `offset` on: in slices with 95C1, with 101B as far as its 32 bits reach, otherwise whole
 * with GetObject. Goes on where it stood after a hang or a halt. Throws `item-changed` where the size is not what it was.
 */
export async function* readObject(
  session: PtpSession,
  objects: MtpObjects,
  object: CameraObject,
  offset: number,
  signal: AbortSignal,
): Pieces {
  let at = offset;
  for (let failures = 0; ; ) {
    const partial = partialOf(objects, object);
    const pieces =
      partial === null
        ? whole(session, object, at, signal)
        : slices(session, object, { operation: partial, isEnd: objects.isEnd }, at, signal);
    try {
      for await (const piece of pieces) {
        at += piece.length;
        failures = 0;
        yield piece;
      }
      break;
    } catch (error) {
      if (error instanceof Unsupported && partial !== null) {
        objects.forgo(partial);
        continue;
      }
      if (!isFault(error) || !PASSING.has(error.code)) throw error;
      failures += 1;
      if (failures < MOST_FAILURES) continue;
      // A camera that answers for the file and never gives it: one file is lost, and not all that come after it.
      const isThere = (await objects.object(object.handle, signal)) !== null;
      throw isThere ? new Fault('source-unreadable', { ...error.facts, fault: error.code }, error) : error;
    }
  }
  await mustBeWhole(objects, object, at, signal);
}

/** The camera says the same size as before the first byte, and that many bytes came. */
async function mustBeWhole(objects: MtpObjects, object: CameraObject, at: number, signal: AbortSignal): Promise<void> {
  const now = await objects.object(object.handle, signal);
  // A session that was opened anew on the way may have given the handle to another file.
  if (now === null || !isSame(object, now) || (object.sizeBytes !== null && at !== object.sizeBytes))
    throw new Fault('item-changed', { name: object.name, sizeBytes: at });
}

export function partialOf(objects: MtpObjects, { sizeBytes }: Pick<CameraObject, 'sizeBytes'>): Operation | null {
  if (objects.can(OPERATION.getPartialObject64)) return OPERATION.getPartialObject64;
  const reaches = sizeBytes !== null && sizeBytes < FOUR_GIB;
  return reaches && objects.can(OPERATION.getPartialObject) ? OPERATION.getPartialObject : null;
}

const paramsOf = (operation: Operation, handle: number, offset: number): readonly number[] =>
  operation === OPERATION.getPartialObject64
    ? [handle, offset % FOUR_GIB, Math.floor(offset / FOUR_GIB), SLICE_BYTES]
    : [handle, offset, SLICE_BYTES];

interface Partly {
  readonly operation: Operation;
  readonly isEnd: MtpObjects['isEnd'];
}

/** A camera may give less than a slice; only an empty one, or a refusal there, is the end of an object of unknown size. */
async function* slices(
  session: PtpSession,
  object: CameraObject,
  { operation, isEnd }: Partly,
  offset: number,
  signal: AbortSignal,
): Pieces {
  const { handle, sizeBytes } = object;
  for (let at = offset; sizeBytes === null || at < sizeBytes; ) {
    const before = at;
    const params = paramsOf(operation, handle, at);
    const likelyBytes = sizeBytes === null ? SLICE_BYTES : Math.min(SLICE_BYTES, sizeBytes - at);
    const reading = session.read(operation, params, { signal, sizeBytes: null, isSlice: true, likelyBytes });
    const isOver = (answer: number) => sizeBytes === null && at > 0 && at === before && isEnd(object, at, answer);
    for await (const piece of okOnly(operation, reading, isOver)) {
      at += piece.length;
      yield piece;
    }
    if (at === before) return;
  }
}

/** The object from its first byte, without what is there already. */
async function* whole(session: PtpSession, object: CameraObject, offset: number, signal: AbortSignal): Pieces {
  const sizeBytes = object.sizeBytes ?? 'untold';
  const reading = session.read(OPERATION.getObject, [object.handle], {
    signal,
    sizeBytes,
    isSlice: false,
    likelyBytes: object.sizeBytes ?? undefined,
  });
  let left = offset;
  for await (const piece of okOnly(OPERATION.getObject, reading)) {
    const wanted = piece.subarray(Math.min(left, piece.length));
    left -= piece.length - wanted.length;
    if (wanted.length > 0) yield wanted;
  }
}

/** The data of one operation, whose answer must be OK or as good as that. */
async function* okOnly(
  operation: Operation,
  reading: AsyncGenerator<Uint8Array<ArrayBuffer>, Response>,
  isAsGood: (answer: number) => boolean = () => false,
): Pieces {
  const { code } = yield* reading;
  if (!isAsGood(code)) mustBeOk(operation, code);
}

/** The camera lists an operation and then does not know it. */
class Unsupported extends Error {}

function mustBeOk(operation: Operation, answer: number): void {
  if (answer === RESPONSE.ok) return;
  const facts = { operation: toCode(operation), answer: toCode(answer) };
  if (answer === RESPONSE.operationNotSupported || answer === RESPONSE.parameterNotSupported)
    if (operation !== OPERATION.getObject) throw new Unsupported(facts.operation);
  if (answer === RESPONSE.invalidHandle) throw new Fault('item-gone', facts);
  if (answer === RESPONSE.storeNotAvailable) throw new Fault('source-gone', facts);
  throw new Fault('source-unreadable', facts);
}
