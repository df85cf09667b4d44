import { garbled } from './camera-fault.ts';

/** Reads a dataset from front to back. Reading past the end throws `camera-garbled` with the field's name. */
export class Cursor {
  readonly #view: DataView;
  #at = 0;
  field = '';

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.#view.byteLength - this.#at;
  }

  step(length: number): number {
    if (length > this.left) throw garbled('dataset ends early', { field: this.field, left: this.left });
    const at = this.#at;
    this.#at += length;
    return at;
  }

  u8 = (): number => this.#view.getUint8(this.step(1));
  i8 = (): number => this.#view.getInt8(this.step(1));
  u16 = (): number => this.#view.getUint16(this.step(2), true);
  i16 = (): number => this.#view.getInt16(this.step(2), true);
  u32 = (): number => this.#view.getUint32(this.step(4), true);
  i32 = (): number => this.#view.getInt32(this.step(4), true);
  u64 = (): bigint => this.#view.getBigUint64(this.step(8), true);
  i64 = (): bigint => this.#view.getBigInt64(this.step(8), true);
}

/** How one field stands on the wire; its value's type is what the decoder gives. */
export type Field<T> = (cursor: Cursor) => T;

export const u8: Field<number> = (cursor) => cursor.u8();
export const u16: Field<number> = (cursor) => cursor.u16();
export const u32: Field<number> = (cursor) => cursor.u32();
export const u64: Field<bigint> = (cursor) => cursor.u64();

/**
 * A count of UTF-16 units that includes the final NUL, then the units. Some cameras leave the NUL out, and names cut to
 * length end in half a character, which no entry could carry.
 */
export const text: Field<string> = (cursor) => {
  const count = cursor.u8();
  const units = Array.from({ length: count }, () => cursor.u16());
  const end = units.indexOf(0);
  const said = String.fromCharCode(...(end < 0 ? units : units.slice(0, end)));
  return said.replace(/\p{Surrogate}/gu, '\ufffd');
};

/** Trailing strings are left out by some cameras, although the standard wants an empty one. */
export const optionalText: Field<string> = (cursor) => (cursor.left === 0 ? '' : text(cursor));

/** The count is held against what is there before anything is made room for. */
export const list =
  <T>(item: Field<T>, itemBytes: number): Field<readonly T[]> =>
  (cursor) => {
    const count = cursor.u32();
    if (count * itemBytes > cursor.left) throw garbled('list longer than its dataset', { field: cursor.field, count });
    return Array.from({ length: count }, () => item(cursor));
  };

export type Decoded<S extends Readonly<Record<string, Field<unknown>>>> = {
  readonly [K in keyof S]: ReturnType<S[K]>;
};

/** A dataset is its fields in order; decoder and type both come from this one list. Bytes left over are a newer edition's. */
export const dataset =
  <S extends Readonly<Record<string, Field<unknown>>>>(fields: S) =>
  (bytes: Uint8Array): Decoded<S> => {
    const cursor = new Cursor(bytes);
    const found: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(fields)) {
      cursor.field = name;
      found[name] = field(cursor);
    }
    return found as Decoded<S>;
  };
