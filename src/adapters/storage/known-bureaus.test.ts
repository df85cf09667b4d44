import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { asId, type BureauId } from '../../domain/ids.ts';
import { toInstant } from '../../domain/time.ts';
import { openKnownBureaus } from './known-bureaus.ts';

it('an origin remembers its bureaus in the order they came, and forgets one alone', async () => {
  const known = await openKnownBureaus();
  expect(await known.list()).toEqual([]);
  const luoyang = { bureau: asId<BureauId>('z'.repeat(22)), rememberedAt: toInstant(1_000) };
  const demo = { bureau: asId<BureauId>('a'.repeat(22)), rememberedAt: toInstant(2_000) };
  await known.remember(demo);
  await known.remember(luoyang);
  await known.remember(luoyang);
  known.close();
  const later = await openKnownBureaus();
  expect(await later.list()).toEqual([luoyang, demo]);
  await later.forget(luoyang.bureau);
  expect(await later.list()).toEqual([demo]);
  later.close();
});
