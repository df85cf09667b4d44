import { describe, expect, it } from 'vitest';
import { bring, field, inspect } from '../../../../test/doubles/field-scene.ts';
import { at, film, recordingId } from '../../../../test/regulation/facts.ts';
import { plusMs } from '../../../domain/time.ts';
import { type JudgedActivity, judgeActivity } from '../../../usecases/judged-activity.ts';
import { rowsFor, tickStep } from '../../kit/timeline-scale.ts';
import { activityTimeline } from './timeline-view.ts';

const naming = { person: () => '张建国', device: () => '记录仪 03', numberStyle: 'plain' as const };

async function visit(files: readonly (readonly [string, number])[]): Promise<JudgedActivity> {
  const scene = await field();
  await inspect(scene);
  await bring(scene, files);
  const found = await judgeActivity(scene.desk, scene.activity, scene.clock.now());
  if (found === null) throw new Error('no activity');
  return found;
}

describe('the timeline of an activity', () => {
  it('joins segments, hatches the hole through all lanes and names it; the table says the same', async () => {
    const judged = await visit([
      ['085930', 15.5],
      ['091500', 15],
      ['093400', 27],
    ]);
    const timeline = activityTimeline(judged, naming);
    expect(timeline?.lanes.map(({ name, bars, words }) => [name, bars.length, words])).toEqual([
      ['记录仪 03', 2, '3 段，自动分段已合'],
      ['合并覆盖', 2, '93%'],
    ]);
    expect(timeline?.gaps.map(({ words }) => words)).toEqual(['缺 4 分，没有说明']);
    expect(timeline?.edges.map(({ words }) => words)).toEqual(['到达 09:00:00', '结束 10:00:00']);
    expect(timeline?.marks[0]).toMatchObject({ sign: '告', words: '告知 09:02:00' });
    const words = timeline?.rows.map(({ words: said }) => said) ?? [];
    expect(words).toContain('缺 4 分，没有说明');
    expect(words.filter((said) => said === '有记录')).toHaveLength(2);
    expect(words[0]).toBe('有记录');
  });

  it('footage of weeks later is counted, not drawn: the visit keeps its width', async () => {
    const judged = await visit([['085930', 61]]);
    const late = film('receipt', at('09:00', 25), 3);
    const facts = { ...judged.facts, recordings: [...judged.facts.recordings, late] };
    const timeline = activityTimeline({ ...judged, facts }, naming);
    expect(timeline?.unplaced).toBe(1);
    expect(timeline?.lanes[0]?.bars[0]?.width).toBeGreaterThan(90);
  });

  it('ten thousand segments are a thousand bars at most on the screen, and each has its line in the table', async () => {
    const judged = await visit([['085930', 61]]);
    const many = Array.from({ length: 10_000 }, (_, i) =>
      film(`many-${i}`, plusMs(at('09:00'), i * 350), 0.0002, { recording: recordingId(`many-${i}`) }),
    );
    const rules = {
      ...judged.rules,
      parameters: { ...judged.rules.parameters, segmentJoinSec: 0 },
    } as typeof judged.rules;
    const timeline = activityTimeline({ ...judged, rules, facts: { ...judged.facts, recordings: many } }, naming);
    expect(timeline?.lanes[0]?.bars.length).toBeLessThanOrEqual(1000);
    expect(timeline?.rows.filter(({ words }) => words === '有记录')).toHaveLength(10_000);
  });
});

describe('the scale', () => {
  it('has at most twelve ticks, whatever the length', () => {
    for (const hours of [0.1, 1, 5, 30, 700]) {
      const to = hours * 3_600_000;
      expect(to / tickStep({ from: 0, to })).toBeLessThanOrEqual(12);
    }
  });

  it('marks that would lie on one another stand in rows', () => {
    expect(rowsFor([10, 10.5, 11, 30], 2.6)).toEqual([0, 1, 2, 0]);
    expect(rowsFor([10, 12, 14, 30], 12)).toEqual([0, 1, 2, 0]);
    expect(rowsFor([10, 12, 14, 30], 1)).toEqual([0, 0, 0, 0]);
    const crowd = Array.from({ length: 10 }, (_, i) => i / 10);
    expect(rowsFor(crowd, 5).slice(-3)).toEqual([7, 7, 7]);
  });
});
