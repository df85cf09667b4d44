import type { DeriveAnswer } from './protocol.ts';

/** Errors of the disk that is written to, and of the one that is read; the rest are of the program. */
const CODES = {
  QuotaExceededError: 'buffer-full',
  InvalidStateError: 'buffer-failed',
  NoModificationAllowedError: 'buffer-failed',
  NotReadableError: 'source-unreadable',
  NotFoundError: 'source-unreadable',
} as const;

type Named = keyof typeof CODES;
const isNamed = (name: string): name is Named => Object.hasOwn(CODES, name);

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** No fault of the film. */
export const isOfDisk = (error: unknown): boolean => isNamed(nameOf(error));

export function failureOf(error: unknown): Extract<DeriveAnswer, { readonly kind: 'failed' }> {
  const name = nameOf(error);
  const said = error instanceof Error ? `${name}: ${error.message}` : name;
  return { kind: 'failed', code: isNamed(name) ? CODES[name] : 'derivative-failed', cause: said.slice(0, 300) };
}
