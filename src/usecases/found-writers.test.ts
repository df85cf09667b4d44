import { expect, test } from 'vitest';
import { makeExaminer } from '../../test/doubles/examiner.ts';
import { makeCard, makeMemoryBuffer, namingProbe } from '../../test/doubles/footage.ts';
import { foundOffice } from '../../test/doubles/office-desk.ts';
import { Fault } from '../base/fault.ts';
import { done, refused } from '../base/outcome.ts';
import type { RecordingRecord } from '../domain/records.ts';
import { foundWriters } from './found-writers.ts';
import { openIntake, planIntake } from './plan-intake.ts';
import { takeIn } from './take-in.ts';

const never = () => new AbortController().signal;

/** A device whose card was taken in and examined; `reach` opens what the book has of it. */
async function deviceWith(contents: readonly string[]) {
  const office = await foundOffice();
  const officer = await office.admit('张建国', ['officer']);
  const device = await office.device();
  const { source } = makeCard(contents.map((content, n) => ({ path: `${n}.MP4`, content })));
  const { buffer } = makeMemoryBuffer();
  const { examination } = makeExaminer();
  const control = { signal: never(), report: () => undefined, onItems: () => undefined };
  const { items } = await planIntake(office.desk, source, namingProbe, { device, preferred: null }, control);
  const chosen = items.map(({ item }) => ({ item, activity: null, unlinkedReason: null }));
  const about = { device, unregisteredExplanation: null, sourceLabel: source.label, sourceHandle: null };
  const session = await openIntake(office.desk, officer, chosen, about);
  await takeIn(office.desk, { buffer, probe: namingProbe, examination }, session, source, control);
  const reach = async ({ id }: RecordingRecord) => {
    const place = await office.desk.local.bufferedAt(id);
    return place === null ? refused({ code: 'medium-not-connected' } as const) : done(await buffer.open(place));
  };
  const look = (open: typeof reach, signal = never()) =>
    foundWriters(office.desk.records, { probe: namingProbe, examiner: examination.examiner, open }, device, signal);
  return { reach, look };
}

test('names in files that were asked about are told once; a file nobody asked about is not opened', async () => {
  const { reach, look } = await deviceWith([
    'written by Lavf58.29.100\nfirst',
    'written by Lavf58.29.100\nwritten by x264 - core 155',
    'a clip of the recorder',
  ]);
  const opened: string[] = [];
  const names = await look(async (recording) => {
    opened.push(recording.id);
    return reach(recording);
  });
  expect([...names].sort()).toEqual(['Lavf58.29.100', 'x264 - core 155']);
  expect(opened).toHaveLength(2);
});

test('files out of reach or that cannot be read are passed over, and one look is enough to end it', async () => {
  const { reach, look } = await deviceWith(['written by Lavf58.29.100\na', 'written by Lavf58.29.100\nb']);
  expect(await look(async () => refused({ code: 'medium-not-connected' }))).toEqual([]);
  let n = 0;
  const once = await look(async (recording) => {
    if (n++ === 0) throw new Fault('buffer-missing');
    return reach(recording);
  });
  expect(once).toEqual(['Lavf58.29.100']);
  const stop = new AbortController();
  stop.abort();
  await expect(look(reach, stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
});
