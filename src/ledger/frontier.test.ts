import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../base/hex.ts';
import { asId, type EntryId, type KeyId } from '../domain/ids.ts';
import type { Frontier } from './exchange.ts';
import { compareFrontiers, frontierDigest, inKeyOrder } from './frontier.ts';

const sha256 = async (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(createHash('sha256').update(bytes).digest());
const keyOf = (n: number) => asId<KeyId>(`key${n}`.padEnd(43, '_'));
/** One id per place of one branch of a key's chain; branches part at `from`. */
const idOf = (key: number, seq: number, branch = 0, from = 0): EntryId =>
  asId<EntryId>(`${key}.${seq}.${seq >= from ? branch : 0}`.padEnd(43, '_'));

interface Chain {
  readonly length: number;
  readonly branch: number;
  readonly from: number;
}
const book = fc.array(fc.nat(6), { minLength: 5, maxLength: 5 });
const frontierOf = (chains: readonly Chain[]): Frontier =>
  inKeyOrder(
    chains.flatMap(({ length, branch, from }, key) =>
      length === 0 ? [] : [{ key: keyOf(key), seq: length - 1, id: idOf(key, length - 1, branch, from) }],
    ),
  );
const straight = (lengths: readonly number[]) => lengths.map((length) => ({ length, branch: 0, from: 0 }));
const idAtOf = (chains: readonly Chain[]) => (key: KeyId, seq: number) => {
  const at = chains.findIndex((_, n) => keyOf(n) === key);
  const chain = chains[at];
  return chain !== undefined && seq < chain.length ? idOf(at, seq, chain.branch, chain.from) : null;
};

describe('two frontiers', () => {
  it('count exactly what each side lacks', async () => {
    await fc.assert(
      fc.asyncProperty(book, book, async (a, b) => {
        const [ours, theirs] = [straight(a), straight(b)];
        const { standing, toSend, toGet } = await compareFrontiers(frontierOf(ours), frontierOf(theirs), idAtOf(ours));
        const lacks = (x: readonly number[], y: readonly number[]) =>
          x.reduce((sum, length, key) => sum + Math.max(0, length - (y[key] ?? 0)), 0);
        expect([toSend, toGet]).toEqual([lacks(a, b), lacks(b, a)]);
        expect(standing).toBe(toSend > 0 ? (toGet > 0 ? 'both' : 'ahead') : toGet > 0 ? 'behind' : 'in-step');
      }),
    );
  });

  it('are in step from both sides or from neither', async () => {
    await fc.assert(
      fc.asyncProperty(book, book, async (a, b) => {
        const [x, y] = [straight(a), straight(b)];
        const there = await compareFrontiers(frontierOf(x), frontierOf(y), idAtOf(x));
        const back = await compareFrontiers(frontierOf(y), frontierOf(x), idAtOf(y));
        const mirrored = { ahead: 'behind', behind: 'ahead' } as Record<string, string>;
        expect(back.standing).toBe(mirrored[there.standing] ?? there.standing);
        expect([back.toSend, back.toGet]).toEqual([there.toGet, there.toSend]);
      }),
    );
  });

  it('show a fork to the side whose chain is as long or longer, and count nothing of that key', async () => {
    await fc.assert(
      fc.asyncProperty(book, fc.nat(4), fc.integer({ min: 1, max: 6 }), fc.nat(6), async (a, key, short, more) => {
        const ours = straight(a).map((chain, at) => (at === key ? { ...chain, length: short + more } : chain));
        const theirs = straight(a).map((chain, at) =>
          at === key ? { length: short, branch: 1, from: short - 1 } : chain,
        );
        const found = await compareFrontiers(frontierOf(ours), frontierOf(theirs), idAtOf(ours));
        expect(found.standing).toBe('forked');
        expect(found.keys.get(keyOf(key))).toEqual({ kind: 'forked' });
        expect([found.toSend, found.toGet]).toEqual([0, 0]);
      }),
    );
  });

  it('have one digest in whatever order they are listed, and another when anything differs', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 8 }),
        fc.nat(7),
        fc.func(fc.nat()),
        async (numbers, at, weight) => {
          const heads = numbers.map((n) => ({ key: keyOf(n), seq: n, id: idOf(n, n) }));
          const digest = async (frontier: Frontier) => toHex(await frontierDigest(frontier, sha256));
          const shuffled = [...heads].sort((a, b) => weight(a.key) - weight(b.key));
          expect(await digest(shuffled)).toBe(await digest(heads));
          const changed = heads.map((head, i) => (i === at % heads.length ? { ...head, seq: head.seq + 1 } : head));
          expect(await digest(changed)).not.toBe(await digest(heads));
          expect(await digest(heads.slice(1))).not.toBe(await digest(heads));
        },
      ),
    );
  });
});
