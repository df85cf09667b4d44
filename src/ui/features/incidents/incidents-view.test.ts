import { expect, test } from 'vitest';
import { foundOffice, must } from '../../../../test/doubles/office-desk.ts';
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
    factWords(incident, (id) => (id === office.desk.station.station ? 'A 采集室' : '?')),
  );
  expect(words[1]).toBe('由哪台送来：没有报名的电脑；原因：签名不符；12 次');
  expect(words[2]).toBe('由哪台送来：A 采集室；原因：要求删除；3 次');
  expect(words[0]).toMatch(/^签名钥匙：[0-9A-F]{4} [0-9A-F]{4}；原因：同一序号签了两份；1 次$/);
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
