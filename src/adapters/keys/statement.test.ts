import { CompactSign } from 'jose';
import { expect, test } from 'vitest';
import { makeMemoryKeyring } from '../../../test/doubles/memory-keyring.ts';
import { fromUtf8, utf8 } from '../../base/bytes.ts';
import { asId, type StationId } from '../../domain/ids.ts';
import { makeEntryVerifier } from './entry-verifier.ts';
import { makeStatementVerifier } from './statement-verifier.ts';
import { generatePairs } from './web-crypto/key-pairs.ts';

const STATION = asId<StationId>('A'.repeat(22));
const verifier = makeStatementVerifier();

async function station() {
  const keyring = makeMemoryKeyring();
  await keyring.makeStationKeys(STATION);
  const signer = await keyring.stationStatements();
  if (signer === null) throw new Error('no station key');
  return signer;
}

test('a statement is read back under its own type and key', async () => {
  const signer = await station();
  const jws = await signer.sign('luzheng-frontier+jws', utf8('{"a":1}'));
  const payload = await verifier.read(jws, 'luzheng-frontier+jws', signer.key);
  expect(payload && fromUtf8(payload)).toBe('{"a":1}');
  expect(signer).toMatchObject({ station: STATION, keyId: await makeEntryVerifier().thumbprint(signer.key) });
});

test('a statement passes for no other type, no other key and no entry', async () => {
  const [signer, other] = [await station(), await station()];
  const jws = await signer.sign('luzheng-frontier+jws', utf8('{}'));
  expect(await verifier.read(jws, 'luzheng-link+jws', signer.key)).toBeNull();
  expect(await verifier.read(jws, 'luzheng-frontier+jws', other.key)).toBeNull();
  expect(await makeEntryVerifier().verify(jws, signer.key)).toBe(false);
  const changed = `${jws.slice(0, 20)}${jws[20] === 'A' ? 'B' : 'A'}${jws.slice(21)}`;
  expect(await verifier.read(changed, 'luzheng-frontier+jws', signer.key)).toBeNull();
  expect(await verifier.read('', 'luzheng-frontier+jws', signer.key)).toBeNull();
});

test('a header may say no more than it must', async () => {
  const pairs = await generatePairs(false);
  const kid = pairs.public.keyId;
  const signed = (header: Record<string, string>) =>
    new CompactSign(utf8('{}')).setProtectedHeader({ alg: 'ES256', ...header }).sign(pairs.signing.privateKey);
  const read = async (header: Record<string, string>) =>
    verifier.read(await signed(header), 'luzheng-link+jws', pairs.public.signing);
  expect(await read({ kid, typ: 'luzheng-link+jws' })).not.toBeNull();
  expect(await read({ kid, typ: 'luzheng-link+jws', cty: 'x' })).toBeNull();
  expect(await read({ kid: 'x', typ: 'luzheng-link+jws' })).toBeNull();
  expect(await read({ typ: 'luzheng-link+jws' })).toBeNull();
});
