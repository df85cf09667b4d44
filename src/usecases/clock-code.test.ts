import { expect, test } from 'vitest';
import { makeMemoryKeyring } from '../../test/doubles/memory-keyring.ts';
import { makeStatementVerifier } from '../adapters/keys/statement-verifier.ts';
import { asId, type BureauId, type EntryId, type StationId } from '../domain/ids.ts';
import { toInstant } from '../domain/time.ts';
import type { KnownKey, Membership } from '../ledger/membership.ts';
import { readClockCode, signClockCode } from './clock-code.ts';

const BUREAU = asId<BureauId>('B'.repeat(22));
const STATION = asId<StationId>('S'.repeat(22));
const NOW = toInstant(Date.UTC(2026, 2, 5, 0, 40));
const statements = makeStatementVerifier();

async function station() {
  const keyring = makeMemoryKeyring();
  await keyring.makeStationKeys(STATION);
  const signer = await keyring.stationStatements();
  if (signer === null) throw new Error('no station key');
  return signer;
}

function knowing(signer: Awaited<ReturnType<typeof station>>, over: Partial<KnownKey> = {}): Pick<Membership, 'keys'> {
  const { keyId, key: jwk } = signer;
  const entry = asId<EntryId>('E'.repeat(43));
  const owner = { kind: 'station', station: STATION } as const;
  const known = {
    keyId,
    jwk,
    owner,
    admittedBy: entry,
    admitter: { key: keyId, seq: 0 },
    retired: null,
    left: null,
    frozen: null,
  };
  return { keys: new Map([[keyId, { ...known, ...over }]]) };
}

test('a code a station shows is read back with its time, and fits a small QR code', async () => {
  const signer = await station();
  const text = await signClockCode(signer, BUREAU, NOW);
  expect(text.length).toBeLessThan(120);
  expect(await readClockCode(text, BUREAU, knowing(signer), statements)).toEqual({ station: STATION, shownAt: NOW });
});

test('a code of another key, another bureau, another time, a person or a station that left proves nothing', async () => {
  const [signer, other] = [await station(), await station()];
  const text = await signClockCode(signer, BUREAU, NOW);
  const read = (changed: string, bureau = BUREAU, by = knowing(signer)) =>
    readClockCode(changed, bureau, by, statements);
  expect(await read(text, BUREAU, knowing(other))).toBeNull();
  expect(await read(text, asId<BureauId>('C'.repeat(22)))).toBeNull();
  expect(await read(text.replace(/\.(\d+)\d{4}\./, '.$19999.'))).toBeNull();
  expect(await read('https://example.org/')).toBeNull();
  const person = { kind: 'person', person: asId('P'.repeat(22)), station: STATION } as KnownKey['owner'];
  expect(await read(text, BUREAU, knowing(signer, { owner: person }))).toBeNull();
  const left = { by: asId<EntryId>('L'.repeat(43)), seq: 1 };
  expect(await read(text, BUREAU, knowing(signer, { left }))).toBeNull();
});
