import { makeStatementVerifier } from '../../src/adapters/keys/statement-verifier.ts';
import type { Doorkeeper, LinkSelf, StationStanding } from '../../src/adapters/sync/link/handshake.ts';
import { type Link, type LinkMeans, openLink } from '../../src/adapters/sync/link/link.ts';
import { toBase64url } from '../../src/base/base64url.ts';
import { asId, type BureauId, type KeyId, type StationId } from '../../src/domain/ids.ts';
import type { StatementSigner } from '../../src/ledger/statement.ts';
import { type ManualTimers, makeManualTimers } from './manual-timers.ts';
import { makeMemoryKeyring } from './memory-keyring.ts';
import { type MemoryPipes, makeMemoryPipes } from './memory-pipe.ts';
import { random, verifier } from './office-desk.ts';

export const BUREAU = asId<BureauId>('B'.repeat(22));

/** A station with a real key. */
export async function makeStation(): Promise<StatementSigner> {
  const keyring = makeMemoryKeyring();
  await keyring.makeStationKeys(asId<StationId>(toBase64url(random(16))));
  const signer = await keyring.stationStatements();
  if (signer === null) throw new Error('no station key');
  return signer;
}

export const selfOf = (signer: StatementSigner, more: Partial<LinkSelf> = {}): LinkSelf => ({
  bureau: BUREAU,
  signer,
  guest: null,
  ...more,
});

/** Knows the stations given, and no invitation unless one is given. */
export function makeDoorkeeper(
  known: readonly StatementSigner[],
  more: { readonly revoked?: readonly StatementSigner[]; readonly invitations?: ReadonlyMap<string, Uint8Array> } = {},
): Doorkeeper {
  const standing = (key: KeyId): StationStanding => {
    if (more.revoked?.some(({ keyId }) => keyId === key)) return { kind: 'revoked' };
    const found = known.find(({ keyId }) => keyId === key);
    return found === undefined ? { kind: 'unknown' } : { kind: 'admitted', station: found.station };
  };
  return {
    standing,
    invitation: (id) => {
      const secret = more.invitations?.get(id);
      return secret === undefined ? null : new Uint8Array(secret);
    },
  };
}

export const meansOf = (timers: ManualTimers): LinkMeans => ({
  timers,
  random,
  verifier,
  statements: makeStatementVerifier(),
});

export interface LinkedPair {
  readonly links: readonly [Link, Link];
  readonly pipes: MemoryPipes;
  readonly timers: ManualTimers;
  readonly stations: readonly [StatementSigner, StatementSigner];
}

/** Two stations that know each other, linked over memory. */
export async function linkPair(timers = makeManualTimers()): Promise<LinkedPair> {
  const stations = [await makeStation(), await makeStation()] as const;
  const pipes = makeMemoryPipes();
  const keeper = makeDoorkeeper(stations);
  const links = await Promise.all([
    openLink(pipes.ends[0], selfOf(stations[0]), keeper, meansOf(timers)),
    openLink(pipes.ends[1], selfOf(stations[1]), keeper, meansOf(timers)),
  ]);
  return { links, pipes, timers, stations };
}
