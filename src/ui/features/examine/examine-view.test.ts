import { expect, test } from 'vitest';
import { foundOffice, must, verifier } from '../../../../test/doubles/office-desk.ts';
import { EXAMINATION_GRADE, type ExaminationCode } from '../../../ledger/examined.ts';
import { examineOwnBook } from '../../../usecases/examine-book.ts';
import { signCheckpoint } from '../../../usecases/sign-checkpoint.ts';
import { CLASS_OF, classLines, f17Data, fractionOf, inWeight, shortEntry } from './examine-view.ts';

async function examined() {
  const { desk } = await foundOffice();
  await must(signCheckpoint(desk, verifier));
  const fractions: number[] = [];
  const report = (progress: Parameters<typeof fractionOf>[0]): void => void fractions.push(fractionOf(progress));
  const found = await examineOwnBook(desk, verifier, { signal: new AbortController().signal, report });
  return { found, fractions };
}

test('progress never goes back, and ends at the whole', async () => {
  const { fractions } = await examined();
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  expect(fractions.at(-1)).toBe(1);
  expect(fractionOf(null)).toBe(0);
});

test('every class is shown, sound or not, and a fault makes its own class unsound and no other', async () => {
  const { found } = await examined();
  expect(classLines(found).every(({ sound }) => sound)).toBe(true);
  for (const code of Object.keys(CLASS_OF) as ExaminationCode[]) {
    const lines = classLines({ ...found, findings: [{ code, count: 1, entries: [] }] });
    const bad = lines.filter(({ sound }) => !sound).map(({ id }) => id);
    expect([code, bad]).toEqual([code, EXAMINATION_GRADE[code] === 'unsound' ? [CLASS_OF[code]] : []]);
  }
});

test('faults stand before notices, on the page and on F17, and entries are named as forms print digests', async () => {
  const { found } = await examined();
  const entry = (await foundOffice()).desk.station.root;
  const findings = [
    { code: 'entry-void', count: 2, entries: [entry] },
    { code: 'bytes-changed', count: 1, entries: [entry] },
  ] as const;
  expect(inWeight(findings).map(({ code }) => code)).toEqual(['bytes-changed', 'entry-void']);
  const print = { printedAt: found.endedAt, times: 1 };
  const data = f17Data(
    { ...found, findings, sound: false },
    { bureau: 'b', station: 's', witness: null, stamp: null, print },
  );
  expect(data.findings.map(({ notice }) => notice)).toEqual([false, true]);
  expect(data.findings[0]?.entries).toEqual([shortEntry(entry)]);
  expect(shortEntry(entry)).toMatch(/^[0-9a-f]{8}$/);
  expect(data.classes.filter(({ sound }) => !sound)).toHaveLength(1);
});
