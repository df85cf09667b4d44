import { expect, test } from 'vitest';
import type { Role } from '../../domain/role.ts';
import { firstActs } from './first-acts.ts';

const person = (...roles: readonly Role[]) => ({ roles });

test('a founder who is alone is told to admit who records, before anything is planned', () => {
  const founder = person('custodian');
  const { acts, next } = firstActs({ persons: [founder], devices: [], media: [] }, founder);
  expect(acts).toEqual(['persons', 'equipment', 'activity']);
  expect(next).toBe('persons');
});

test('devices and media come before an activity, and an officer is sent to nobody else’s work', () => {
  const [founder, officer] = [person('custodian'), person('officer')];
  const persons = [founder, officer];
  expect(firstActs({ persons, devices: [1], media: [] }, founder)).toEqual({
    acts: ['equipment', 'activity', 'intake'],
    next: 'equipment',
  });
  expect(firstActs({ persons, devices: [1], media: [1] }, officer).next).toBe('activity');
});

test('an officer who has left plans nothing', () => {
  const founder = person('legalAffairsOffice');
  const left = { ...person('officer'), left: {} as never };
  expect(firstActs({ persons: [founder, left], devices: [1], media: [1] }, founder).next).toBe('persons');
});
