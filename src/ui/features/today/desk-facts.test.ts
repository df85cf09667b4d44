import { describe, expect, it } from 'vitest';
import { makeMemoryBook } from '../../../../test/doubles/memory-book-store.ts';
import {
  activityId,
  CAMERA_3,
  LI,
  makeActivity,
  makeBatch,
  makeDevice,
  makeHandover,
  makeRecording,
  march,
  signedBy,
  WANG,
  ZHANG,
} from '../../../../test/doubles/sample-records.ts';
import { asId, type BatchId, type PersonId } from '../../../domain/ids.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { plusMs } from '../../../domain/time.ts';
import type { FoldedRecord } from '../../../ledger/ports.ts';
import { dueOf, readDeskFacts } from './desk-facts.ts';

const NOW = march(5, 16);

async function modelWith(records: readonly FoldedRecord[]) {
  const { book, model } = makeMemoryBook();
  await book.commit({ entries: [], details: [], heads: [], records });
  return model;
}

const finished = signedBy(ZHANG, march(5, 10));
const footage = makeRecording('a', CAMERA_3, march(5, 15), { activity: activityId('linked') });
const stored = makeRecording('b', CAMERA_3, march(5, 14), { state: 'stored' });
const others = makeRecording('c', null, march(5, 13));
const takenByLi = {
  ...others,
  sources: others.sources.map((source) => ({ ...source, takenInBy: LI })),
};
const linked = makeActivity({
  id: activityId('linked'),
  officers: [ZHANG],
  devices: [CAMERA_3],
  finished,
  recordings: [footage.id],
  firstTakenInAt: march(5, 15),
  lastTakenInAt: march(5, 15),
});

const everything: readonly FoldedRecord[] = [
  ...[linked, makeActivity({ id: activityId('lis'), officers: [LI] })].map(
    (record): FoldedRecord => ({ subject: subjectOf('activity', record.id), type: 'activity', record }),
  ),
  ...[footage, stored, takenByLi].map(
    (record): FoldedRecord => ({ subject: subjectOf('recording', record.id), type: 'recording', record }),
  ),
  ...[
    makeBatch(),
    makeBatch({ id: asId<BatchId>('signed'), countersigned: signedBy(ZHANG, NOW) }),
    makeBatch({ id: asId<BatchId>('lis'), takenInBy: LI }),
  ].map((record): FoldedRecord => ({ subject: subjectOf('batch', record.id), type: 'batch', record })),
  { subject: 'handover:1', type: 'handover', record: makeHandover() },
  { subject: 'device:1', type: 'device', record: makeDevice({ id: CAMERA_3 }) },
];

describe('what is read for one person', () => {
  it('is the person’s own: activities, intakes without a signature, footage not stored or not handed over', async () => {
    const facts = await readDeskFacts(await modelWith(everything), { person: ZHANG, now: NOW });
    expect(facts.activities.map(({ id }) => id)).toEqual([linked.id]);
    expect(facts.batches).toEqual([makeBatch()]);
    expect(facts.buffered.map(({ id }) => id)).toEqual([footage.id]);
    expect(facts.stored.map(({ id }) => id)).toEqual([stored.id]);
    expect(facts.handovers).toEqual([]);
    expect(facts.anyActivity).toBe(true);
  });

  it('hand-overs wait for whom they were given to, until accepted or withdrawn', async () => {
    expect((await readDeskFacts(await modelWith(everything), { person: WANG, now: NOW })).handovers).toHaveLength(1);
    const gone = makeHandover({ withdrawn: signedBy(ZHANG, NOW) });
    const model = await modelWith([{ subject: 'handover:1', type: 'handover', record: gone }]);
    expect((await readDeskFacts(model, { person: WANG, now: NOW })).handovers).toEqual([]);
  });

  it('footage linked by hand stops the clock, though the record did not note its device', async () => {
    const facts = await readDeskFacts(await modelWith(everything), { person: ZHANG, now: NOW });
    expect(facts.footage.map(({ id }) => id)).toEqual([footage.id]);
    expect(dueOf(linked, facts, NOW)).toMatchObject({ kind: 'met', metAt: march(5, 15), late: false });
  });

  it('reads on where the first rows are of others, and says where there may be more of the own', async () => {
    const of = (name: string, minute: number, by: PersonId): FoldedRecord => {
      const made = makeRecording(name, null, plusMs(march(4), minute * 60_000));
      const record = { ...made, sources: made.sources.map((source) => ({ ...source, takenInBy: by })) };
      return { subject: subjectOf('recording', record.id), type: 'recording', record };
    };
    const lis = Array.from({ length: 3 }, (_, i) => of(`li${i}`, i, LI));
    const own = Array.from({ length: 4 }, (_, i) => of(`own${i}`, 10 + i, ZHANG));
    const model = await modelWith([...lis, ...own]);
    const read = async (rowsAtOnce: number) => {
      const { buffered, partly } = await readDeskFacts(model, { person: ZHANG, now: NOW }, rowsAtOnce);
      return [buffered.length, partly];
    };
    expect(await read(7)).toEqual([4, []]);
    expect(await read(3)).toEqual([3, ['buffered']]);
    expect(await read(5)).toEqual([2, ['buffered']]);
    expect((await readDeskFacts(model, { person: WANG, now: NOW }, 2)).partly).toEqual([]);
  });

  it('an empty bureau has nothing', async () => {
    const facts = await readDeskFacts(await modelWith([]), { person: ZHANG, now: NOW });
    expect(facts).toMatchObject({ anyActivity: false, activities: [], buffered: [] });
  });
});
