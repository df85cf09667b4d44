import { describe, expect, it } from 'vitest';
import type { FootageSource } from '../../src/domain/ports/footage-source.ts';
import type { MediaProbe } from '../../src/domain/ports/media-probe.ts';
import { DEFAULT_VALUES } from '../../src/regulation/parameters.ts';
import { checkDevice } from '../../src/usecases/check-device.ts';
import { findingsOf } from '../../src/usecases/findings-of.ts';
import { findingsOfIntake } from '../../src/usecases/findings-of-intake.ts';
import { stateOwnWriters } from '../../src/usecases/own-writers.ts';
import { giveUpRest, openIntake, planIntake } from '../../src/usecases/plan-intake.ts';
import { takeIn } from '../../src/usecases/take-in.ts';
import { footageKey, onlyFresh } from '../../src/usecases/watched-folder.ts';
import { makeExaminer } from '../doubles/examiner.ts';
import { clockedProbe, type Field, field, inspect, passedCheck } from '../doubles/field-scene.ts';
import { type CardFile, makeCard, makeMemoryBuffer } from '../doubles/footage.ts';
import { must } from '../doubles/office-desk.ts';
import { at } from '../regulation/facts.ts';

const quiet = () => ({ signal: new AbortController().signal, report: () => undefined, onItems: () => undefined });
const clip = (start: string, ...lines: readonly string[]): CardFile => ({
  path: `DCIM/DSJ_20260305${start}.MP4`,
  content: [`60 of ${start}`, ...lines].join('\n'),
});

/** Knows a log from a film by its name. */
const probe: MediaProbe = {
  ...clockedProbe,
  probe: async (blob, name, control) => {
    const facts = await clockedProbe.probe(blob, name, control);
    return name.endsWith('.MP4') ? facts : { ...facts, mediaType: 'sidecar', durationMs: null };
  },
};

/** An intake of a card with what is seen in its files; `run` goes on with it. */
async function intake(scene: Field, files: readonly CardFile[], over: Partial<FootageSource> = {}) {
  const { clock, desk, zhang, activity, device } = scene;
  clock.set(at('12:00'));
  const card = makeCard(files);
  const source = { ...card.source, ...over };
  const plan = await planIntake(desk, source, probe, { device, preferred: activity }, quiet());
  const films = plan.items.filter(({ item }) => item.name.endsWith('.MP4'));
  const choices = films.map(({ item }) => ({ item, activity, unlinkedReason: null }));
  const { batch } = await openIntake(desk, zhang, choices, {
    device,
    unregisteredExplanation: null,
    sourceLabel: '卡',
    sourceHandle: null,
    plan,
  });
  const { buffer } = makeMemoryBuffer();
  const eye = makeExaminer();
  const run = async (control = quiet()) => {
    const session = (await desk.local.intakes()).find((one) => one.batch === batch);
    if (session === undefined) throw new Error('no session');
    return takeIn(desk, { buffer, probe: clockedProbe, examination: eye.examination }, session, source, control);
  };
  const seen = () => desk.records.get('examination', batch);
  const examinedEntries = async () => {
    const entries = await desk.book.entriesFrom(desk.stationSigner.keyId, 0, 1_000);
    return entries.filter(({ kind }) => kind === 'intake-examined').length;
  };
  return { ...eye, batch, card, run, seen, examinedEntries };
}

const codes = async ({ desk, activity }: Field) =>
  (await findingsOf(desk, activity))?.findings.map(({ code }) => code) ?? [];

describe('Art. 5: the filmed clock', () => {
  it('T-05d: a code filmed with a clock 90 seconds slow proves it, though the check said it was right', async () => {
    const scene = await field();
    await inspect(scene);
    // Starts at 08:58:30 by its own clock and sees 09:00:03 on the screen after three seconds.
    const { run, seen } = await intake(scene, [clip('085830', `clock 3 ${at('09:00:03')}`), clip('095900')]);
    expect(await run()).toMatchObject({ recorded: 2, failed: [] });
    const offset = (await seen())?.clockProofs;
    expect(offset).toEqual([{ offsetSec: expect.any(Number), by: 'filmedQr' }]);
    expect(Math.abs((offset?.[0]?.offsetSec ?? 0) + 90)).toBeLessThanOrEqual(2);
    expect(await codes(scene)).toContain('A05-4');
  });

  it('the clock a camera on a cable tells is compared, once', async () => {
    const scene = await field();
    await inspect(scene);
    const clock = { origin: 'device', value: { offsetSec: 200, uncertaintySec: 1 }, readAt: at('12:00') } as const;
    const health = async () => ({ battery: { origin: 'not-told' }, clock, space: { origin: 'not-told' } }) as const;
    const { run, seen } = await intake(scene, [clip('085930')], { health });
    await run();
    expect((await seen())?.clockProofs).toEqual([{ offsetSec: 200, by: 'comparison' }]);
    expect(await codes(scene)).toContain('A05-4');
  });

  it('a right clock is no finding', async () => {
    const scene = await field();
    await inspect(scene);
    const { run, seen } = await intake(scene, [clip('085930', `clock 0 ${at('08:59:30')}`)]);
    await run();
    expect((await seen())?.clockProofs).toHaveLength(1);
    expect(await codes(scene)).not.toContain('A05-4');
  });
});

