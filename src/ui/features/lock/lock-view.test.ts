import { expect, test } from 'vitest';
import { asId, type DivisionId, type EntryId, type KeyId, type PersonId } from '../../../domain/ids.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import type { Role } from '../../../domain/role.ts';
import { plusMs, toInstant } from '../../../domain/time.ts';
import { helpersFor, lockChoices, secondsUntil } from './lock-view.ts';

const NOW = toInstant(Date.UTC(2026, 2, 5));

const person = (
  id: string,
  name: string | null,
  roles: readonly Role[],
  officerNo: string | null = null,
): PersonRecord => ({
  id: asId<PersonId>(id),
  division: asId<DivisionId>('d'),
  roles,
  keys: [],
  name,
  officerNo,
  certificateNo: null,
  certificateValid: { from: null, to: null },
  admitted: {
    entry: asId<EntryId>('e'),
    at: NOW,
    key: asId<KeyId>('k'),
    by: { kind: 'person', person: asId<PersonId>(id) },
  },
  roleEntry: asId<EntryId>('e'),
  keyRequests: [],
  forks: [],
});

test('the lock shows names and no more, unless two persons bear the same', () => {
  const choices = lockChoices([
    person('1', '王海涛', ['custodian']),
    person('2', '李敏', ['officer'], '02'),
    person('3', '李敏', ['departmentHead']),
  ]);
  expect(choices.map(({ hint }) => hint)).toEqual([undefined, '02 执法人员', '部门负责人']);
});

test('a forgetful person is sent to others who may admit, never to oneself', () => {
  const all = [
    person('1', '王海涛', ['custodian']),
    person('2', '李敏', ['officer']),
    person('3', '孙立新', ['legalAffairsOffice', 'officer']),
  ];
  expect(helpersFor(all, '')).toEqual(['王海涛', '孙立新']);
  expect(helpersFor(all, asId<PersonId>('1'))).toEqual(['孙立新']);
  expect(helpersFor(all.slice(0, 2), asId<PersonId>('1'))).toEqual([]);
});

test('a wait is counted down in whole seconds and ends at nothing', () => {
  const until = plusMs(NOW, 30_000);
  expect(secondsUntil(until, NOW)).toBe(30);
  expect(secondsUntil(until, plusMs(NOW, 29_001))).toBe(1);
  expect(secondsUntil(until, plusMs(NOW, 30_000))).toBe(0);
  expect(secondsUntil(until, plusMs(NOW, 90_000))).toBe(0);
  expect(secondsUntil(null, NOW)).toBe(0);
});
