import { expect, test } from 'vitest';
import { type PersonRecord, rolesAt } from './person-record.ts';
import { type Instant, plusMs, toInstant } from './time.ts';

const AT = toInstant(Date.UTC(2026, 2, 5));
const lent = (from: Instant, until: Instant, ended: object | null = null) => ({
  roles: ['custodian'],
  from,
  until,
  ended,
});
const person = (more: object) => ({ roles: ['officer'], ...more }) as unknown as PersonRecord;

test('a lent role counts from its first moment to its last, beside the own ones; not once it was ended', () => {
  const deputy = person({ delegations: [lent(AT, plusMs(AT, 10))] });
  expect(rolesAt(deputy, plusMs(AT, -1))).toEqual(['officer']);
  expect(rolesAt(deputy, AT)).toEqual(['officer', 'custodian']);
  expect(rolesAt(deputy, plusMs(AT, 10))).toEqual(['officer']);
  expect(rolesAt(person({ delegations: [lent(AT, plusMs(AT, 10), {})] }), AT)).toEqual(['officer']);
});

test('who has left acts in no role, own or lent', () => {
  expect(rolesAt(person({ left: {}, delegations: [lent(AT, plusMs(AT, 10))] }), AT)).toEqual([]);
});
