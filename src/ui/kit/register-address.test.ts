import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeviceId, PersonId } from '../../domain/ids.ts';
import type { RegisterQuery } from '../../domain/ports/read-model.ts';
import { readRegisterAddress, registerAddress, registerSearch, WHOLE_REGISTER } from './register-address.ts';

const DATES = fc.constantFrom(null, '2026-03-05', '2024-02-29', '1999-12-31');
const IDS = fc.constantFrom(null, 'zhang-000000000000000_', 'AAAAAAAAAAAAAAAAAAAAAA');
const QUERIES: fc.Arbitrary<RegisterQuery> = fc.record({
  text: fc.string({ maxLength: 60 }).map((text) => (text.trim() === '' ? '' : text)),
  from: DATES,
  to: DATES,
  officer: IDS as fc.Arbitrary<PersonId | null>,
  matter: fc.option(fc.integer({ min: 1, max: 12 })),
  device: IDS as fc.Arbitrary<DeviceId | null>,
  state: fc.constantFrom(null, 'buffered', 'stored', 'handing-over', 'in-custody', 'damaged', 'removed'),
  sort: fc.constantFrom('capturedAt', 'takenInAt', 'no', 'sizeBytes', 'durationMs'),
  descending: fc.boolean(),
});

const read = (search: string): RegisterQuery => readRegisterAddress(Object.fromEntries(new URLSearchParams(search)));

test('a query comes back from its address as it was', () => {
  fc.assert(
    fc.property(QUERIES, (query) => {
      expect(read(registerSearch(query))).toEqual(query);
    }),
  );
});

test('the whole register has a bare address', () => {
  expect(registerSearch(WHOLE_REGISTER)).toBe('');
  expect(Object.values(registerAddress(WHOLE_REGISTER)).every((value) => value === null)).toBe(true);
});

test('what is no filter is left out, and the rest still filters', () => {
  expect(
    readRegisterAddress({
      q: ['a', 'b'],
      from: '2026-02-31',
      to: '2026-3-5',
      matter: '13',
      officer: 'not an id',
      device: '',
      state: 'constructor',
      sort: '-party',
      other: 'x',
    }),
  ).toEqual(WHOLE_REGISTER);
  expect(readRegisterAddress({ from: 'x', state: 'stored' })).toEqual({ ...WHOLE_REGISTER, state: 'stored' });
});

test('any text of an address is read without a fault', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('q', 'from', 'to', 'matter', 'officer', 'device', 'state', 'sort'), fc.string()),
      (params) => {
        const query = readRegisterAddress(params);
        expect(read(registerSearch(query))).toEqual({ ...query, text: query.text.trim() === '' ? '' : query.text });
      },
    ),
  );
});

test('other words of an address can stand beside the filters', () => {
  expect(registerSearch({ ...WHOLE_REGISTER, text: '砂石 & 河' }, { recordings: 'a,b' })).toBe(
    `?${new URLSearchParams({ q: '砂石 & 河', recordings: 'a,b' })}`,
  );
});