describe('Art. 11: what is seen in files and on the card', () => {
  it('traces are signed by the station and suspected; files without any are known to have been examined', async () => {
    const scene = await field();
    await inspect(scene);
    const { run, seen } = await intake(scene, [clip('085930', 'trace editorTag'), clip('095900')]);
    await run();
    expect(Object.values((await seen())?.traces ?? {}).sort()).toEqual([['editorTag'], []].sort());
    expect(await codes(scene)).toContain('A11-6');
  });

  it('what a custodian stated the model to write itself is no trace from then on; what was found before stays', async () => {
    const scene = await field();
    await inspect(scene);
    const before = await intake(scene, [clip('085930', 'written by Lavf58.29.100')]);
    await before.run();
    await must(stateOwnWriters(scene.desk, scene.office.custodian, await scene.deviceRecord(), ['Lavf58.29.100']));
    const after = await intake(scene, [
      clip('090130', 'written by Lavf58.29.100'),
      clip('090330', 'written by Lavf59.1'),
    ]);
    await after.run();
    expect(Object.values((await before.seen())?.traces ?? {})).toEqual([['editorTag']]);
    expect(Object.values((await after.seen())?.traces ?? {}).sort()).toEqual([[], ['editorTag']]);
  });

  it('the same film in another file is suspected, within a card and over cards', async () => {
    const scene = await field();
    await inspect(scene);
    const first = await intake(scene, [clip('085930', 'print p1'), clip('095900', 'print p2', 'other')]);
    await first.run();
    expect(Object.values((await first.seen())?.traces ?? {})).toEqual([[], []]);
    const second = await intake(scene, [clip('085931', 'print p1', 'wrapped anew')]);
    await second.run();
    expect(Object.values((await second.seen())?.traces ?? {})).toEqual([['sameContentOtherDigest']]);
  });

  it('a companion whose film is gone is a hole in the card', async () => {
    const scene = await field();
    const gone = { path: 'DCIM/DSJ_20260305091000.THM', content: 'small' };
    const kept = { path: 'DCIM/DSJ_20260305085930.THM', content: 'also small' };
    const { run, seen, batch } = await intake(scene, [clip('085930'), gone, kept]);
    await run();
    expect((await seen())?.index).toEqual({ listed: 2, present: 1 });
    expect((await findingsOfIntake(scene.desk, batch))?.findings.map(({ code }) => code)).toContain('A11-4');
  });
});

describe('the card', () => {
  it('what nobody chose, what was given up and what is no recording are told apart', async () => {
    const scene = await field();
    const { desk } = scene;
    const log = { path: 'SYSTEM/DEVICE.log', content: 'log' };
    const { run, card, batch } = await intake(scene, [clip('085930'), clip('095900'), log]);
    expect(await desk.local.cardList(batch)).toMatchObject({ listed: 3, chosen: 2, leftOut: 0, leftOther: 1 });
    card.pullAfter(1);
    await expect(run()).rejects.toMatchObject({ code: 'source-gone' });
    const session = (await desk.local.intakes()).find((one) => one.batch === batch);
    if (session !== undefined) await giveUpRest(desk, session);
    expect(await desk.local.cardList(batch)).toMatchObject({
      chosen: 1,
      leftOut: 1,
      leftOutPaths: ['DCIM/DSJ_20260305095900.MP4'],
    });
  });
});

describe('a folder that is watched', () => {
  it('is accounted for whole: what was taken in before counts, and what the book does not know is left', async () => {
    const scene = await field();
    const { desk } = scene;
    const first = clip('085930');
    await (await intake(scene, [first])).run();
    const { source } = makeCard([first, clip('090030', 'of another device'), clip('095900')]);
    const listed = await source.list(quiet());
    const isNew = ({ path }: { readonly path: string }) => path.endsWith('095900.MP4');
    const taken = new Set(listed.filter((item) => !isNew(item)).map(footageKey));
    const { list, passedOver } = onlyFresh(source, taken, desk.now);
    const second = await intake(scene, [first, clip('090030', 'of another device'), clip('095900')], {
      list,
      ...(passedOver && { passedOver }),
    });
    const account = await desk.local.cardList(second.batch);
    expect(account).toMatchObject({ listed: 3, chosen: 1, leftOut: 1, leftOutPaths: ['DCIM/DSJ_20260305090030.MP4'] });
    expect(account?.before).toHaveLength(1);
  });
});

describe('the examination holds nothing up', () => {
  it('a file that cannot be looked into is not examined, and taken in all the same', async () => {
    const scene = await field();
    const { run, seen } = await intake(scene, [clip('085930', 'broken'), clip('095900')]);
    expect(await run()).toMatchObject({ recorded: 2, failed: [] });
    expect(Object.keys((await seen())?.traces ?? {})).toHaveLength(1);
  });

  it('what was safe before the card was pulled is examined when it goes on, and each file once', async () => {
    const scene = await field();
    const files = [clip('085930', 'trace editorTag'), clip('095900'), clip('100000')];
    const { run, seen, card, examinedEntries } = await intake(scene, files);
    card.pullAfter(1);
    await expect(run()).rejects.toMatchObject({ code: 'source-gone' });
    card.putBack();
    expect(await run()).toMatchObject({ recorded: 3 });
    expect(Object.keys((await seen())?.traces ?? {})).toHaveLength(3);
    const before = await examinedEntries();
    await run();
    expect(await examinedEntries()).toBe(before);
  });

  it('content that was in the book before is not examined again', async () => {
    const scene = await field();
    await (await intake(scene, [clip('085930')])).run();
    const again = await intake(scene, [clip('085930')]);
    expect(await again.run()).toMatchObject({ duplicates: 1 });
    expect(await again.seen()).toBeNull();
  });

  it('a film is looked through for ten seconds, and no longer than until the code is found', async () => {
    const scene = await field();
    await must(checkDevice(scene.desk, scene.zhang, await scene.deviceRecord(), passedCheck, DEFAULT_VALUES));
    const { run, stills } = await intake(scene, [clip('085930', `clock 2 ${at('09:00')}`), clip('095900')]);
    await run();
    expect(stills).toEqual([0.5, 1.5, 2.5, ...Array.from({ length: 10 }, (_, i) => i + 0.5)]);
  });
});
