import { expect, test } from 'vitest';
import type { Departure, LeaveReason } from './departure.ts';
import type { PersonId } from './ids.ts';
import { type PersonRecord, rolesAt } from './person-record.ts';
import { type Instant, plusMs, toInstant } from './time.ts';

const AT = toInstant(Date.UTC(2026, 2, 5));
const lent = (from: Instant, until: Instant, ended: object | null = null) => ({
  roles: ['custodian'],
  from,
  until,
  ended,
  granted: { by: { kind: 'person', person: 'keeper' } },
});
const keeper = { id: 'keeper' as PersonId, roles: ['custodian'] } as const;
const person = (more: object) => ({ roles: ['officer'], ...more }) as unknown as PersonRecord;

test('a lent role counts from its first moment to its last, beside the own ones; not once it was ended', () => {
  const deputy = person({ delegations: [lent(AT, plusMs(AT, 10))] });
  expect(rolesAt(deputy, plusMs(AT, -1), [keeper])).toEqual(['officer']);
  expect(rolesAt(deputy, AT, [keeper])).toEqual(['officer', 'custodian']);
  expect(rolesAt(deputy, plusMs(AT, 10), [keeper])).toEqual(['officer']);
  expect(rolesAt(person({ delegations: [lent(AT, plusMs(AT, 10), {})] }), AT, [keeper])).toEqual(['officer']);
});

test('who has left acts in no role, own or lent', () => {
  expect(rolesAt(person({ left: {}, delegations: [lent(AT, plusMs(AT, 10))] }), AT, [keeper])).toEqual([]);
});

test('what somebody lent who has left, who lost the role, or who is nobody here, is lent no more', () => {
  const deputy = person({ delegations: [lent(AT, plusMs(AT, 10))] });
  const left = {} as Departure<LeaveReason>;
  for (const others of [[{ ...keeper, left }], [{ ...keeper, roles: ['officer'] as const }], []])
    expect(rolesAt(deputy, AT, others)).toEqual(['officer']);
});
