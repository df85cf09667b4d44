import { expect, test } from 'vitest';
import { foundOffice, must } from '../../../../test/doubles/office-desk.ts';
import { march, personId } from '../../../../test/doubles/sample-records.ts';
import { countersignRules, publishRules } from '../../../usecases/publish-rules.ts';
import { readAskedForm } from './asked-form.ts';
import { loadForm } from './load-form.ts';

const VIEWER = { id: personId('a'), roles: ['custodian'] } as const;
const AS = { print: { printedAt: march(6), times: 1 }, asOf: march(6), stamp: null, viewer: VIEWER } as const;

test('the parameter table on paper says who decided each number, and which version waits for the leader', async () => {
  const { desk, admit, clock } = await foundOffice();
  const leader = await admit('孙局', ['supervisingLeader']);
  const legal = await admit('钱法', ['legalAffairsOffice']);
  const asked = readAskedForm('F0-rules', undefined, {});
  if (asked === null) throw new Error('not asked');
  const print = async () => {
    const loaded = await loadForm(desk, asked, AS);
    if (!loaded.ok || loaded.value.form.kind !== 'F0-rules') throw new Error('no table');
    return loaded.value.form.data;
  };
  expect(await print()).toMatchObject({ version: '现行数值，没有公布过', effectiveFrom: '', versions: [] });
  await must(publishRules(desk, legal, { effectiveFrom: '2020-05-01', numbers: { minCopies: 3 } }));
  const waiting = await print();
  expect(waiting.rows.find(({ name }) => name === '至少几份副本')).toMatchObject({
    value: '2 份',
    source: '本局未规定，系统默认值',
  });
  expect(waiting.versions).toMatchObject([{ no: null, countersigned: '待主管领导签署' }]);
  const [publication] = (await desk.records.get('ruleSet', desk.book.bureau))?.publications ?? [];
  if (publication === undefined) throw new Error('nothing published');
  clock.advance(60_000);
  await must(countersignRules(desk, leader, publication));
  const inForce = await print();
  expect(inForce).toMatchObject({ version: '现行第 1 版', effectiveFrom: '2020-05-01' });
  expect(inForce.rows.find(({ name }) => name === '至少几份副本')?.value).toBe('3 份');
  expect(inForce.versions[0]?.changes).toBe('至少几份副本由 2 份 改为 3 份；施行日期 2020-05-01');
});
