import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegisterQuery } from '../../src/domain/ports/read-model.ts';
import { plusMs } from '../../src/domain/time.ts';
import type { FoldedRecord } from '../../src/ledger/ports.ts';
import { freshStorage } from '../doubles/fresh-storage.ts';
import { makeMemoryBook } from '../doubles/memory-book-store.ts';
import {
  AT,
  activityId,
  deviceId,
  foldedActivity,
  foldedDevice,
  foldedRecording,
  personId,
  sampleActivity,
  sampleDevice,
  sampleRecording,
  sampleSource,
} from '../doubles/stored-samples.ts';
import { describeReadModel, EVERYTHING } from './read-model-suite.ts';

describeReadModel('IndexedDB', async () => {
  const { book, model, reopen } = await freshStorage();
  return { book, model, otherTab: reopen };
});
describeReadModel('memory', async () => {
  const { book, model } = makeMemoryBook();
  return { book, model, otherTab: async () => ({ book }) };
});

const name = fc.constantFrom('one', 'two', 'three');
const person = fc.constantFrom('li', 'wang').map(personId);
const state = fc.constantFrom('buffered', 'stored', 'damaged' as const);
const word = fc.constantFrom('伊河', '洛河', 'rec', '0', 'a-37');

const folded: fc.Arbitrary<FoldedRecord> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc
      .record({ name, officer: person, matter: fc.integer({ min: 1, max: 3 }), title: word })
      .map((a) =>
        foldedActivity(sampleActivity(a.name, { officers: [a.officer], matters: [a.matter], title: a.title })),
      ),
  },
  { weight: 1, arbitrary: name.map((device) => foldedDevice(sampleDevice(device))) },
  {
    weight: 8,
    arbitrary: fc
      .record({
        n: fc.nat(25),
        activity: fc.option(name),
        device: fc.option(name),
        state,
        hours: fc.nat(100),
        size: fc.nat(4),
        text: word,
      })
      .map((r) =>
        foldedRecording(
          sampleRecording(r.n, {
            activity: r.activity && activityId(r.activity),
            no: r.activity && { activity: { station: 'A', year: 2026, kind: 'record', serial: 37 }, item: r.n },
            state: r.state,
            sizeBytes: r.size,
            durationMs: r.size === 0 ? null : r.size,
            sources: [
              sampleSource({
                device: r.device && deviceId(r.device),
                takenInAt: plusMs(AT, r.hours * 3_600_000),
                originalName: `${r.text}${r.n}`,
              }),
            ],
          }),
        ),
      ),
  },
);

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 1 });
const day = fc.integer({ min: 5, max: 9 }).map((d) => `2026-03-0${d}`);
const query: fc.Arbitrary<RegisterQuery> = fc.record({
  text: fc.oneof(
    fc.constant(''),
    word,
    fc.tuple(word, word).map((words) => words.join(' ')),
  ),
  from: maybe(day),
  to: maybe(day),
  officer: maybe(person),
  matter: maybe(fc.integer({ min: 1, max: 3 })),
  device: maybe(name.map(deviceId)),
  state: maybe(state),
  sort: fc.constantFrom('capturedAt', 'takenInAt', 'no', 'sizeBytes', 'durationMs' as const),
  descending: fc.boolean(),
});
const window = fc.record({ offset: fc.nat(12), limit: fc.nat(12) });

describe('the register in IndexedDB', () => {
  it('answers every question as the plain one does', async () => {
    const commits = fc.array(fc.array(folded, { maxLength: 12 }), { maxLength: 5 });
    const asks = fc.array(fc.tuple(query, window), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(commits, asks, async (writes, questions) => {
        const real = await freshStorage();
        const plain = makeMemoryBook();
        for (const records of writes) {
          const write = { entries: [], details: [], heads: [], records: oneEach(records) };
          await real.book.commit(write);
          await plain.book.commit(write);
        }
        for (const [asked, at] of [...questions, [EVERYTHING, { offset: 0, limit: 100 }] as const]) {
          expect(await real.model.register(asked, at)).toEqual(await plain.model.register(asked, at));
        }
        real.close();
      }),
      { numRuns: 60 },
    );
  });
});

/** A commit folds each subject once. */
const oneEach = (records: readonly FoldedRecord[]): readonly FoldedRecord[] => [
  ...new Map(records.map((record) => [record.subject, record])).values(),
];
