import { expect, test } from 'vitest';
import { foundOffice, must, verifier } from '../../../../test/doubles/office-desk.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Role } from '../../../domain/role.ts';
import { toInstant } from '../../../domain/time.ts';
import { closeMonth, confirmMonthClose, signCheckpoint } from '../../../usecases/sign-checkpoint.ts';
import { closingLines, mayConfirm, monthsToClose, ofToday } from './witness-view.ts';

test('the months that may still be closed: this one and the two before, over the turn of a year', () => {
  expect(monthsToClose(toInstant(Date.UTC(2026, 0, 31, 17)))).toEqual(['2026-02', '2026-01', '2025-12']);
  expect(monthsToClose(toInstant(Date.UTC(2026, 0, 15)))).toEqual(['2026-01', '2025-12', '2025-11']);
});

test('only another person in the other role confirms a month, and only once: as the book judges', async () => {
  const office = await foundOffice();
  const { desk, custodian } = office;
  const legal = await office.admit('孙立新', ['legalAffairsOffice']);
  const keeper = await office.admit('刘伟', ['custodian']);
  await must(signCheckpoint(desk, verifier));
  await must(closeMonth(desk, custodian, '2026-02'));
  const roles = new Map<PersonId, readonly Role[]>([
    [custodian.person, ['custodian']],
    [legal.person, ['legalAffairsOffice']],
    [keeper.person, ['custodian']],
  ]);
  const rolesOf = (person: PersonId): readonly Role[] => roles.get(person) ?? [];
  const line = async () => {
    const [first] = closingLines(await desk.records.all('monthClose'));
    if (first === undefined) throw new Error('nothing closed');
    return first;
  };
  const { closing } = await line();
  for (const seat of [custodian, legal, keeper]) {
    const may = mayConfirm(closing, { person: seat.person, roles: rolesOf(seat.person) }, rolesOf);
    const done = await confirmMonthClose(desk, seat, '2026-02', closing);
    expect([seat.person, may]).toEqual([seat.person, done.ok]);
  }
  const { closing: confirmed } = await line();
  expect(mayConfirm(confirmed, { person: legal.person, roles: rolesOf(legal.person) }, rolesOf)).toBe(false);
});

test('a checkpoint of yesterday is not today’s', () => {
  const day = { at: toInstant(Date.UTC(2026, 2, 4, 15)) };
  expect(ofToday([day], toInstant(Date.UTC(2026, 2, 4, 15, 30)))).toBe(day);
  expect(ofToday([day], toInstant(Date.UTC(2026, 2, 4, 17)))).toBeNull();
  expect(ofToday([], day.at)).toBeNull();
});
