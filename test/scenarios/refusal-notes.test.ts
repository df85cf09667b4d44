import { expect, it } from 'vitest';
import { asId, type KeyId } from '../../src/domain/ids.ts';
import { type DoorIncident, makeRefusalNotes } from '../../src/usecases/note-refusals.ts';
import { foundOffice } from '../doubles/office-desk.ts';

const FORGED: DoorIncident = {
  code: 'entry-refused',
  culprit: { by: 'link', station: null },
  why: 'signature-bad',
  count: 1,
};

async function incidents(office: Awaited<ReturnType<typeof foundOffice>>) {
  const found: unknown[] = [];
  for await (const page of office.desk.book.reader.all(100))
    for (const { kind, jws } of page)
      if (kind === 'incident-noted')
        found.push(JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8')).body);
  return found;
}

it('one incident an hour for each culprit and code; what came meanwhile is counted into the next', async () => {
  const office = await foundOffice();
  const note = makeRefusalNotes(office.desk, () => true);
  for (let i = 0; i < 50; i++) await note(FORGED);
  expect(await incidents(office)).toEqual([
    { code: 'entry-refused', facts: { link: 'unknown', code: 'signature-bad', count: 1 } },
  ]);
  office.clock.advance(60 * 60_000);
  await note(FORGED);
  expect(await incidents(office)).toContainEqual({
    code: 'entry-refused',
    facts: { link: 'unknown', code: 'signature-bad', count: 50 },
  });
});

it('another culprit, another code and another reason are incidents of their own', async () => {
  const office = await foundOffice();
  const note = makeRefusalNotes(office.desk, () => true);
  await note(FORGED);
  await note({ ...FORGED, why: 'too-large' });
  await note({ ...FORGED, code: 'flood' });
  await note({ ...FORGED, code: 'fork-found', culprit: { by: 'author', key: asId<KeyId>('k'.repeat(43)) } });
  expect(await incidents(office)).toHaveLength(4);
});

it('a tab that does not write notes nothing, and loses no count', async () => {
  const office = await foundOffice();
  let writes = false;
  const note = makeRefusalNotes(office.desk, () => writes);
  await note(FORGED);
  await note(FORGED);
  expect(await incidents(office)).toEqual([]);
  writes = true;
  await note(FORGED);
  expect(await incidents(office)).toMatchObject([{ facts: { count: 3 } }]);
});
