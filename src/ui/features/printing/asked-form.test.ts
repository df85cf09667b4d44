import { expect, test } from 'vitest';
import { bring, field, inspect } from '../../../../test/doubles/field-scene.ts';
import { foundOffice, must } from '../../../../test/doubles/office-desk.ts';
import { march, personId, recordingId } from '../../../../test/doubles/sample-records.ts';
import { asId, type CardId, type PersonId } from '../../../domain/ids.ts';
import { formTitle } from '../../../forms/print-document.tsx';
import { formName } from '../../../text/printing.ts';
import { issueDevice, returnDevice, transferDevice } from '../../../usecases/issue-device.ts';
import { linkFootage } from '../../../usecases/link-footage.ts';
import { logPrint } from '../../../usecases/print-form.ts';
import { registerDevice } from '../../../usecases/register-device.ts';
import { sealClassifiedMedium } from '../../../usecases/seal-classified-medium.ts';
import { WHOLE_REGISTER } from '../../kit/register-address.ts';
import { printLogOf, readAskedForm } from './asked-form.ts';
import { monthOf } from './centre-view.ts';
import { loadForm, printStamp } from './load-form.ts';

const ID = 'AAAAAAAAAAAAAAAAAAAAAA';
const VIEWER = { id: personId('a'), roles: ['custodian'] } as const;
const AS = { print: { printedAt: march(6), times: 1 }, asOf: march(6), stamp: null, viewer: VIEWER } as const;

test('each form is asked for by its own kind of id, and by nothing else', () => {
  expect(readAskedForm('F1', 'original', {})).toEqual({ kind: 'F1', edition: 'asPrinted' });
  expect(readAskedForm('F1', 'working', {})).toEqual({ kind: 'F1', edition: 'working' });
  expect(readAskedForm('F7', ID, {})).toEqual({ kind: 'F7', id: ID });
  expect(readAskedForm('F16', ID, {})).toEqual({ kind: 'F16', id: ID });
  expect(readAskedForm('F10', recordingId('a'), {})).toEqual({ kind: 'F10', id: recordingId('a') });
  const wrong = [
    ['F1', undefined],
    ['F1', ID],
    ['F7', recordingId('a')],
    ['F7', undefined],
    ['F10', ID],
    ['F1-check', recordingId('a')],
    ['F5', undefined],
    ['F15', ID],
    ['F16', '../../x'],
    ['F9', ID],
    ['toString', ID],
  ] as const;
  for (const [form, id] of wrong) expect(readAskedForm(form, id, {})).toBeNull();
});

test('a register of days is asked for by period, device and activity; nonsense is left out', () => {
  expect(readAskedForm('F2', undefined, { from: '2026-03-01', to: 'x', activity: ID, device: '..' })).toEqual({
    kind: 'F2',
    query: { from: '2026-03-01', to: null, device: null, activity: ID },
  });
});

test('a register is printed with its filters, or of what was chosen', () => {
  expect(readAskedForm('F4', undefined, { state: 'stored', from: 'x' })).toEqual({
    kind: 'F4',
    query: { ...WHOLE_REGISTER, state: 'stored' },
    chosen: null,
  });
  const recordings = `${recordingId('a')},nonsense,${recordingId('b')}`;
  expect(readAskedForm('F4', undefined, { recordings })).toMatchObject({
    chosen: [recordingId('a'), recordingId('b')],
  });
});

test('the two editions of F1 are counted apart, and every record’s forms by themselves', async () => {
  const { desk, custodian, bureau } = await foundOffice();
  const [original, working] = ['original', 'working'].map((edition) => readAskedForm('F1', edition, {}));
  if (!original || !working) throw new Error('no F1');
  const print = (asked: typeof original) =>
    must(logPrint(desk, custodian, { ...printLogOf(asked, bureau), recordings: [] }));
  expect([await print(original), await print(original), await print(working), await print(original)]).toEqual([
    1, 2, 1, 3,
  ]);
});

test('forms are called in print entries as they are on paper', () => {
  for (const kind of [
    'F0-rules',
    'F1',
    'F1-check',
    'F2',
    'F3',
    'F4',
    'F5',
    'F6',
    'F7',
    'F10',
    'F15',
    'F15-list',
    'F16',
  ] as const)
    expect(formName(kind)).toBe(formTitle(kind));
  expect(formName('F99')).toBe('F99');
});

test('a form of a record that is not here is refused, not printed empty', async () => {
  const { desk } = await foundOffice();
  const ids = { 'F1-check': ID, F5: ID, F6: ID, F7: ID, F16: ID, F10: recordingId('a'), F15: recordingId('a') };
  for (const [form, id] of Object.entries(ids)) {
    const asked = readAskedForm(form, id, {});
    if (asked === null) throw new Error('not asked');
    expect(await loadForm(desk, asked, AS)).toEqual({ ok: false, refusal: { code: 'not-found' } });
  }
  const register = { kind: 'F4', query: WHOLE_REGISTER, chosen: null } as const;
  expect(await loadForm(desk, register, AS)).toEqual({ ok: false, refusal: { code: 'nothing' } });
  const gone = { ...register, chosen: [recordingId('a')] };
  expect(await loadForm(desk, gone, AS)).toEqual({ ok: false, refusal: { code: 'nothing' } });
});

