import { expect, test } from 'vitest';
import { field } from '../../../../test/doubles/field-scene.ts';
import { must } from '../../../../test/doubles/office-desk.ts';
import { AT, recordingId } from '../../../../test/doubles/stored-samples.ts';
import type { Role } from '../../../domain/role.ts';
import { plusMs } from '../../../domain/time.ts';
import { awaitsLeader } from '../../../usecases/awaits-leader.ts';
import type { Seat } from '../../../usecases/desk.ts';
import { countersignRules, publishRules } from '../../../usecases/publish-rules.ts';
import { publishTemplate } from '../../../usecases/publish-template.ts';
import { type CareFacts, careItems } from './care-items.ts';

const later = plusMs(AT, 60_000);
const spilled = (n: number, copies: number) => ({ id: recordingId(n), copies: Array.from({ length: copies }) });
const spill = (n: number) => ({ recordings: [recordingId(n)], ordered: { at: AT } });
const facts = (more: object): CareFacts =>
  ({ waiting: [], spills: [], spilled: [], published: { rules: [], templates: [] }, ...more }) as unknown as CareFacts;

test('what waits for this person to sign second stands on the desk, once, since the oldest', () => {
  const waiting = [
    { mine: true, at: later },
    { mine: false, at: AT },
    { mine: true, at: AT },
  ];
  expect(careItems(facts({ waiting }), [], later)).toMatchObject([
    { kind: 'sign-second', count: 2, order: { since: AT, hasDeadline: false } },
  ]);
  expect(careItems(facts({ waiting: [{ mine: false, at: AT }] }), [], later)).toEqual([]);
});

test('copies of spilled footage that are still on media are the custodian’s, until there are none', () => {
  const open = facts({ spills: [spill(1), spill(2)], spilled: [spilled(1, 2), spilled(2, 0)] });
  expect(careItems(open, ['custodian'], later)).toMatchObject([{ kind: 'spilled-copies', count: 2 }]);
  expect(careItems(open, ['officer'], later)).toEqual([]);
  expect(careItems(facts({ spills: [spill(1)], spilled: [spilled(1, 0)] }), ['custodian'], later)).toEqual([]);
});

test('numbers and templates of the legal affairs office wait for the leader, but not those passed over since', async () => {
  const { desk, office } = await field();
  const legal = await office.admit('钱法', ['legalAffairsOffice', 'supervisingLeader']);
  const leader = await office.admit('孙局', ['supervisingLeader']);
  const { bureau } = desk.book;
  const items = async (who: Seat, roles: readonly Role[] = ['supervisingLeader']) => {
    const [rules, templates] = await Promise.all([
      desk.records.get('ruleSet', bureau),
      desk.records.get('templates', bureau),
    ]);
    const published = awaitsLeader({ rules, templates }, { id: who.person, roles });
    return careItems(facts({ published }), roles, later).map((item) => [item.kind, item.count]);
  };
  for (const minutes of [45, 50])
    await must(publishRules(desk, legal, { effectiveFrom: null, numbers: { reportImmediatelyMin: minutes } }));
  const steps = [{ wording: '表明身份', required: true }];
  await must(publishTemplate(desk, legal, { type: 'compulsoryMeasure', title: '行政强制措施', steps }));
  expect(await items(leader)).toEqual([
    ['sign-rules', 2],
    ['sign-templates', 1],
  ]);
  expect(await items(legal)).toEqual([]);
  expect(await items(leader, ['officer'])).toEqual([]);
  const newest = (await desk.records.get('ruleSet', bureau))?.publications.at(-1);
  if (newest === undefined) throw new Error('nothing published');
  await must(countersignRules(desk, leader, newest));
  expect(await items(leader)).toEqual([['sign-templates', 1]]);
});
