import { expect, test } from 'vitest';
import { asId, type RecordingId, type StationId } from '../domain/ids.ts';
import type { RegisterRow } from '../domain/ports/read-model.ts';
import type { RecordingRecord } from '../domain/records.ts';
import { makeBufferedHere } from './buffered-here.ts';
import type { Desk } from './desk.ts';

const [HERE, THERE] = ['A', 'B'].map((letter) => asId<StationId>(letter.repeat(22)));

/** A book in which each recording was taken in first by that station, and a station that lists some of them in its own buffer. */
function scene(firstTakenInBy: Readonly<Record<string, StationId | undefined>>, listed: readonly string[]) {
  const asked: string[] = [];
  const model = {
    register: async () => {
      const rows = Object.keys(firstTakenInBy).map((id) => ({ id }) as unknown as RegisterRow);
      return { all: rows.length, matching: rows.length, rows };
    },
    getMany: async (_type: string, ids: readonly string[]) => {
      asked.push(...ids);
      return ids.map((id) => ({ id, sources: [{ station: firstTakenInBy[id] }] }) as unknown as RecordingRecord);
    },
  } as unknown as Parameters<ReturnType<typeof makeBufferedHere>>[0];
  const local = { buffered: async () => listed.map((id) => ({ recording: asId<RecordingId>(id) })) };
  const desk = { local, station: { station: HERE } } as unknown as Desk;
  return { model, asked, bufferedHere: makeBufferedHere(desk) };
}

test('what waits in the buffer of another PC is not said to wait here', async () => {
  const { model, bufferedHere } = scene({ mine: HERE, theirs: THERE, alsoTheirs: THERE }, ['mine']);
  const { rows, elsewhere } = await bufferedHere(model);
  expect(rows.map(({ id }) => id)).toEqual(['mine']);
  expect(elsewhere).toBe(2);
});

test('what both took in without speaking waits in both; what is signed and not noted yet waits here', async () => {
  const { model, bufferedHere } = scene({ both: THERE, fresh: HERE }, ['both']);
  expect((await bufferedHere(model)).rows.map(({ id }) => id)).toEqual(['both', 'fresh']);
});

test('a record of another station is looked at once, however often the book grows', async () => {
  const { model, asked, bufferedHere } = scene({ mine: HERE, theirs: THERE }, ['mine']);
  await bufferedHere(model);
  await bufferedHere(model);
  expect(asked).toEqual(['theirs']);
});
