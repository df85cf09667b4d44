import { describe, expect, it } from 'vitest';
import { asId, type StationId } from '../../../domain/ids.ts';
import type { StoredEntry } from '../../../ledger/ports.ts';
import { makePassages } from './passages.ts';

const south = asId<StationId>('south'.padEnd(22, '_'));
const brought = { from: south, pass: true };
const own = { from: null, pass: true };
const stored = (jws: string) => ({ jws }) as StoredEntry;

describe('who brought an entry', () => {
  it('is known when the book stores it, once', () => {
    const passages = makePassages();
    passages.expect(['a', 'b'], brought);
    expect(passages.collect([stored('a')])(stored('a'))).toEqual(brought);
    expect(passages.collect([stored('a')])(stored('a'))).toEqual(own);
    expect(passages.collect([stored('b')])(stored('b'))).toEqual(brought);
  });

  it('is forgotten with what the book refused', () => {
    const passages = makePassages();
    passages.expect(['a', 'b'], brought);
    passages.forget(['a']);
    expect(passages.collect([stored('a')])(stored('a'))).toEqual(own);
    expect(passages.collect([stored('b')])(stored('b'))).toEqual(brought);
  });

  it('is not remembered of more bytes than there are messages under way', () => {
    const passages = makePassages();
    const megabyte = 'x'.repeat(1_048_576);
    for (let n = 0; n < 100; n++) passages.expect([`${n} ${megabyte}`], brought);
    const kept = Array.from({ length: 100 }, (_, n) => stored(`${n} ${megabyte}`)).filter(
      (entry) => passages.collect([entry])(entry).from === south,
    );
    expect(kept.length).toBeLessThanOrEqual(64);
    expect(kept.length).toBeGreaterThan(30);
  });
});
