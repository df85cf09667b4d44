import { expect, test } from 'vitest';
import { foundOffice, must } from '../../../../test/doubles/office-desk.ts';
import {
  makeRecording,
  march,
  signedBy,
  signedByStation,
  WANG,
  ZHANG,
} from '../../../../test/doubles/sample-records.ts';
import { asId, type MediumId } from '../../../domain/ids.ts';
import type { CustodyEvent } from '../../../domain/records.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { custody } from '../../../ledger/kinds/custody.ts';
import { logPrint } from '../../../usecases/print-form.ts';
import { recordLog } from '../../../usecases/record-log.ts';
import { chainLinks, type PlaceNames } from './chain-view.ts';

const NAMES: PlaceNames = {
  person: (id) => (id === ZHANG ? '张建国' : '王海涛'),
  device: () => '记录仪 03',
  medium: () => 'YP-03',
  station: () => 'A 站 局机关采集室',
  stationCode: () => 'A',
};

const medium = asId<MediumId>('medium');
const EVENTS: readonly CustodyEvent[] = [
  custody('taken-in', signedByStation(march(5, 17)), { from: ZHANG }),
  custody('reviewed', signedBy(ZHANG, march(5, 18)), { played: { fromSec: 10, toSec: 150 } }),
  custody('copied', signedByStation(march(5, 19)), { medium, result: 'same' }),
  custody('handover-given', signedBy(ZHANG, march(5, 20)), { from: ZHANG, to: WANG }),
  custody('handover-accepted', signedBy(WANG, march(5, 21)), { to: WANG, result: 'same' }),
  custody('checked', signedByStation(march(6, 8)), { medium, result: 'different' }),
  custody('printed', signedBy(WANG, march(6, 9)), { form: 'F7' }),
];
const recording = (over = {}) => makeRecording('a', null, march(5, 17), { custody: EVENTS, ...over });
const standing = new Set(EVENTS.map(({ signed }) => signed.entry));
const opened = march(6, 8, 30);

test('newest first; what was done, by whom, with a seal for a person and a square for a station', () => {
  const links = chainLinks(recording(), NAMES, { standing, opened });
  expect(
    links.map(({ title, words, mark }) => [title, words, mark.kind === 'station' ? mark.code : mark.kind]),
  ).toEqual([
    ['打印 音像资料移交入库单', '王海涛', 'person'],
    ['复核“YP-03”，不一致', 'A 站 局机关采集室 电脑自动签名', 'A'],
    ['接收入库', '王海涛 接收，校验值逐件核对一致', 'person'],
    ['移交', '张建国 移交给 王海涛', 'person'],
    ['存入“YP-03”，读回一致', 'A 站 局机关采集室 电脑自动签名', 'A'],
    ['采集核对', '看了 0:00:10 至 0:02:30，张建国', 'person'],
    ['采集，读回比对一致', '张建国 采集，A 站 局机关采集室 电脑自动签名', 'A'],
  ]);
  expect(links.map(({ fresh }) => fresh)).toEqual([true, false, false, false, false, false, false]);
  expect(new Set(links.map(({ id }) => id)).size).toBe(EVENTS.length);
});

test('an entry that is not in this machine’s book bears no seal and no key, and says so', () => {
  const [lost] = EVENTS;
  const held = new Set([...standing].filter((entry) => entry !== lost?.signed.entry));
  const last = chainLinks(recording(), NAMES, { standing: held, opened }).at(-1);
  expect(last).toMatchObject({ mark: { kind: 'none' }, words: '这条签名在本机账本里没有找到，请核验账本' });
  expect(last?.key).toBeUndefined();
});

test('before the book has answered nothing is sealed and nothing is missing', () => {
  for (const link of chainLinks(recording(), NAMES, { standing: null, opened })) {
    expect(link.mark.kind).toBe('none');
    expect(link.words).not.toContain('没有找到');
  }
});

test('a photograph was looked at, it was not played', () => {
  const links = chainLinks(recording({ mediaType: 'photo' }), NAMES, { standing, opened });
  expect(links.at(-2)?.words).toBe('看了一次，张建国');
});

test('the log of a record holds the entries in force that touch it, in the book’s order', async () => {
  const { desk, custodian, bureau } = await foundOffice();
  const subject = subjectOf('bureau', bureau);
  const before = await recordLog(desk, subject);
  await must(logPrint(desk, custodian, { form: 'F4', subject, recordings: [] }));
  const after = await recordLog(desk, subject);
  expect(after.slice(0, -1).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(after.at(-1)?.kind).toBe('form-printed');
  expect(after.map(({ lc }) => lc)).toEqual([...after].map(({ lc }) => lc).sort((a, b) => a - b));
});
