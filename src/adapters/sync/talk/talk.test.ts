import { describe, expect, it } from 'vitest';
import { asId, type EntryId, type KeyId } from '../../../domain/ids.ts';
import type { Frontier } from '../../../ledger/exchange.ts';
import { compareFrontiers } from '../../../ledger/frontier.ts';
import { FIRST_TALK, step, type Talk } from './talk.ts';

const key = (name: string): KeyId => asId<KeyId>(name.padEnd(43, '_'));
const head = (name: string, seq: number, branch = '') => ({
  key: key(name),
  seq,
  id: asId<EntryId>(`${name}${seq}${branch}`.padEnd(43, '_')),
});
const idAt = (of: KeyId, seq: number): EntryId => head(of.replace(/_+$/, ''), seq).id;

async function onFrontier(talk: Talk, ours: Frontier, theirs: Frontier, digest = 'ours') {
  const comparison = await compareFrontiers(ours, theirs, idAt);
  return step(talk, { kind: 'frontier', ours: { heads: ours, digest }, theirs, comparison });
}

describe('a talk between two books', () => {
  it('begins with how far ours goes', () => {
    expect(step(FIRST_TALK, { kind: 'opened' }).acts).toEqual([{ kind: 'say-summary' }]);
  });

  it('ends there where the other holds our signature of it', () => {
    const message = { kind: 'summary', digest: 'ours', holds: 'ours', ask: null } as const;
    expect(step(FIRST_TALK, { kind: 'summary', message, ours: 'ours' }).acts).toEqual([]);
  });

  it('goes on with our signed frontier where it does not, once', () => {
    const message = { kind: 'summary', digest: 'theirs', holds: null, ask: null } as const;
    const first = step(FIRST_TALK, { kind: 'summary', message, ours: 'ours' });
    expect(first.acts).toEqual([{ kind: 'say-frontier', answers: null }]);
    expect(step(first.talk, { kind: 'settled', ours: 'ours' }).acts).toEqual([]);
    expect(step(first.talk, { kind: 'settled', ours: 'more' }).acts).toEqual([{ kind: 'say-frontier', answers: null }]);
  });

  it('answers a question with a frontier whatever is held', () => {
    const message = { kind: 'summary', digest: 'ours', holds: 'ours', ask: 4 } as const;
    expect(step(FIRST_TALK, { kind: 'summary', message, ours: 'ours' }).acts).toEqual([
      { kind: 'say-frontier', answers: 4 },
    ]);
  });

  it('asks for what is missing from the place where our chain ends', async () => {
    const talk = { ...FIRST_TALK, signed: 'ours' };
    const { acts } = await onFrontier(talk, [head('a', 3)], [head('a', 9), head('b', 1)]);
    expect(acts).toEqual([
      {
        kind: 'say-want',
        from: [
          { key: key('a'), fromSeq: 4 },
          { key: key('b'), fromSeq: 0 },
        ],
      },
    ]);
  });

  it('asks for one thing at a time, and goes on where an answer says', async () => {
    const first = await onFrontier({ ...FIRST_TALK, signed: 'ours' }, [], [head('a', 9)]);
    expect((await onFrontier(first.talk, [], [head('a', 12)])).acts).toEqual([]);
    const next = [{ key: key('a'), fromSeq: 5 }];
    const answer = { kind: 'entries', entries: ['x'], details: [], next } as const;
    const second = step(first.talk, { kind: 'entries', message: { ...answer, entries: ['x'], details: [], next } });
    expect(second.acts).toEqual([{ kind: 'say-want', from: next }]);
  });

  it('does not ask for ever of somebody who promises and never gives', async () => {
    const first = await onFrontier({ ...FIRST_TALK, signed: 'ours' }, [], [head('a', 9)]);
    const next = [{ key: key('a'), fromSeq: 0 }];
    const second = step(first.talk, { kind: 'entries', message: { kind: 'entries', entries: [], details: [], next } });
    expect(second).toMatchObject({ acts: [], talk: { wanting: false } });
  });

  it('asks for the last common place of a fork, once', async () => {
    const talk = { ...FIRST_TALK, signed: 'ours' };
    const theirs = [head('a', 2, 'other')];
    const first = await onFrontier(talk, [head('a', 5)], theirs);
    expect(first.acts).toContainEqual({ kind: 'say-want', from: [{ key: key('a'), fromSeq: 2 }] });
    const second = await onFrontier({ ...first.talk, wanting: false }, [head('a', 5)], theirs);
    expect(second.acts.filter(({ kind }) => kind === 'say-want')).toEqual([]);
  });

  it('has nothing to get from a book that is in step', async () => {
    const both = [head('a', 2)];
    expect((await onFrontier(FIRST_TALK, both, both)).acts).toEqual([{ kind: 'nothing-to-get' }]);
  });

  it('does not ask again for what an answer that brought nothing left missing', () => {
    const missing = [{ key: key('a'), fromSeq: 3 }];
    const asked = step(FIRST_TALK, { kind: 'taken', added: 0, missing });
    expect(asked.acts).toEqual([{ kind: 'say-want', from: missing }]);
    const message = { kind: 'entries' as const, entries: ['e'], details: [], next: [] };
    const answered = step(asked.talk, { kind: 'entries', message });
    expect(step(answered.talk, { kind: 'taken', added: 0, missing }).acts).toEqual([]);
    expect(step(answered.talk, { kind: 'taken', added: 1, missing }).acts).toEqual(asked.acts);
  });
});
