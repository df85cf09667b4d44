import { fromBase64url, toBase64url } from '../../base/base64url.ts';
import { done, refused } from '../../base/outcome.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import {
  type Keyring,
  type KeyStore,
  passphraseFit,
  type RecoveryKey,
  type UnlockedPerson,
  type WrappedPersonKey,
} from '../../ledger/keyring.ts';
import type { EntrySigner, PublicJwk } from '../../ledger/ports.ts';
import { parseRecoveryText, toRecoveryText } from './recovery-text.ts';
import { signerOf, statementsOf } from './web-crypto/entry-signer.ts';
import { ECDSA, exportPublic, generatePairs, importSigningPublic } from './web-crypto/key-pairs.ts';
import { FREE_TRIES, secondsLeft } from './web-crypto/passphrase-wait.ts';
import { thumbprint } from './web-crypto/thumbprint.ts';
import { PBKDF2_ROUNDS, unwrapPersonKey, wrapPersonKey } from './web-crypto/wrap.ts';

interface Means {
  readonly store: KeyStore;
  readonly now: () => Instant;
  /** Tests alone pass fewer. */
  readonly rounds?: number;
}

/**
 * Keys of this station in Web Crypto. The count of wrong passphrases slows down somebody at the keyboard; whoever copies the disk
 * faces PBKDF2 alone. Throws RangeError on a passphrase that `passphraseFit` refuses: use cases ask first.
 */
export function makeKeyring({ store, now, rounds = PBKDF2_ROUNDS }: Means): Keyring {
  // One try after the other: two at once would be counted as one.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.then(act, act);
    turn = mine.catch(() => undefined);
    return mine;
  };

  return {
    makePersonKey: async (person, passphrase) => {
      if (!passphraseFit(passphrase)) throw new RangeError('passphrase unfit');
      const pairs = await generatePairs(true);
      const wrapped = await wrapPersonKey(pairs, person, passphrase, rounds);
      // Opened from what will be stored: a key that cannot be opened again must not be admitted.
      const unlocked = await openWith([wrapped], passphrase);
      if (unlocked === null) throw new Error('a key just wrapped does not open');
      await store.putPerson(wrapped);
      await store.putTries({ person, wrong: 0, lastAt: now() });
      return { public: pairs.public, unlocked };
    },
    unlock: (person, passphrase) => inTurn(() => unlock(store, now, person, passphrase)),
    personKeys: async () => (await store.personKeys()).map(({ keyId, person }) => ({ keyId, person })),
    forget: (keyId) => store.removePerson(keyId),
    makeStationKeys: async (station) => {
      const present = await store.station();
      if (present !== null && present.station !== station) throw new Error('this store belongs to another station');
      if (present !== null) return present.public;
      const pairs = await generatePairs(false);
      const { signing, agreement } = pairs;
      await store.putStation({
        keyId: pairs.public.keyId,
        station,
        public: pairs.public,
        signing: signing.privateKey,
        agreement: agreement.privateKey,
      });
      return pairs.public;
    },
    stationSigner: async () => {
      const keys = await store.station();
      return keys === null ? null : { ...signerOf(keys.keyId, keys.signing), station: keys.station };
    },
    stationStatements: async () => {
      const keys = await store.station();
      if (keys === null) return null;
      const { keyId, station } = keys;
      return { keyId, station, key: keys.public.signing, sign: statementsOf(keyId, keys.signing) };
    },
    makeRecoveryKey,
    openRecoveryKey,
  };
}

async function unlock(
  store: KeyStore,
  now: () => Instant,
  person: PersonId,
  passphrase: string,
): ReturnType<Keyring['unlock']> {
  const keys = (await store.personKeys()).filter((key) => key.person === person);
  if (keys.length === 0) return refused({ code: 'no-key-here' });
  const before = await store.tries(person);
  const mustWait = secondsLeft(before, now());
  if (mustWait > 0 && before !== null) {
    if (now() < before.lastAt) await store.putTries({ ...before, lastAt: now() });
    return refused({ code: 'locked-out', seconds: mustWait });
  }
  // Counted before it is known to be wrong: closing the tab in the middle must not give a free try.
  const tries = { person, wrong: (before?.wrong ?? 0) + 1, lastAt: now() };
  await store.putTries(tries);
  const unlocked = await openWith(keys.toReversed(), passphrase);
  if (unlocked !== null) {
    await store.putTries({ person, wrong: 0, lastAt: now() });
    return done(unlocked);
  }
  return tries.wrong < FREE_TRIES
    ? refused({ code: 'passphrase-wrong', triesLeft: FREE_TRIES - tries.wrong })
    : refused({ code: 'locked-out', seconds: secondsLeft(tries, now()) });
}

/** A forgotten passphrase leaves the old key here until its successor is admitted, so more than one may have to be tried. */
async function openWith(keys: readonly WrappedPersonKey[], passphrase: string): Promise<UnlockedPerson | null> {
  for (const key of keys) {
    const opened = await unwrapPersonKey(key, passphrase);
    if (opened !== null) return { person: key.person, signer: signerOf(key.keyId, opened.signing) };
  }
  return null;
}

async function openRecoveryKey(text: string, key: PublicJwk): Promise<EntrySigner | null> {
  const scalar = await parseRecoveryText(text);
  if (!scalar.ok) return null;
  const { kty, crv, x, y } = key;
  try {
    const own = await crypto.subtle.importKey('jwk', { kty, crv, x, y, d: toBase64url(scalar.value) }, ECDSA, false, [
      'sign',
    ]);
    // Not every platform refuses a private half that does not belong to the public one.
    const probe = crypto.getRandomValues(new Uint8Array(32));
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const signature = await crypto.subtle.sign(algorithm, own, probe);
    const fits = await crypto.subtle.verify(algorithm, await importSigningPublic(key), signature, probe);
    return fits ? signerOf(await thumbprint(key), own) : null;
  } catch {
    return null;
  }
}

async function makeRecoveryKey(): Promise<RecoveryKey> {
  const pair = await crypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);
  const { d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  if (d === undefined) throw new Error('not a private key');
  const publicHalf = await exportPublic(pair.publicKey);
  return { keyId: await thumbprint(publicHalf), public: publicHalf, text: await toRecoveryText(fromBase64url(d)) };
}
