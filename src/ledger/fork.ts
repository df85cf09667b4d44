import type { KeyId } from '../domain/ids.ts';

/** Two entries one key signed for one place. The station signs them into an `equivocation-found`. */
export interface Fork {
  readonly key: KeyId;
  readonly seq: number;
  /** The compact JWS that is in this book. */
  readonly kept: string;
  readonly other: string;
}
