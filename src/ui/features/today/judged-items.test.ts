import { describe, expect, it } from 'vitest';
import { bring, field, inspect } from '../../../../test/doubles/field-scene.ts';
import { must } from '../../../../test/doubles/office-desk.ts';
import { at } from '../../../../test/regulation/facts.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';
import type { MatterStatement } from '../../../ledger/kinds.ts';
import { answerFinding } from '../../../usecases/answer-finding.ts';
import { stateMatter } from '../../../usecases/attest-content.ts';
import { stateGap } from '../../../usecases/explain-gap.ts';
import { makeFindingsBoard } from '../../../usecases/findings-board.ts';
import { acknowledgeNonRecording, reportNonRecording } from '../../../usecases/report-non-recording.ts';
import { dueWords } from './due-words.ts';
import { judgedItems } from './judged-items.ts';

const naming = { person: () => '张建国', device: () => '记录仪 03', numberStyle: 'plain' as const };

async function office(rows: readonly number[] = [1, 11]) {
  const scene = await field(rows);
  const leader = await scene.office.admit('孙明', ['supervisingLeader']);
  const head = await scene.office.admit('赵卫东', ['departmentHead']);
  const legal = await scene.office.admit('周岚', ['legalAffairsOffice']);
  await inspect(scene);
  const board = makeFindingsBoard(scene.desk);
  const items = async (person: PersonRecord['id'], now: Instant) => {
    scene.clock.set(now);
    const viewer = await scene.desk.records.get('person', person);
    if (viewer === null) throw new Error('nobody');
    return judgedItems(await board.refresh(now, at('00:00', 1, 1), () => undefined), viewer, now);
  };
  return { scene, leader, head, legal, items };
}

describe('what findings and signatures leave to a person', () => {
  it('a stretch without a recording is for the officer until the hour statements are due; the statement is for the head to read', async () => {
    const { scene, head, items } = await office();
    await bring(scene, [
      ['085930', 30.5],
      ['093400', 27],
    ]);
    const now = at('13:00');
    const explain = (await items(scene.zhang.person, now)).find(({ kind }) => kind === 'explain');
    if (explain === undefined) throw new Error('nothing to explain');
    expect(explain.order).toMatchObject({ by: at('18:00', 6), hasDeadline: true });
    expect(dueWords(explain, now, naming)).toMatchObject({ when: '明日 18:00', what: '河道采砂现场检查' });
    expect((await items(head.person, now)).map(({ kind }) => kind)).toEqual([]);
    const said = { from: at('09:30:02'), to: at('09:34:02'), cause: 'lowBattery' as const, text: '换电池' };
    await must(stateGap(scene.desk, scene.zhang, await scene.read(), said));
    expect((await items(head.person, now)).map(({ kind }) => kind)).toEqual(['read-gap']);
  });

  it('the work record is for the leader it was reported to, until it is acknowledged', async () => {
    const { scene, leader, head, items } = await office();
    const now = at('11:00');
    const draft = {
      ground: 'emergency' as const,
      part: null,
      to: leader.person,
      reason: '情况紧急',
      basis: '第七条第（二）项',
      alternative: null,
    };
    scene.clock.set(now);
    await must(reportNonRecording(scene.desk, scene.zhang, await scene.read(), draft));
    expect((await items(leader.person, now)).map(({ kind }) => kind)).toEqual(['read-report']);
    expect(await items(head.person, now)).toEqual([]);
    const word = { sufficient: true, remark: null };
    await must(acknowledgeNonRecording(scene.desk, leader, await scene.read(), await scene.course(), word));
    expect(await items(leader.person, now)).toEqual([]);
  });

  it('postal results stay on the officer’s board for the days they are awaited', async () => {
    const { scene, items } = await office();
    await bring(scene, [['085930', 61]]);
    const deferred = (await items(scene.li.person, at('13:00'))).find(({ kind }) => kind === 'deferred');
    expect(deferred?.order.by).toBe(at('00:00', 5, 4));
  });

  it('the office’s cameras are to be exported before they write over it; then the rule says so', async () => {
    const { scene, leader, items } = await office([1, 9]);
    const surveillance = { overwrittenAt: at('09:00', 12) };
    const said: MatterStatement = { row: 9, served: ['receipt'], surveillance };
    await must(stateMatter(scene.desk, scene.zhang, await scene.read(), said, []));
    const asked = async (person: typeof leader.person, now: ReturnType<typeof at>) =>
      (await items(person, now)).filter(({ kind }) => kind === 'export').map(({ order }) => order.by);
    expect(await asked(scene.li.person, at('09:00', 11))).toEqual([surveillance.overwrittenAt]);
    expect(await asked(leader.person, at('09:00', 11))).toEqual([]);
    expect(await asked(scene.li.person, at('09:01', 12))).toEqual([]);
  });

  it('what was answered is for the legal affairs office, and not for who has to explain any more', async () => {
    const { scene, legal, items } = await office();
    await bring(scene, [['085930', 20]]);
    const now = at('09:00', 20);
    const before = (await items(scene.zhang.person, now)).find(({ kind }) => kind === 'explain');
    if (before === undefined || !('count' in before)) throw new Error('nothing to explain');
    expect(await items(legal.person, now)).toEqual([]);
    const board = makeFindingsBoard(scene.desk);
    const [unit] = (await board.refresh(now, at('00:00', 1, 1), () => undefined)).filter(
      ({ about }) => about.kind === 'activity',
    );
    const finding = unit?.findings.find(({ code }) => code === 'A09-2');
    if (finding === undefined) throw new Error('the early end raised nothing');
    await must(answerFinding(scene.desk, scene.zhang, finding, '电池耗尽', scene.office.division));
    expect(await items(legal.person, now)).toMatchObject([{ kind: 'decide', count: 1 }]);
    const after = (await items(scene.zhang.person, now)).find(({ kind }) => kind === 'explain');
    expect(after).toMatchObject({ count: before.count - 1 });
  });
});
