/**
 * The world failed: a card was pulled, a disk is full, a permission was withdrawn.
 * `code` is closed per room and worded in `text/faults.ts`; `cause` is what the platform threw.
 */
export class Fault<C extends string = string> extends Error {
  readonly code: C;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: C, facts: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'Fault';
    this.code = code;
    this.facts = facts;
  }
}

export const isFault = (error: unknown): error is Fault => error instanceof Fault;

/** True for the rejection an `AbortSignal` causes: stopped on purpose, neither a refusal nor a fault. */
export const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';
