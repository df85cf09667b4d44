import type { Departure, WithdrawReason } from './departure.ts';
import type { KeyId, StationId } from './ids.ts';
import type { ProvenFork } from './key-standing.ts';
import type { Signed } from './signed.ts';

export interface StationRecord {
  readonly id: StationId;
  readonly code: string;
  readonly key: KeyId;
  readonly name: string | null;
  readonly place: string | null;
  readonly admitted: Signed;
  readonly forks: readonly ProvenFork[];
  readonly left?: Departure<WithdrawReason>;
}
