import { makeKeyring } from '../../src/adapters/keys/keyring.ts';
import { type Instant, toInstant } from '../../src/domain/time.ts';
import type { Keyring, KeyStore } from '../../src/ledger/keyring.ts';
import { makeMemoryKeyStore } from './memory-key-store.ts';

/** Real keys and real signatures; passphrases cost next to nothing. */
export const FEW_ROUNDS = 1000;

export const makeMemoryKeyring = (
  store: KeyStore = makeMemoryKeyStore(),
  now: () => Instant = () => toInstant(Date.UTC(2026, 2, 5, 6, 30)),
): Keyring => makeKeyring({ store, now, rounds: FEW_ROUNDS });
