/** Writes PTP datasets byte by byte; apart from the product's own tables, so that one mistake cannot hide in both. */
export class Wire {
  readonly #bytes: number[] = [];

  #little(value: number, bytes: number): this {
    for (let i = 0; i < bytes; i++) this.#bytes.push(Math.floor(value / 2 ** (8 * i)) % 256);
    return this;
  }

  u8 = (value: number): this => this.#little(value, 1);
  u16 = (value: number): this => this.#little(value, 2);
  u32 = (value: number): this => this.#little(value, 4);
  /** Exact to 2⁵³, and `Infinity` for the greatest there is. */
  u64 = (value: number): this =>
    value === Number.POSITIVE_INFINITY
      ? this.u32(0xffff_ffff).u32(0xffff_ffff)
      : this.u32(value % 2 ** 32).u32(Math.floor(value / 2 ** 32));

  text(value: string): this {
    if (value === '') return this.u8(0);
    this.u8(value.length + 1);
    for (let i = 0; i < value.length; i++) this.u16(value.charCodeAt(i));
    return this.u16(0);
  }

  u16s(values: readonly number[]): this {
    this.u32(values.length);
    for (const value of values) this.u16(value);
    return this;
  }

  u32s(values: readonly number[]): this {
    this.u32(values.length);
    for (const value of values) this.u32(value);
    return this;
  }

  bytes = (): Uint8Array<ArrayBuffer> => Uint8Array.from(this.#bytes);
}

export function container(
  type: number,
  code: number,
  transaction: number,
  payload: Uint8Array = new Uint8Array(0),
  length = 12 + payload.length,
): Uint8Array<ArrayBuffer> {
  const head = new Wire().u32(length).u16(type).u16(code).u32(transaction).bytes();
  const whole = new Uint8Array(head.length + payload.length);
  whole.set(head);
  whole.set(payload, head.length);
  return whole;
}
