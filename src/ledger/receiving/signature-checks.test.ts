import { expect, it } from 'vitest';
import { fakeVerifier, makeFakeSigner } from '../../../test/doubles/fake-signer.ts';
import { asId, type BureauId, type EntryId } from '../../domain/ids.ts';
import type { Entry } from '../entry.ts';
import { makeSignatureChecks } from './signature-checks.ts';

const signer = makeFakeSigner('officer');

/** Entries as they have been read: only who signed them, and what they are, is looked at here. */
const entries = (many: number): readonly Entry[] =>
  Array.from({ length: many }, (_, n) => ({
    id: asId<EntryId>(`entry${n}`.padEnd(43, '_')),
    jws: `jws ${n}`,
    keyId: signer.keyId,
    payload: {
      bureau: asId<BureauId>('B'.repeat(22)),
      kind: 'form-printed',
      seq: n,
      body: {},
    } as unknown as Entry['payload'],
  }));

it('no more signatures are checked ahead of their turn than can be held, and each is checked once', async () => {
  const waiting: ((good: boolean) => void)[] = [];
  const checks = makeSignatureChecks({ get: () => signer.public.signing }, null, {
    ...fakeVerifier,
    verify: () => new Promise<boolean>((resolve) => waiting.push(resolve)),
  });
  const some = entries(5_000);
  await checks.begin(some);
  expect(waiting).toHaveLength(2_000);
  await checks.begin(some);
  expect(waiting).toHaveLength(2_000);
  for (const resolve of waiting.splice(0)) resolve(true);
  await Promise.all(some.slice(0, 2_000).map((entry) => checks.check(entry)));
  expect(waiting).toHaveLength(0);
  await checks.begin(some);
  expect(waiting).toHaveLength(2_000);
});
