import { isFault } from '../../../../base/fault.ts';
import type { FootageItem } from '../../../../domain/ports/footage-source.ts';
import type { Instant } from '../../../../domain/time.ts';
import { cameraFault, toCode } from '../../ptp/camera-fault.ts';
import { ASSOCIATION_FORMAT, OBJECT_PROP, OPERATION, type Operation, RESPONSE } from '../../ptp/codes.ts';
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
  /** The handle of its folder, where that was asked for. */
  readonly parent?: number;
  /** It is there and will not say what it is: listed all the same, for nothing is passed over in silence. */
  readonly isClosed?: true;
}

/** What is below a folder, or how it was refused. */
export type Below = readonly number[] | number;

export interface Placed {
  readonly item: FootageItem;
  readonly object: CameraObject;
}

/** All objects of the whole store, to cameras that follow PTP; the root, to those that follow MTP. */
const ANY = 0;
const ROOT = 0xffff_ffff;
const ALL_PROPS = 0xffff_ffff;
const ALL_STORES = 0xffff_ffff;
/** The greatest a size of 32 bits can say; where one of 64 bits says the same it was copied from there. */
const UNTOLD_SIZE = 0xffff_ffff;
/** How cameras put it that nothing is to be read so far in. */
const BEYOND_THE_END: ReadonlySet<number> = new Set([
  RESPONSE.generalError,
  RESPONSE.parameterNotSupported,
  RESPONSE.invalidParameter,
]);
/** How cameras put it that they do not list one store by itself. */
const STORE_UNFIT: ReadonlySet<number> = new Set([
  RESPONSE.parameterNotSupported,
  RESPONSE.invalidStorage,
  RESPONSE.invalidParameter,
]);
/** A store that was taken out, or is not ready, is none. */
const NO_STORE: ReadonlySet<number> = new Set([RESPONSE.storeNotAvailable, RESPONSE.invalidStorage]);

/** Asks a session for folders and what is in them, in the quickest way this camera knows. */
export class MtpObjects {
  readonly #session: PtpSession;
  /** Some cameras list 0x9805 and answer it with the folder alone, or without sizes: then it is not asked again. */
  #isListGood: boolean;
  /** Whether one object was held against what it says when it is asked alone. */
  #isListProven = false;
  /** What tells sizes of 64 bits; null: nothing does. */
  #sizesBy: Operation | null;
  #endIsTold = true;
  /** Listed by the camera, and refused as unknown when it was sent. */
  readonly #forgone = new Set<Operation>();

  constructor(session: PtpSession) {
    this.#session = session;
    this.#isListGood = session.can(OPERATION.getObjectPropList);
    const ways = [OPERATION.getObjectPropValue, OPERATION.getObjectPropList];
    this.#sizesBy = ways.find((one) => session.can(one)) ?? null;
  }

  can(operation: Operation): boolean {
    return this.#session.can(operation) && !this.#forgone.has(operation);
  }

  forgo(operation: Operation): void {
    this.#forgone.add(operation);
  }

  /** A telephone that is locked, or only charging, answers with no store at all. */
  async storages(signal: AbortSignal): Promise<readonly number[]> {
    const answer = await this.#session.ask(OPERATION.getStorageIds, [], signal);
    // The least of cameras have one store and no word for it.
    if (answer.code === RESPONSE.operationNotSupported) return [ALL_STORES];
    if (answer.code !== RESPONSE.ok) throw refusal(OPERATION.getStorageIds, answer.code);
    const ids = decodeIds(answer.bytes);
    // An empty slot is listed with the lower half 0.
    const filled = ids.filter((id) => (id & 0xffff) !== 0);
    if (ids.length === 0)
      throw cameraFault('camera-refused', { operation: toCode(OPERATION.getStorageIds), stores: 0 });
    return filled.length > 0 ? filled : ids;
  }

  /** Handles below a folder, null being the root, which some call 0xFFFFFFFF and some 0. */
  async handles(storage: number, folder: number | null, signal: AbortSignal): Promise<Below> {
    const parents = folder === null ? [ROOT, ANY] : [folder];
    const own = await this.#firstFilled(storage, parents, signal);
    const isStoreRefused = typeof own === 'number' && STORE_UNFIT.has(own) && storage !== ALL_STORES;
    if (!isStoreRefused) return own;
    // Some list nothing but all their stores at once.
    const all = await this.#firstFilled(ALL_STORES, parents, signal);
    return typeof all === 'number' ? own : all;
  }

