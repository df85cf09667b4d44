import { isFault } from '../../../../base/fault.ts';
import type { FootageItem } from '../../../../domain/ports/footage-source.ts';
import type { Instant } from '../../../../domain/time.ts';
import { cameraFault, toCode } from '../../ptp/camera-fault.ts';
import { ASSOCIATION_FORMAT, OBJECT_PROP, OPERATION, RESPONSE } from '../../ptp/codes.ts';
import { decodeIds, decodeObject } from '../../ptp/datasets.ts';
import { decodeDate } from '../../ptp/ptp-date.ts';
import type { PtpSession } from '../../ptp/session.ts';
import { decodePropList, decodeU64, type ListedProp } from '../../ptp/values.ts';

/** One object of the camera, as far as it says what it is. */
export interface CameraObject {
  readonly handle: number;
  readonly name: string;
  readonly isFolder: boolean;
  /**
   * null: not known for certain. `ObjectInfo` has 32 bits for it, and above 4 GiB one camera says 0xFFFFFFFF and another the
   * size modulo 2³², which would cut a recording of 5 GiB to 1 GiB in silence; only property 0xDC04 is believed.
   */
  readonly sizeBytes: number | null;
  /** What the list shows where the size is not certain. */
  readonly saidBytes: number;
  readonly modifiedAt: Instant | null;
}

export interface Placed {
  readonly item: FootageItem;
  readonly object: CameraObject;
}

/** All objects of the whole store, to cameras that follow PTP; the root, to those that follow MTP. */
const ANY = 0;
const ROOT = 0xffff_ffff;
const ALL_PROPS = 0xffff_ffff;

/** Asks a session for folders and what is in them, in the quickest way this camera knows. */
export class MtpObjects {
  readonly #session: PtpSession;
  /** Some cameras list 0x9805 and answer it with the folder alone, or without sizes: then it is not asked again. */
  #isListGood: boolean;
  #hasSizes: boolean;

  constructor(session: PtpSession) {
    this.#session = session;
    this.#isListGood = session.can(OPERATION.getObjectPropList);
    this.#hasSizes = session.can(OPERATION.getObjectPropValue);
  }

  async storages(signal: AbortSignal): Promise<readonly number[]> {
    const { bytes } = await this.#session.demand(OPERATION.getStorageIds, [], signal);
    // An empty slot is listed with the lower half 0.
    return decodeIds(bytes).filter((id) => (id & 0xffff) !== 0);
  }

  /** Handles below a folder, null being the root, which some call 0xFFFFFFFF and some 0. */
  async handles(storage: number, folder: number | null, signal: AbortSignal): Promise<readonly number[]> {
    const parents = folder === null ? [ROOT, ANY] : [folder];
    let refusal: number = RESPONSE.ok;
    for (const parent of parents) {
      const answer = await this.#session.ask(OPERATION.getObjectHandles, [storage, 0, parent], signal);
      if (answer.code === RESPONSE.ok) return decodeIds(answer.bytes);
      refusal = answer.code;
    }
    throw cameraFault('camera-refused', {
      operation: toCode(OPERATION.getObjectHandles),
      answer: toCode(refusal),
    });
  }

  /** Everything in a folder in one answer; null where this camera does not do that well. */
  async listed(
    folder: number,
    handles: readonly number[],
    signal: AbortSignal,
  ): Promise<readonly CameraObject[] | null> {
    if (!this.#isListGood || handles.length < 2) return null;
    const answer = await this.#session.ask(OPERATION.getObjectPropList, [folder, 0, ALL_PROPS, 0, 1], signal);
    const found = answer.code === RESPONSE.ok ? this.#fromList(answer.bytes, handles) : null;
    if (found === null) this.#isListGood = false;
    return found;
  }

  #fromList(bytes: Uint8Array, handles: readonly number[]): readonly CameraObject[] | null {
    let props: readonly ListedProp[];
    try {
      props = decodePropList(bytes);
    } catch (error) {
      if (!isFault(error)) throw error;
      return null;
    }
    const byHandle = new Map<number, Map<number, ListedProp['value']>>();
    for (const { handle, prop, value } of props) {
      const own = byHandle.get(handle) ?? new Map<number, ListedProp['value']>();
      byHandle.set(handle, own.set(prop, value));
    }
    const objects = handles.map((handle) => toObject(handle, byHandle.get(handle)));
    return objects.every((object) => object !== null) ? objects : null;
  }

  /** null: the object went away meanwhile. */
  async object(handle: number, signal: AbortSignal): Promise<CameraObject | null> {
    const answer = await this.#session.ask(OPERATION.getObjectInfo, [handle], signal);
    if (answer.code === RESPONSE.invalidHandle) return null;
    if (answer.code !== RESPONSE.ok)
      throw cameraFault('camera-refused', { operation: toCode(OPERATION.getObjectInfo), answer: toCode(answer.code) });
    const told = decodeObject(answer.bytes);
    const isFolder = told.format === ASSOCIATION_FORMAT;
    const sizeBytes = isFolder ? 0 : await this.size(handle, signal);
    return {
      handle,
      name: told.fileName,
      isFolder,
      sizeBytes,
      saidBytes: sizeBytes ?? told.size32,
      modifiedAt: decodeDate(told.modified) ?? decodeDate(told.created),
    };
  }

  /** Property 0xDC04, the only size without a limit. null: this camera does not have it. */
  async size(handle: number, signal: AbortSignal): Promise<number | null> {
    if (!this.#hasSizes) return null;
    const answer = await this.#session.ask(OPERATION.getObjectPropValue, [handle, OBJECT_PROP.size], signal);
    if (answer.code === RESPONSE.operationNotSupported) this.#hasSizes = false;
    if (answer.code !== RESPONSE.ok) return null;
    // A handful of cameras keep the property in 32 bits; then it says no more than `ObjectInfo`.
    return answer.bytes.length < 8 ? null : toSize(decodeU64(answer.bytes));
  }

  /** Whether what was listed is there unchanged under its handle. */
  async isStill({ object }: Placed, signal: AbortSignal): Promise<boolean> {
    const now = await this.object(object.handle, signal);
    return (
      now !== null &&
      now.name === object.name &&
      now.saidBytes === object.saidBytes &&
      now.modifiedAt === object.modifiedAt
    );
  }
}

const toSize = (bytes: bigint): number | null => (bytes <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(bytes) : null);

function toObject(handle: number, props: ReadonlyMap<number, ListedProp['value']> | undefined): CameraObject | null {
  const name = props?.get(OBJECT_PROP.fileName);
  const format = props?.get(OBJECT_PROP.format);
  const size = props?.get(OBJECT_PROP.size);
  if (typeof name !== 'string' || typeof format !== 'number') return null;
  const isFolder = format === ASSOCIATION_FORMAT;
  const sizeBytes = isFolder ? 0 : typeof size === 'bigint' ? toSize(size) : null;
  if (sizeBytes === null) return null;
  const date = (prop: number): Instant | null => {
    const text = props?.get(prop);
    return typeof text === 'string' ? decodeDate(text) : null;
  };
  const modifiedAt = date(OBJECT_PROP.modified) ?? date(OBJECT_PROP.created);
  return { handle, name, isFolder, sizeBytes, saidBytes: sizeBytes, modifiedAt };
}
