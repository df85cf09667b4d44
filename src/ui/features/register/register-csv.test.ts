import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foundOffice, must } from '../../../../test/doubles/office-desk.ts';
import { march, recordingId, ZHANG } from '../../../../test/doubles/sample-records.ts';
import type { RegisterRow } from '../../../domain/ports/read-model.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { logPrint, printsSoFar } from '../../../usecases/print-form.ts';
import { WHOLE_REGISTER } from '../../kit/register-address.ts';
import { type CsvSource, csvCell, csvHead, csvRow, type Naming, registerCsv } from './register-csv.ts';

const NAMING: Naming = { person: () => '张建国', device: () => '记录仪 03' };

const row = (n: number, over: Partial<RegisterRow> = {}): RegisterRow => ({
  id: recordingId(String(n)),
  no: `A-2026-录-37-${n}`,
  shortNo: `A-37-${n}`,
  mediaType: 'video',
  capturedAt: march(5, 9, 11, 4),
  capturedIsClaim: true,
  durationMs: 600_000,
  sizeBytes: 1_221_225_472,
  activity: null,
  activityTitle: null,
  matters: [],
  place: null,
  party: null,
  officers: [],
  device: null,
  carrier: null,
  originalName: 'DSJ07_0118.MP4',
  takenInAt: march(5, 17),
  takenInBy: ZHANG,
  copies: 2,
  state: 'in-custody',
  ...over,
});

/** RFC 4180 as a spreadsheet reads it. */
function parse(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let [cells, cell, quoted] = [[] as string[], '', false];
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? '';
    if (quoted && sign === '"' && text[i + 1] === '"') cell += text[++i];
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ',') [cells, cell] = [[...cells, cell], ''];
    else if (!quoted && text.startsWith('\r\n', i)) {
      rows.push([...cells, cell]);
      [cells, cell] = [[], ''];
      i += 1;
    } else cell += sign;
  }
  return rows;
}

test('Excel reads the file as UTF-8, and every line has the columns of its head', () => {
  const [head, line] = parse(csvHead().slice(1) + csvRow(row(2), NAMING));
  expect(csvHead().charCodeAt(0)).toBe(0xfeff);
  expect(line).toHaveLength(head?.length ?? 0);
  expect(Object.fromEntries((head ?? []).map((name, i) => [name, line?.[i]]))).toMatchObject({
    编号: 'A-2026-录-37-2',
    '拍摄时间（设备所称）': '2026-03-05 09:11:04',
    '大小（字节）': '1221225472',
    执法活动: '',
    设备: '非配备设备',
    副本数: '2',
    状态: '在库',
    'SHA-256': recordingId('2'),
  });
});

test('a claim nobody made is no time of capture', () => {
  expect(parse(csvRow(row(1, { capturedIsClaim: false }), NAMING))[0]?.[2]).toBe('');
});

test('no text of anybody begins a formula', () => {
  for (const text of ['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＠x', '-']) {
    expect(parse(`${csvCell(text)}\r\n`)).toEqual([[`'${text}`]]);
  }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const [[read = ''] = []] = parse(`${csvCell(text)}\r\n`);
      expect(/^[=+\-@\t\r\n＝＋－＠]/.test(read)).toBe(false);
      expect(read === text || read === `'${text}`).toBe(true);
    }),
  );
});

test('commas, quotes and line ends of a name stay inside its cell', () => {
  const party = '河洛"特许"砂石,合作社\r\n第二行';
  const rows = parse(csvRow(row(1, { party }), NAMING));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toContain(party);
});

/** A register of which `later` has come in by the time its second page is asked for. */
function growing(rows: readonly RegisterRow[], later: readonly RegisterRow[]) {
  const asked: number[] = [];
  let now = rows;
  const source: CsvSource = {
    entries: async () => now.length,
    register: async (_query, { offset, limit }) => {
      asked.push(limit);
      if (offset > 0) now = [...later, ...rows];
      return { all: now.length, matching: now.length, rows: now.slice(offset, offset + limit) };
    },
  };
  return { source, asked };
}

test('the whole of what is found is written, in pages, each recording once', async () => {
  const rows = Array.from({ length: 1234 }, (_, i) => row(i + 1000));
  for (const later of [[], [row(1)], [row(1), row(2), row(3)]]) {
    const { source, asked } = growing(rows, later);
    const file = await registerCsv(source, WHOLE_REGISTER, NAMING);
    const lines = parse((await file.blob.text()).replace(/^\uFEFF/, ''));
    const ids = lines.slice(1).map((cells) => cells.at(-1));
    expect(file.rows).toBe(1234 + later.length);
    expect(ids).toHaveLength(file.rows);
    expect(new Set(ids)).toEqual(new Set([...later, ...rows].map(({ id }) => id)));
    expect(Math.max(...asked)).toBeLessThanOrEqual(500);
  }
});

test('a register that never stands still is exported all the same', async () => {
  let n = 0;
  const source: CsvSource = {
    entries: async () => n,
    register: async (_query, { offset, limit }) => {
      n += 1;
      const now = Array.from({ length: 600 + n }, (_, i) => row(n * 10_000 - i));
      return { all: now.length, matching: now.length, rows: now.slice(offset, offset + limit) };
    },
  };
  expect((await registerCsv(source, WHOLE_REGISTER, NAMING)).rows).toBeGreaterThan(0);
  expect(n).toBe(6);
});

test('an export is in the book and does not touch the chain of any recording', async () => {
  const { desk, custodian, bureau } = await foundOffice();
  const subject = subjectOf('bureau', bureau);
  expect(await must(logPrint(desk, custodian, { form: 'F4-csv', subject, recordings: [] }))).toBe(1);
  expect(await printsSoFar(desk, subject, 'F4-csv')).toBe(1);
  expect(await printsSoFar(desk, subject, 'F4')).toBe(0);
});
