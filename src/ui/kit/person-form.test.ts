import { expect, test } from 'vitest';
import { againFault, NO_PERSON, type PersonDraft, passphraseFault, personFault, toPersonFacts } from './person-form.ts';

const person = (more: Partial<PersonDraft> = {}): PersonDraft => ({
  ...NO_PERSON,
  name: '张建国',
  division: 'd1',
  roles: ['officer'],
  ...more,
});

const faulty = (draft: PersonDraft): readonly string[] =>
  (Object.keys(draft) as (keyof PersonDraft)[]).filter((field) => personFault(field, draft) !== undefined);

test('a person needs a name, a division and a duty; number and certificate may be left out', () => {
  expect(faulty(person())).toEqual([]);
  expect(faulty(NO_PERSON)).toEqual(['name', 'division', 'roles']);
  expect(faulty(person({ name: ' 　' }))).toEqual(['name']);
});

test('what the entry would not take is said at its field', () => {
  const long = '证'.repeat(41);
  expect(faulty(person({ name: long, officerNo: long, certificateNo: long }))).toEqual([
    'name',
    'officerNo',
    'certificateNo',
  ]);
  expect(faulty(person({ certificateNo: '证'.repeat(40) }))).toEqual([]);
});

test('dates may be typed in any common way, but must be days, and in order', () => {
  expect(faulty(person({ validFrom: '2022.1.1', validTo: '2027年12月31日' }))).toEqual([]);
  expect(faulty(person({ validFrom: '2022-02-30' }))).toEqual(['validFrom']);
  expect(faulty(person({ validFrom: '2027-01-01', validTo: '2026-12-31' }))).toEqual(['validTo']);
  expect(faulty(person({ validFrom: '2026-01-01', validTo: '2026-01-01' }))).toEqual([]);
});

test('what is not filled in is null in the entry, never an empty text', () => {
  expect(toPersonFacts(person({ officerNo: ' ', validTo: '2027.12.31' }))).toEqual({
    name: '张建国',
    officerNo: null,
    certificateNo: null,
    validFrom: null,
    validTo: '2027-12-31',
  });
});

test('a passphrase must be fit and typed twice alike', () => {
  expect(passphraseFault({ first: 'luoshui-26', again: '' })).toBeUndefined();
  expect(passphraseFault({ first: 'aabbaabb', again: '' })).toBeDefined();
  expect(passphraseFault({ first: 'short-1', again: '' })).toBeDefined();
  expect(againFault({ first: 'luoshui-26', again: 'luoshui-26' })).toBeUndefined();
  expect(againFault({ first: 'luoshui-26', again: 'luoshui-26 ' })).toBeDefined();
});
