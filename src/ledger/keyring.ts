import type { KeyId, PersonId, StationId } from '../domain/ids.ts';
import type { PublicKeys } from '../domain/public-keys.ts';
import type { Instant } from '../domain/time.ts';
import type { EntrySigner, PublicJwk } from './ports.ts';

export type { PublicKeys } from '../domain/public-keys.ts';

import type { StatementSigner } from './statement.ts';

/** What is kept of a person's key on this station: nothing usable without the passphrase. */
export interface WrappedPersonKey {
  readonly keyId: KeyId;
  readonly person: PersonId;
  readonly public: PublicKeys;
  /** PKCS #8 of each private half, wrapped with AES-256-GCM under PBKDF2-SHA256 of the passphrase. base64url. */
  readonly wrapped: {
    readonly signing: string;
    readonly signingIv: string;
    readonly agreement: string;
    readonly agreementIv: string;
  };
  readonly kdf: { readonly name: 'PBKDF2-SHA256'; readonly salt: string; readonly rounds: number };
}

export interface StationKeys {
  readonly keyId: KeyId;
  readonly station: StationId;
  readonly public: PublicKeys;
  /** Non-extractable. */
  readonly signing: CryptoKey;
  readonly agreement: CryptoKey;
}

/** Wrong passphrases in a row of one person, kept so that a reload does not start the count again. */
export interface PassphraseTries {
  readonly person: PersonId;
  readonly wrong: number;
  /** When the last try began. */
  readonly lastAt: Instant;
}

/** Where keys rest between sessions; kept by the storage room with the same durability as the book. */
export interface KeyStore {
  putPerson(key: WrappedPersonKey): Promise<void>;
  /** In the order they were first put: of two keys of one person the later is the newer. */
  personKeys(): Promise<readonly WrappedPersonKey[]>;
  removePerson(keyId: KeyId): Promise<void>;
  tries(person: PersonId): Promise<PassphraseTries | null>;
  putTries(tries: PassphraseTries): Promise<void>;
  putStation(keys: StationKeys): Promise<void>;
  station(): Promise<StationKeys | null>;
}

export type UnlockRefusal =
  | { readonly code: 'passphrase-wrong'; readonly triesLeft: number }
  | { readonly code: 'locked-out'; readonly seconds: number }
  | { readonly code: 'no-key-here' };

/** A person's key while it is unlocked: private halves in memory only, non-extractable. */
export interface UnlockedPerson {
  readonly person: PersonId;
  readonly signer: EntrySigner;
}

/** The recovery key: made once, printed on paper, never stored. `text` is the private scalar in Crockford base32 groups with a checksum. */
export interface RecoveryKey {
  readonly keyId: KeyId;
  readonly public: PublicJwk;
  readonly text: string;
}

export interface Keyring {
  /** Makes a key pair for a person, wraps it under the passphrase and stores it. Not yet admitted: an entry does that. */
  makePersonKey(
    person: PersonId,
    passphrase: string,
  ): Promise<{ readonly public: PublicKeys; readonly unlocked: UnlockedPerson }>;
  /** Tries the passphrase on the person's key of this station. After five wrong tries waits grow; the count survives a reload. */
  unlock(
    person: PersonId,
    passphrase: string,
  ): Promise<
    { readonly ok: true; readonly value: UnlockedPerson } | { readonly ok: false; readonly refusal: UnlockRefusal }
  >;
  /** Keys of persons on this station, admitted or not. */
  personKeys(): Promise<readonly { readonly keyId: KeyId; readonly person: PersonId }[]>;
  /** Drops a wrapped key that a new one has replaced. */
  forget(keyId: KeyId): Promise<void>;
  makeStationKeys(station: StationId): Promise<PublicKeys>;
  stationSigner(): Promise<(EntrySigner & { readonly station: StationId }) | null>;
  /** The same key, for what a station says on its links. */
  stationStatements(): Promise<StatementSigner | null>;
  makeRecoveryKey(): Promise<RecoveryKey>;
  /** Signs with what was typed from paper, while the page is open. null: this is not the key that belongs to `key`. */
  openRecoveryKey(text: string, key: PublicJwk): Promise<EntrySigner | null>;
}

/** A passphrase must have at least eight characters that are not all the same, as old office keyboards can type it. */
export function passphraseFit(text: string): boolean {
  return [...text].length >= 8 && new Set(text).size >= 3;
}