  async #firstFilled(storage: number, parents: readonly number[], signal: AbortSignal): Promise<Below> {
    const answers: Below[] = [];
    for (const parent of parents) {
      const answer = await this.#session.ask(OPERATION.getObjectHandles, [storage, 0, parent], signal);
      const below = answer.code === RESPONSE.ok ? decodeIds(answer.bytes) : answer.code;
      answers.push(below);
      // To one that does not know it for the root it is a folder with nothing in it.
      if (typeof below !== 'number' && below.length > 0) break;
    }
    const told = answers.filter((below) => typeof below !== 'number');
    return told.at(-1) ?? answers.at(-1) ?? [];
  }

  /** All there is in a store, to a camera that follows PTP; null where it says nothing of the kind. */
  async everything(storage: number, signal: AbortSignal): Promise<readonly number[] | null> {
    const { code, bytes } = await this.#session.ask(OPERATION.getObjectHandles, [storage, 0, ANY], signal);
    return code === RESPONSE.ok ? decodeIds(bytes) : null;
  }

  isNoStore = (refusal: number): boolean => NO_STORE.has(refusal);

  /** Everything in a folder in one answer; null where this camera does not do that well. */
  async listed(
    folder: number,
    handles: readonly number[],
    signal: AbortSignal,
  ): Promise<readonly CameraObject[] | null> {
    if (!this.#isListGood || handles.length < 2) return null;
    const answer = await this.#session.ask(OPERATION.getObjectPropList, [folder, 0, ALL_PROPS, 0, 1], signal);
    const found = answer.code === RESPONSE.ok ? this.#fromList(answer.bytes, handles) : null;
    if (found === null || !(await this.#isProven(found, signal))) this.#isListGood = false;
    return this.#isListGood ? found : null;
  }

  /**
   * A file is looked at again before and after it is read, by itself. Where the list has another date or size for it than
   * that, every file would count as changed.
   */
  async #isProven(found: readonly CameraObject[], signal: AbortSignal): Promise<boolean> {
    const file = found.find(({ isFolder }) => !isFolder);
    if (this.#isListProven || file === undefined) return true;
    const alone = await this.object(file.handle, signal);
    this.#isListProven = alone !== null;
    return alone === null || isSame(file, alone);
  }

  #fromList(bytes: Uint8Array, handles: readonly number[]): readonly CameraObject[] | null {
    const byHandle = new Map<number, Map<number, ListedProp['value']>>();
    for (const { handle, prop, value } of tried(decodePropList, bytes) ?? []) {
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
    if (NO_STORE.has(answer.code)) throw refusal(OPERATION.getObjectInfo, answer.code);
    const told = answer.code === RESPONSE.ok ? tried(decodeObject, answer.bytes) : null;
    if (told === null) return closed(handle);
    const isFolder = told.format === ASSOCIATION_FORMAT;
    const sizeBytes = isFolder ? 0 : await this.size(handle, signal);
    return {
      handle,
      name: told.fileName,
      isFolder,
      sizeBytes,
      saidBytes: sizeBytes ?? told.size32,
      modifiedAt: decodeDate(told.modified) ?? decodeDate(told.created),
      parent: told.parent,
    };
  }

  /** Property 0xDC04, the only size without a limit. null: this camera does not have it. */
  async size(handle: number, signal: AbortSignal): Promise<number | null> {
    const operation = this.#sizesBy;
    if (operation === null) return null;
    const isList = operation === OPERATION.getObjectPropList;
    const params = isList ? [handle, 0, OBJECT_PROP.size, 0, 0] : [handle, OBJECT_PROP.size];
    const { code, bytes } = await this.#session.ask(operation, params, signal);
    if (code === RESPONSE.operationNotSupported) this.#sizesBy = null;
    if (code !== RESPONSE.ok) return null;
    if (isList) return listedSize(bytes, handle);
    // A handful of cameras keep the property in 32 bits; then it says no more than `ObjectInfo`.
    return bytes.length < 8 ? null : toSize(decodeU64(bytes));
  }

  /**
   * The object with a size that is certain, where that can be found out: a camera without 0x9803 that reads in parts has
   * nothing to give beyond the end it says, unless the size was cut to 32 bits.
   */
  async measured(object: CameraObject, signal: AbortSignal): Promise<CameraObject> {
    const { sizeBytes, saidBytes, handle } = object;
    const operation = [OPERATION.getPartialObject64, OPERATION.getPartialObject].find((one) => this.can(one));
    if (sizeBytes !== null || saidBytes >= UNTOLD_SIZE || operation === undefined || !this.#endIsTold) return object;
    const at = operation === OPERATION.getPartialObject64 ? [handle, saidBytes, 0, 1] : [handle, saidBytes, 1];
    try {
      const { code, bytes } = await this.#session.ask(operation, at, signal);
      const isEnd = code === RESPONSE.ok ? bytes.length === 0 : this.isEnd(object, saidBytes, code);
      return isEnd ? { ...object, sizeBytes: saidBytes } : object;
    } catch (error) {
      if (!isFault(error) || error.code === 'camera-gone') throw error;
      // It hangs at such a question: once is enough.
      this.#endIsTold = false;
      return object;
    }
  }

  /** Some refuse to read where there is nothing more, instead of giving nothing. */
  isEnd({ saidBytes }: CameraObject, at: number, answer: number): boolean {
    return at % 2 ** 32 === saidBytes % 2 ** 32 && BEYOND_THE_END.has(answer);
  }

  /** Whether what was listed is there unchanged under its handle. */
  async isStill({ object }: Placed, signal: AbortSignal): Promise<boolean> {
    const now = await this.object(object.handle, signal);
    return now !== null && isSame(object, now);
  }
}

export const refusal = (operation: Operation, answer: number) =>
  cameraFault('camera-refused', { operation: toCode(operation), answer: toCode(answer) });

export const isSame = (a: CameraObject, b: CameraObject): boolean =>
  a.name === b.name && a.saidBytes === b.saidBytes && a.modifiedAt === b.modifiedAt;

/** null: no such dataset. */
function tried<T>(decode: (bytes: Uint8Array) => T, bytes: Uint8Array): T | null {
  try {
    return decode(bytes);
  } catch (error) {
    if (!isFault(error)) throw error;
    return null;
  }
}

function listedSize(bytes: Uint8Array, handle: number): number | null {
  const found = tried(decodePropList, bytes)?.find((one) => one.handle === handle && one.prop === OBJECT_PROP.size);
  return typeof found?.value === 'bigint' ? toSize(found.value) : null;
}

const closed = (handle: number): CameraObject => ({
  handle,
  name: '',
  isFolder: false,
  sizeBytes: null,
  saidBytes: 0,
  modifiedAt: null,
  isClosed: true,
});

const toSize = (bytes: bigint): number | null =>
  bytes <= BigInt(Number.MAX_SAFE_INTEGER) && bytes !== BigInt(UNTOLD_SIZE) ? Number(bytes) : null;

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
