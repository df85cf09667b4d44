import { expect, test } from 'vitest';
import { foundOffice, must } from '../../../../test/doubles/office-desk.ts';
import { faultWords } from '../../../text/faults.ts';
import { acknowledgeIncidents } from '../../../usecases/acknowledge-incidents.ts';
import { noteIncident } from '../../../usecases/note-incident.ts';
import { chosenFault, factWords, incidentLines, incidentWords } from './incidents-view.ts';

async function noted() {
  const office = await foundOffice();
  const { desk, custodian, clock } = office;
  const station = desk.station.station;
  await noteIncident(desk, 'foreign-delete', { link: station, code: 'delete', count: 3 });
  clock.advance(1000);
  await noteIncident(desk, 'entry-refused', { link: 'unknown', code: 'signature-bad', count: 12 });
  clock.advance(1000);
  await noteIncident(desk, 'fork-found', { key: desk.stationSigner.keyId, code: 'fork', count: 1 });
  const [first] = (await desk.records.get('incidents', station))?.incidents ?? [];
  if (first === undefined) throw new Error('nothing noted');
  await must(acknowledgeIncidents(desk, custodian, station, [first.noted.entry], null));
  return { office, lines: incidentLines(await desk.records.all('incidents')) };
}

test('what nobody has seen stands first, the newest of it on top', async () => {
  const { lines } = await noted();
  expect(lines.map(({ incident }) => incident.code)).toEqual(['fork-found', 'entry-refused', 'foreign-delete']);
  expect(lines.map(({ incident }) => incident.acknowledged !== null)).toEqual([false, false, true]);
});

test('links are named, keys and reasons put into words, counts said', async () => {
  const { office, lines } = await noted();
  const words = lines.map(({ incident }) =>
    factWords(
      incident,
      (id) => (id === office.desk.station.station ? 'A 采集室' : '?'),
      () => '?',
    ),
  );
  expect(words[1]).toBe('由哪台送来：没有报名的电脑；原因：签名不符；12 次');
  expect(words[2]).toBe('由哪台送来：A 采集室；原因：要求删除；3 次');
  expect(words[0]).toMatch(/^签名钥匙：[0-9A-F]{4} [0-9A-F]{4}；原因：同一序号签了两份；1 次$/);
});

test('a file that could not be taken in, and a medium, are told in the words of the page, not in those of the code', async () => {
  const { desk } = await foundOffice();
  await noteIncident(desk, 'source-changed', {
    batch: 'Rp9tPZ0tsnkmpF-Cw5BKXQ',
    item: 'B7TfXSg10hceymqe',
    fault: 'item-gone',
  });
  await noteIncident(desk, 'copy-damaged', { medium: 'mediummediummediummedi', count: 2 });
  const { incidents } = (await desk.records.get('incidents', desk.station.station)) ?? { incidents: [] };
  const words = incidents.map((one) =>
    factWords(
      one,
      () => '?',
      (id) => (id.startsWith('medium') ? 'YP-03' : '?'),
    ),
  );
  expect(words).toContain(`采集批次：Rp9tPZ0t；文件代号：B7TfXSg1；原因：${faultWords('item-gone').happened}`);
  expect(words).toContain('介质：YP-03；2 次');
});

test('an incident of a newer version is shown as not understood', async () => {
  const { lines } = await noted();
  const [line] = lines;
  if (line === undefined) throw new Error('no line');
  expect(incidentWords({ ...line.incident, code: 'of-2030' }).happened).toContain('认不出来');
});

test('one acknowledgement is of one station’s incidents', async () => {
  const { office, lines } = await noted();
  expect(chosenFault([])).toBeDefined();
  expect(chosenFault(lines)).toBeUndefined();
  const elsewhere = lines.map((line, i) => (i === 0 ? { ...line, station: office.bureau as never } : line));
  expect(chosenFault(elsewhere)).toContain('同一个站点');
});