test('a sealed medium is printed from its card, and its print is counted', async () => {
  const { desk, admit, bureau } = await foundOffice();
  const officer = await admit('张建国', ['officer']);
  const medium = { mediumNo: '卡-11', appearance: '黑色', sealNo: 'FQ-1', handedTo: '赵保密' };
  const card: CardId = await must(sealClassifiedMedium(desk, officer, medium));
  const asked = { kind: 'F16', id: asId<CardId>(card) } as const;
  expect(await loadForm(desk, asked, AS)).toMatchObject({
    ok: true,
    value: { form: { kind: 'F16', data: { bureau: '洛阳市水利局', giving: { name: '张建国' } } }, recordings: [] },
  });
  expect(await must(logPrint(desk, officer, { ...printLogOf(asked, bureau), recordings: [] }))).toBe(1);
});

test('a printed register stands on the print entry of the person who prints it', async () => {
  const { desk, custodian, admit, bureau } = await foundOffice();
  const legal = await admit('陈静', ['legalAffairsOffice']);
  const log = printLogOf({ kind: 'F4', query: WHOLE_REGISTER, chosen: null }, bureau);
  expect(await printStamp(desk, log.subject, custodian.signer)).toBeNull();
  await must(logPrint(desk, custodian, { ...log, recordings: [] }));
  const first = await printStamp(desk, log.subject, custodian.signer);
  await must(logPrint(desk, legal, { ...log, recordings: [] }));
  expect(await printStamp(desk, log.subject, custodian.signer)).toEqual(first);
  const other = await printStamp(desk, log.subject, legal.signer);
  expect(other?.signerKeyId).toBe(legal.signer.keyId);
  expect(other?.sha256).not.toBe(first?.sha256);
});

test('who had which device is printed from the book: each hand a line', async () => {
  const { desk, custodian, admit } = await foundOffice();
  const officer = await admit('张建国', ['officer']);
  const other = await admit('赵丽', ['officer']);
  const facts = { carrier: 'bodyCamera', assignedTo: null, inService: true, label: '记录仪 03' } as const;
  const blank = { assetNo: null, brand: null, model: null, serialNo: null, fileNameMark: null };
  const bureau = await desk.records.get('bureau', desk.book.bureau);
  const division = bureau?.divisions[0]?.id;
  if (division === undefined) throw new Error('no division');
  const id = await must(registerDevice(desk, custodian, { ...facts, ...blank, division }));
  const device = await desk.records.get('device', id);
  if (device === null) throw new Error('no device');
  await must(issueDevice(desk, custodian, device, officer.person, '电池 2 块'));
  await must(transferDevice(desk, officer, device, other.person, null));
  await must(returnDevice(desk, custodian, device, '完好'));
  const asked = readAskedForm('F3', undefined, {});
  if (asked === null) throw new Error('not asked');
  expect(await loadForm(desk, asked, AS)).toMatchObject({
    ok: true,
    value: {
      form: {
        data: {
          rows: [
            { way: 'issued', holder: '张建国', parts: '电池 2 块', end: 'transferred' },
            { way: 'transferred', holder: '赵丽', end: 'returned', endNote: '完好' },
          ],
        },
      },
    },
  });
});

test('a month is from its first day to its last, in Beijing', () => {
  expect(monthOf(march(5))).toEqual({ from: '2026-03-01', to: '2026-03-31' });
  expect(monthOf('2028-01-31T16:30:00.000Z' as Parameters<typeof monthOf>[0])).toEqual({
    from: '2028-02-01',
    to: '2028-02-29',
  });
});

test('the queue of Art. 4 is asked for by a day, and shows each only what each may see', async () => {
  const scene = await field();
  const { desk, zhang, li } = scene;
  await inspect(scene);
  await bring(scene, [['085930', 61]]);
  const asked = readAskedForm('F15-list', undefined, { from: '2026-03-05', recordings: recordingId('a') });
  expect(asked).toEqual({ kind: 'F15-list', from: '2026-03-05' });
  if (asked === null) throw new Error('not asked');
  const seenBy = async (id: PersonId, from: typeof asked = asked) => {
    const viewer = await desk.records.get('person', id);
    if (viewer === null) throw new Error('nobody');
    return loadForm(desk, from, { ...AS, viewer });
  };
  const nothing = { ok: false, refusal: { code: 'nothing' } };
  expect(await seenBy(zhang.person)).toEqual(nothing);
  const [film] = await desk.records.getMany('recording', (await scene.read()).recordings);
  if (film === undefined) throw new Error('nothing taken in');
  await must(linkFootage(desk, zhang, film, { kind: 'unlinked', reason: 'pending' }));
  expect(await seenBy(zhang.person)).toMatchObject({
    value: { form: { kind: 'F15-list', data: { rows: [{ takenInBy: '张建国', firstReason: '待关联' }] } } },
  });
  expect(await seenBy(li.person)).toEqual(nothing);
  expect(await seenBy(zhang.person, { kind: 'F15-list', from: '2026-03-06' })).toEqual(nothing);
});
