import { garbled, toCode } from './camera-fault.ts';
import { Cursor, type Decoded, dataset, type Field, list, text, u8, u16, u32 } from './fields.ts';

/** A property's value: what its type code says it is. */
export type PropValue = number | bigint | string | readonly (number | bigint)[];

const u128: Field<bigint> = (cursor) => cursor.u64() | (cursor.u64() << 64n);

/** Type code → reader and bytes of one. The array of each has the same code with the bit 0x4000. */
const SCALARS: Readonly<Record<number, readonly [Field<number | bigint>, number]>> = {
  1: [(cursor) => cursor.i8(), 1],
  2: [u8, 1],
  3: [(cursor) => cursor.i16(), 2],
  4: [u16, 2],
  5: [(cursor) => cursor.i32(), 4],
  6: [u32, 4],
  7: [(cursor) => cursor.i64(), 8],
  8: [(cursor) => cursor.u64(), 8],
  9: [u128, 16],
  10: [u128, 16],
};
const STRING = 0xffff;
const ARRAY = 0x4000;
export const UINT8 = 2;
export const UINT16 = 4;
export const UINT32 = 6;
export const UINT64 = 8;

function fieldOf(type: number): Field<PropValue> {
  if (type === STRING) return text;
  const scalar = SCALARS[type & ~ARRAY];
  if (scalar === undefined) throw garbled('unknown type of a value', { type: toCode(type) });
  return (type & ARRAY) === 0 ? scalar[0] : list(...scalar);
}

/** A bare value, as 0x1015 and 0x9803 answer it. */
export const decodeValue = (type: number, bytes: Uint8Array): PropValue => fieldOf(type)(new Cursor(bytes));
export const decodeText = (bytes: Uint8Array): string => text(new Cursor(bytes));
export const decodeU64 = (bytes: Uint8Array): bigint => new Cursor(bytes).u64();

export type PropForm =
  | { readonly kind: 'none' }
  | { readonly kind: 'range'; readonly min: PropValue; readonly max: PropValue; readonly step: PropValue }
  | { readonly kind: 'enumeration'; readonly values: readonly PropValue[] }
  /** A form of a newer edition, or of the maker's own. */
  | { readonly kind: 'unknown' };

function formOf(value: Field<PropValue>): Field<PropForm> {
  return (cursor) => {
    const flag = cursor.left === 0 ? 0 : cursor.u8();
    if (flag === 0) return { kind: 'none' };
    if (flag === 1) return { kind: 'range', min: value(cursor), max: value(cursor), step: value(cursor) };
    if (flag !== 2) return { kind: 'unknown' };
    const count = cursor.u16();
    if (count > cursor.left) throw garbled('more values than the dataset holds', { count });
    return { kind: 'enumeration', values: Array.from({ length: count }, () => value(cursor)) };
  };
}

const headFields = { prop: u16, type: u16, settable: u8 };

export interface DevicePropDescription extends Decoded<typeof headFields> {
  readonly initial: PropValue;
  readonly current: PropValue;
  readonly form: PropForm;
}

/** The layout depends on a type that stands in the dataset itself. */
export function decodeDeviceProp(bytes: Uint8Array): DevicePropDescription {
  const head = dataset(headFields)(bytes);
  const value = fieldOf(head.type);
  const rest = dataset({ initial: value, current: value, form: formOf(value) });
  return { ...head, ...rest(bytes.subarray(5)) };
}

export interface ListedProp {
  readonly handle: number;
  readonly prop: number;
  readonly value: PropValue;
}

const listedProp: Field<ListedProp> = (cursor) => {
  const handle = cursor.u32();
  const prop = cursor.u16();
  return { handle, prop, value: fieldOf(cursor.u16())(cursor) };
};

/** The answer of 0x9805. An element has nine bytes at least. */
export const decodePropList = (bytes: Uint8Array): readonly ListedProp[] =>
  dataset({ props: list(listedProp, 9) })(bytes).props;
