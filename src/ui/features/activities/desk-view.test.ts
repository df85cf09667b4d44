import { describe, expect, it } from 'vitest';
import { bring, type Field, field, inspect } from '../../../../test/doubles/field-scene.ts';
import { must } from '../../../../test/doubles/office-desk.ts';
import { at } from '../../../../test/regulation/facts.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import { findingKey } from '../../../regulation/finding.ts';
import { stepsOfRow } from '../../../regulation/steps.ts';
import { answerFinding, decideFinding } from '../../../usecases/answer-finding.ts';
import { acknowledgeForeignSource } from '../../../usecases/decide-unlinked.ts';
import { locateVoiceExplanation, stateGap } from '../../../usecases/explain-gap.ts';
import { type JudgedActivity, judgeActivity } from '../../../usecases/judged-activity.ts';
import { findingLine, inOrderOfNeed } from '../../kit/finding-line.ts';
import { gapLines } from './gaps-view.ts';
import { placeChoices, placeFault, readPlace } from './place-view.ts';
import { standingWords, stepLines } from './steps-view.ts';

const naming = { person: () => '张建国', device: () => '记录仪 03', numberStyle: 'plain' as const };

async function judged({ desk, activity, clock }: Field): Promise<JudgedActivity> {
  const found = await judgeActivity(desk, activity, clock.now());
  if (found === null) throw new Error('no activity');
  return found;
}

const personRecord = async ({ desk }: Field, id: PersonRecord['id']): Promise<PersonRecord> => {
  const found = await desk.records.get('person', id);
  if (found === null) throw new Error('nobody');
  return found;
};

/** 09:00 to 10:00 with a hole from 09:30 to 09:34 by the camera, whose clock is two seconds slow. */
async function visitWithHole(): Promise<Field> {
  const scene = await field();
  await inspect(scene);
  await bring(scene, [
    ['085930', 30.5],
    ['093400', 27],
  ]);
  return scene;
}

describe('interruptions at the desk', () => {
  it('a hole is named with its times, open until somebody states the cause, and then asks for the voice explanation', async () => {
    const scene = await visitWithHole();
    const [open] = gapLines(await judged(scene), naming) ?? [];
    expect(open).toMatchObject({
      title: '中断：09:30:02 至 09:34:02，4 分',
      open: true,
      stated: false,
      resumed: true,
      words: ['还没有写明原因', '没有书面说明'],
    });
    if (open === undefined) throw new Error('no gap');
    const said = { from: open.from, to: open.to, cause: 'lowBattery' as const, text: '电池耗尽，换电池' };
    await must(stateGap(scene.desk, scene.zhang, await scene.read(), said));
    const [stated] = gapLines(await judged(scene), naming) ?? [];
    expect(stated).toMatchObject({ open: false, stated: true, needsVoice: true, needsReport: false });
    expect(stated?.words).toContain('原因：电量不足');
    expect(stated?.toAcknowledge).toHaveLength(1);
    const resumed = (await judged(scene)).facts.recordings.find(({ start }) => start === at('09:34:02'));
    if (resumed === undefined) throw new Error('no footage after the restart');
    const place = { recording: resumed.recording, sec: 12 };
    await must(locateVoiceExplanation(scene.desk, scene.zhang, await scene.read(), place));
    const [explained] = gapLines(await judged(scene), naming) ?? [];
    expect(explained?.needsVoice).toBe(false);
    expect(explained?.words).toContain('语音说明在 09:34:14，恢复后 12 秒');
  });

  it('an unrecorded end that nobody accounted for is shown too, and can be stated as never resumed', async () => {
    const scene = await field();
    await inspect(scene);
    await bring(scene, [['085930', 30.5]]);
    const [end] = gapLines(await judged(scene), naming) ?? [];
    expect(end).toMatchObject({ kind: 'early-end', resumed: false, open: true });
  });
});

