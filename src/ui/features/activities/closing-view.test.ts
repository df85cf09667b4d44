import { expect, it } from 'vitest';
import { attest, bring, field, inspect } from '../../../../test/doubles/field-scene.ts';
import { at } from '../../../../test/regulation/facts.ts';
import { judgeActivity } from '../../../usecases/judged-activity.ts';
import { isWhole, openNeeds } from './closing-view.ts';

it('an ended activity wants footage or a report; a running one wants nothing; one not handed over is not whole', async () => {
  const scene = await field();
  const judged = async () => {
    const found = await judgeActivity(scene.desk, scene.activity, at('16:00'));
    if (found === null) throw new Error('no activity');
    return found;
  };
  expect(openNeeds(await judged())).toEqual([]);
  await inspect(scene);
  expect(openNeeds(await judged())).toEqual(['没有资料：请补充采集，或者写未记录情况工作记录（第六、七条）。']);
  await bring(scene, [['085930', 61]]);
  await attest(scene);
  const seen = await judged();
  expect([openNeeds(seen), isWhole(seen)]).toEqual([[], false]);
  const handedOver = { ...seen, facts: { ...seen.facts, handedOverAt: at('15:00') } };
  expect(isWhole(handedOver)).toBe(true);
  expect(isWhole({ ...handedOver, facts: { ...handedOver.facts, steps: [] } })).toBe(false);
});
