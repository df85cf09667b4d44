import { describe, expect, it } from 'vitest';
import { attest, bring, field, inspect } from '../../../../test/doubles/field-scene.ts';
import { must } from '../../../../test/doubles/office-desk.ts';
import { CAMERA_3, makeRecording, march } from '../../../../test/doubles/sample-records.ts';
import { attestContent } from '../../../usecases/attest-content.ts';
import { judgeActivity } from '../../../usecases/judged-activity.ts';
import { contentWords, noticeWords } from './band-view.ts';
import {
  type ContentDraft,
  contentCount,
  contentDraft,
  contentFault,
  contentLines,
  elementsOf,
  withElement,
} from './content-view.ts';
import { placeChoices } from './place-view.ts';

const naming = { person: () => '张建国', device: () => '记录仪 03', numberStyle: 'plain' as const };
const video = { value: makeRecording('a', CAMERA_3, march(5, 9)).id, label: 'a', no: 'a', durationMs: 600_000 };
const photo = { value: makeRecording('b', CAMERA_3, march(5, 9)).id, label: 'b', no: 'b', durationMs: null };

describe('the contents of Art. 10', () => {
  it('are six, and ten where a violation was found', () => {
    const draft = contentDraft(null, [video]);
    expect(elementsOf({ ...draft, found: 'no' })).toHaveLength(6);
    expect(elementsOf({ ...draft, found: 'yes' })).toHaveLength(10);
    expect(contentFault(draft, [video])).toContain('有没有违法违规行为');
  });

  it('each needs its place within the footage, or a reason', () => {
    let draft: ContentDraft = { ...contentDraft(null, [video, photo]), found: 'no' };
    expect(contentFault(draft, [video, photo])).toBe('地点：请选一段资料。');
    for (const element of elementsOf(draft)) draft = withElement(draft, element, { recording: photo.value });
    expect(contentFault(draft, [video, photo])).toBeUndefined();
    expect(contentLines(draft, [video, photo])[0]).toEqual({
      element: 'place',
      footage: { recording: photo.value, sec: 0 },
      reason: null,
    });
    draft = withElement(draft, 'scene', { recording: video.value, at: '10:01' });
    expect(contentFault(draft, [video, photo])).toContain('场景');
    draft = withElement(draft, 'scene', { recording: 'none' });
    expect(contentFault(draft, [video, photo])).toBe('场景：请写明没有的理由。');
    draft = withElement(draft, 'scene', { reason: '室内，无场景变化' });
    expect(contentCount(contentLines(draft, [video, photo]))).toEqual([5, 1]);
  });

  it('attested, stand in the form again and in words on the page; what was read from the form is what was signed', async () => {
    const scene = await field();
    await inspect(scene);
    await bring(scene, [['085930', 65]]);
    const seen = () => judgeActivity(scene.desk, scene.activity, scene.clock.now());
    const before = await seen();
    if (before === null) throw new Error('no activity');
    expect(contentWords(before, naming)).toBe('还没有核对');
    expect(noticeWords(before, naming)).toEqual([]);
    await attest(scene);
    const after = await seen();
    if (after === null) throw new Error('no activity');
    expect(contentWords(after, naming)).toBe('4 项标出位置，2 项不适用，张建国核对');
    const choices = placeChoices(after.records.recordings, after.facts, naming, true);
    const content = after.records.course?.content ?? null;
    const lines = contentLines(contentDraft(content, choices), choices);
    expect(lines).toEqual(content?.elements);
    await must(attestContent(scene.desk, scene.zhang, await scene.read(), false, lines));
  });
});
