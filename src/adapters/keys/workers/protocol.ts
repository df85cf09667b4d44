import type { PublicJwk } from '../../../ledger/ports.ts';

/** Entries to verify, each with the place of its author's key among `keys`: a batch has hundreds of entries and few authors. */
export interface VerifyBatch {
  readonly id: number;
  readonly keys: readonly PublicJwk[];
  readonly entries: readonly (readonly [jws: string, key: number])[];
}

/** One answer an entry, in the batch's order. */
export interface VerifiedBatch {
  readonly id: number;
  readonly good: readonly boolean[];
}

/** Null for anything else: what is no answer must never count as a good signature. */
export function decodeVerified(data: unknown): VerifiedBatch | null {
  if (typeof data !== 'object' || data === null) return null;
  const { id, good } = data as Partial<VerifiedBatch>;
  if (typeof id !== 'number' || !Array.isArray(good)) return null;
  return good.every((each) => typeof each === 'boolean') ? { id, good } : null;
}
