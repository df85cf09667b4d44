import type { CameraCard, CardObject } from './camera-card.ts';
import { devicePropDescription, devicePropValue, objectInfo, propList, size64 } from './datasets.ts';
import type { Knobs } from './knobs.ts';
import { Wire } from './wire.ts';

export const OK = 0x2001;
const ALL_STORES = 0xffff_ffff;

export interface Command {
  readonly code: number;
  readonly transaction: number;
  readonly params: readonly number[];
}

/** A data phase as the camera is about to send it. */
export interface Answering {
  readonly code: number;
  readonly params?: readonly number[];
  readonly data?: { readonly length: number; readonly read: (offset: number, into: Uint8Array) => void };
}

/** What a camera's answers are made of. */
export interface Answerer {
  readonly card: CameraCard;
  readonly knobs: Knobs;
  readonly now: () => number;
}

export const answered = (bytes: Uint8Array): Answering => ({
  code: OK,
  data: { length: bytes.length, read: (offset, into) => into.set(bytes.subarray(offset, offset + into.length)) },
});

/** The refusal of a store that is not there. */
export function refusalOfStore({ knobs }: Answerer, id: number | undefined): Answering | null {
  const store = knobs.stores.find((one) => one.id === id || id === ALL_STORES);
  if (store === undefined) return { code: 0x2008 };
  return store.state === 'good' ? null : { code: 0x2013 };
}

export function deviceProp({ knobs, now }: Answerer, { code, params: [prop = 0] }: Command): Answering {
  const bytes = code === 0x1014 ? devicePropDescription(prop, knobs, now()) : devicePropValue(prop, knobs, now());
  return bytes === null ? { code: 0x200a } : answered(bytes);
}

export function handles(camera: Answerer, { code, params: [store, , parent = 0] }: Command): Answering {
  const { card, knobs } = camera;
  if (knobs.listsAllStoresOnly && store !== ALL_STORES) return { code: 0x2006 };
  const refused = refusalOfStore(camera, store);
  if (refused !== null) return refused;
  if (knobs.closed.get(parent) === 'listing') return { code: 0x200f };
  const isRoot = knobs.rootParents.includes(parent);
  if (!isRoot && knobs.folders === 'refused') return { code: 0x2002 };
  const holdsAll = knobs.rootHolds === 'everything' || (knobs.rootHolds === 'everything-under-0' && parent === 0);
  if (!isRoot && card.at(parent)?.isFolder !== true)
    return knobs.unknownParent === 'nothing' ? answered(new Wire().u32s([]).bytes()) : { code: 0x201a };
  const objects = isRoot && holdsAll ? card.all() : card.below(isRoot ? 0 : parent);
  // All there is stands in the first store.
  const isFirst = store === ALL_STORES || store === knobs.stores[0]?.id;
  const below = isFirst || !isRoot ? objects.map(({ handle }) => handle) : [];
  return code === 0x1006 ? { code: OK, params: [below.length] } : answered(new Wire().u32s(below).bytes());
}

export function onObject(camera: Answerer, { code, params }: Command): Answering {
  const { card, knobs } = camera;
  const object = card.at(params[0] ?? 0);
  if (object === undefined) return { code: 0x2009 };
  switch (code) {
    case 0x1008:
      return infoOf(camera, object);
    case 0x1009:
      return { code: OK, data: { length: object.sizeBytes, read: object.content } };
    case 0x101b:
      return partial(camera, object, params[1] ?? 0, params[2] ?? 0);
    case 0x95c1:
      return partial(camera, object, (params[1] ?? 0) + (params[2] ?? 0) * 2 ** 32, params[3] ?? 0);
    case 0x9803:
      return params[1] === 0xdc04 ? answered(size64(object, knobs)) : { code: 0xa801 };
    case 0x9805:
      return listOf(camera, object, params);
    default:
      return { code: 0x2005 };
  }
}

function infoOf({ knobs }: Answerer, object: CardObject): Answering {
  const closed = knobs.closed.get(object.handle);
  if (closed === 'info') return { code: 0x2002 };
  if (closed === 'empty-info') return answered(new Uint8Array(0));
  return answered(objectInfo(object, knobs.stores[0]?.id ?? 0, knobs));
}

function partial({ knobs }: Answerer, object: CardObject, offset: number, most: number): Answering {
  if (offset >= object.sizeBytes && knobs.partialAtEnd === 'refused') return { code: 0x2002 };
  const length = Math.max(0, Math.min(most, object.sizeBytes - offset, knobs.mostPartialBytes));
  const read = (at: number, into: Uint8Array) => object.content(offset + at, into);
  return { code: OK, params: [length], data: { length, read } };
}

function listOf({ card, knobs }: Answerer, object: CardObject, params: readonly number[]): Answering {
  const { propList: habit } = knobs;
  if (habit === 'refused') return { code: 0xa805 };
  const below = habit === 'self' || params[4] === 0 ? [object] : card.below(object.handle);
  return answered(propList(below, params[2] ?? 0, habit !== 'without-sizes', knobs.listDates));
}