describe('findings at the desk', () => {
  it('a breach is only unexplained until the legal affairs office upholds it; who answered does not decide', async () => {
    const scene = await field();
    const legal = await scene.office.admit('周岚', ['legalAffairsOffice']);
    await inspect(scene);
    await bring(scene, [['085930', 20]]);
    scene.clock.set(at('09:00', 20));
    const read = async (viewer: PersonRecord['id']) => {
      const found = await judged(scene);
      const reader = {
        names: { ...naming, recording: () => '' },
        viewer: await personRecord(scene, viewer),
        officers: found.records.activity.officers,
      };
      const lines = found.judgement.findings.map((finding) =>
        findingLine(finding, found.answers.get(findingKey(finding)) ?? null, reader),
      );
      return inOrderOfNeed(lines);
    };
    const early = (await read(legal.person)).find(({ finding }) => finding.code === 'A09-2');
    if (early === undefined) throw new Error('the early end raised nothing');
    expect(early).toMatchObject({ flag: 'unexplained', standingWords: '待说明', mayAnswer: false });
    expect(early.cannotDecide).toBe('还没有人说明');
    const { division } = scene.office;
    await must(answerFinding(scene.desk, scene.zhang, early.finding, '电池耗尽', division));
    const answered = (await read(legal.person)).find(({ id }) => id === early.id);
    expect(answered).toMatchObject({ flag: 'unexplained', cannotDecide: undefined });
    expect(answered?.said[0]).toContain('电池耗尽');
    const officers = (await read(scene.zhang.person)).find(({ id }) => id === early.id);
    expect(officers).toMatchObject({ mayAnswer: true, cannotDecide: null });
    await must(decideFinding(scene.desk, legal, early.finding, 'upheld', '没有备用电池', division));
    const upheld = (await read(legal.person)).find(({ id }) => id === early.id);
    expect(upheld).toMatchObject({ flag: 'breach', standing: 'upheld' });
    expect((await read(legal.person)).at(-1)?.id).toBe(early.id);
  });
});

describe('footage of a device outside the register (Art. 2)', () => {
  it('once explained waits for the department head, who alone acknowledges it', async () => {
    const scene = await field();
    await inspect(scene);
    const batch = await bring(scene, [['085930', 65]], null);
    const head = await scene.office.admit('周明', ['departmentHead']);
    const line = async (viewer: PersonRecord['id']) => {
      const found = await judged(scene);
      const finding = found.judgement.findings.find(({ code }) => code === 'A02-1');
      const reader = {
        names: { ...naming, recording: () => '' },
        officers: [],
        viewer: await personRecord(scene, viewer),
      };
      return finding && findingLine(finding, null, reader);
    };
    expect((await line(head.person))?.toAcknowledge).toBe(batch);
    expect((await line(scene.zhang.person))?.toAcknowledge).toBeNull();
    await must(acknowledgeForeignSource(scene.desk, head, batch, scene.office.division));
    expect(await line(head.person)).toBeUndefined();
  });
});

describe('steps at the desk', () => {
  it('two officers’ marks both stand and are shown; only one’s own can be withdrawn', async () => {
    const scene = await visitWithHole();
    const found = await judged(scene);
    const lines = stepLines(stepsOfRow(1), found, scene.zhang.person, naming);
    expect(lines.every(({ open }) => !open)).toBe(true);
    expect(lines[0]?.marks[0]).toMatchObject({ own: true, withdrawn: false });
    expect(lines[1]?.marks[0]).toMatchObject({ own: false });
    expect(lines[0]?.marks[0]?.words).toContain('现场 03-05 09:10');
    const standing = (row: number) => standingWords(found, { kind: 'matter', row, steps: stepsOfRow(row) });
    expect(standing(1)).toEqual({ words: '已明确', good: true });
    expect(standing(2).good).toBe(false);
  });
});

describe('a place in the footage', () => {
  it('is typed as minutes and seconds, with hours where need be', () => {
    expect(readPlace('12:05')).toBe(725);
    expect(readPlace('1：02：05')).toBe(3725);
    expect(readPlace('90')).toBe(90);
    for (const bad of ['', 'x', '1:75', '1:60:00', '1:2:3:4', '-3']) expect(readPlace(bad)).toBeUndefined();
  });

  it('lies inside its recording', async () => {
    const scene = await visitWithHole();
    const { records, facts } = await judged(scene);
    const choices = placeChoices(records.recordings, facts, naming);
    expect(choices.map(({ label }) => label.includes('记录仪 03'))).toEqual([true, true]);
    const recording = choices[1]?.value ?? '';
    expect(placeFault({ recording, at: '26:59' }, choices)).toBeUndefined();
    expect(placeFault({ recording, at: '28:00' }, choices)).toContain('0:27:00');
    expect(placeFault({ recording: '', at: '1' }, choices)).toBe('请选一段资料。');
    expect(placeFault({ recording: '', at: '1' }, [])).toBe('这次活动还没有录音录像。');
  });
});
