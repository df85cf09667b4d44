import { expect, it } from 'vitest';
import { asId, type BureauId, type EntryId, type KeyId } from '../../domain/ids.ts';
import type { Entry } from '../entry.ts';
import { makeAside } from './aside.ts';
import { passDoor } from './door.ts';
import type { Candidate, Threshold } from './threshold.ts';

const HERE = asId<KeyId>('here');

/** An entry at a place; how often it is looked at is counted. */
function makeEntries() {
  let looks = 0;
  const entry = (keyId: KeyId, seq: number, shard = 'bureau', slot = seq): Candidate => {
    const id = asId<EntryId>(`${keyId} ${seq}`);
    const prev = seq === 0 ? null : asId<EntryId>(`${keyId} ${seq - 1}`);
    const bureau = asId<BureauId>('bureau');
    const rest = { v: 1, bureau, prev, after: null, lc: seq + 1, refs: [], auth: null, kind: 'k', subject: 'bureau:b' };
    const looked: Entry = {
      get id() {
        looks++;
        return id;
      },
      get keyId() {
        looks++;
        return keyId;
      },
      jws: id,
      payload: { ...rest, seq, shard, slot, at: '', body: {}, details: null } as unknown as Entry['payload'],
    };
    return { entry: looked, details: null };
  };
  return { entry, looks: () => looks };
}

function threshold(): Threshold {
  return {
    store: { byId: async () => [], ofKey: async () => [] },
    verifier: { verify: async () => true, thumbprint: async () => HERE, sha256: async (bytes) => bytes },
    checks: { unknownKey: ({ keyId }) => (keyId === HERE ? null : keyId), check: async () => 'good' },
    aside: makeAside(),
    heads: new Map(),
    keys: new Map(),
    decisions: new Map(),
    awaited: () => false,
    forked: new Set(),
    parted: new Map(),
  };
}

it('a chain that waited aside comes in one by one, and nothing else is looked at anew for each', async () => {
  const { entry, looks } = makeEntries();
  const door = threshold();
  const waiting = Array.from({ length: 1_000 }, (_, i) => entry(HERE, i + 1));
  for (const { entry: one } of waiting)
    door.aside.put(one, { kind: 'place', key: HERE, seq: one.payload.seq - 1 }, null);
  const strangers = Array.from({ length: 1_000 }, (_, i) => entry(asId<KeyId>(`stranger ${i}`), 0));
  const before = looks();
  const { admitted } = await passDoor([...strangers, entry(HERE, 0)], door);
  expect(admitted).toHaveLength(1_001);
  expect(door.aside.count()).toBe(1_000);
  expect(looks() - before).toBeLessThan(60_000);
});

it('a key that writes in thousands of carriers costs no more than one that writes in one', async () => {
  const { entry } = makeEntries();
  const many = Array.from({ length: 10_000 }, (_, i) => entry(HERE, i, `shard ${i}`, 0));
  const { heads } = await passDoor(many, threshold());
  expect(Object.keys(heads.get(HERE)?.slots ?? {})).toHaveLength(10_000);
});
