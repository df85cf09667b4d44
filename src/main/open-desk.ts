import { makeKeyring } from '../adapters/keys/keyring.ts';
import { makeEntryVerifierInWorkers } from '../adapters/keys/verifier-in-workers.ts';
import { type BureauStorage, openBureauStorage } from '../adapters/storage/bureau-storage.ts';
import type { KnownBureaus } from '../adapters/storage/known-bureaus.ts';
import { Fault } from '../base/fault.ts';
import type { Outcome } from '../base/outcome.ts';
import { done } from '../base/outcome.ts';
import type { RandomBytes } from '../domain/ids.ts';
import type { StationIdentity } from '../domain/ports/local-state.ts';
import { type Instant, toInstant } from '../domain/time.ts';
import { type Book, openBook } from '../ledger/book.ts';
import type { EntryVerifier } from '../ledger/ports.ts';
import type { StatementSigner } from '../ledger/statement.ts';
import type { Desk } from '../usecases/desk.ts';
import { type Founded, type Founding, type FoundingRefusal, foundBureau } from '../usecases/found-bureau.ts';
import { makeParkedKeys } from './parked-keys.ts';

export const now = (): Instant => toInstant(Date.now());
export const random: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));
export const verifier: EntryVerifier = makeEntryVerifierInWorkers();

export interface OpenedDesk {
  readonly desk: Desk;
  readonly storage: BureauStorage;
  /** What the station signs on its links. */
  readonly statements: StatementSigner;
}

/** Opens the desk of a bureau this origin belongs to. `mayWrite` is asked at every signature: one tab writes, others follow. */
export async function openDesk(
  storage: BureauStorage,
  identity: StationIdentity,
  mayWrite: () => boolean,
): Promise<OpenedDesk> {
  const keyring = makeKeyring({ store: storage.keys, now });
  const stationSigner = await keyring.stationSigner();
  const statements = await keyring.stationStatements();
  if (stationSigner === null || statements === null) throw new Fault('station-key-missing', { station: identity.code });
  const opened = await openBook(identity.bureau, identity.root, bookPorts(storage));
  const book: Book = {
    ...opened,
    append: (signer, act) => (mayWrite() ? opened.append(signer, act) : Promise.reject(new Fault('other-tab-writes'))),
    forgetDetails: () => (mayWrite() ? opened.forgetDetails() : Promise.reject(new Fault('other-tab-writes'))),
    receive: (bundle) => (mayWrite() ? opened.receive(bundle) : Promise.reject(new Fault('other-tab-writes'))),
  };
  const desk: Desk = {
    book,
    records: storage.model,
    local: storage.local,
    keyring,
    station: identity,
    stationSigner,
    now,
    random,
  };
  return { desk, storage, statements };
}

export const bookPorts = (storage: BureauStorage) => ({ store: storage.book, verifier, random, now });

/** Founds a bureau here: keys first, then the database named by them, the founding entry, and last this origin's identity. */
export async function foundHere(
  known: KnownBureaus,
  founding: Founding,
): Promise<
  Outcome<
    { readonly founded: Founded; readonly storage: BureauStorage; readonly identity: StationIdentity },
    FoundingRefusal
  >
> {
  const parked = makeParkedKeys();
  let storage: BureauStorage | null = null;
  const result = await foundBureau(founding, {
    keyring: makeKeyring({ store: parked, now }),
    verifier,
    random,
    open: async (bureau) => {
      await known.remember({ bureau, rememberedAt: now() });
      storage = await openBureauStorage(bureau);
      await parked.moveTo(storage.keys);
      return openBook(bureau, null, bookPorts(storage));
    },
  });
  const opened = storage as BureauStorage | null;
  if (!result.ok) return result;
  if (opened === null) throw new Error('founded without a database');
  const identity: StationIdentity = { ...result.value.identity, origin: location.origin };
  await opened.local.putIdentity(identity);
  return done({ founded: result.value, storage: opened, identity });
}
