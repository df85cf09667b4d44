import { container, Wire } from './wire.ts';

interface Waiting {
  readonly resolve: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: unknown) => void;
}

/** The interrupt endpoint in: events, one a transfer, in their order. */
export class InterruptIn {
  readonly #told: Uint8Array<ArrayBuffer>[] = [];
  readonly #waiting: Waiting[] = [];
  /** Called when the last event was taken. */
  onRead: () => void = () => undefined;

  get isRead(): boolean {
    return this.#told.length === 0;
  }

  tell(code: number, ...params: readonly number[]): void {
    const payload = new Wire();
    for (const param of params) payload.u32(param);
    this.tellBytes(container(4, code, 0, payload.bytes()));
  }

  tellBytes(bytes: Uint8Array<ArrayBuffer>): void {
    this.#told.push(bytes);
    this.#serve();
  }

  receive(): Promise<Uint8Array<ArrayBuffer>> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#serve();
    });
  }

  fail(error: unknown): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }

  #serve(): void {
    while (this.#waiting.length > 0 && this.#told.length > 0) {
      const bytes = this.#told.shift();
      if (bytes !== undefined) this.#waiting.shift()?.resolve(bytes);
      if (this.isRead) this.onRead();
    }
  }
}
