import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  DRAFT_STREAM,
  decodeDraftMessage,
  encodeDraftMessage,
} from '../../src/adapters/sync/messages/draft-message.ts';
import { makeSharedDrafts, type SharedDrafts } from '../../src/adapters/sync/shared-drafts.ts';
import { utf8 } from '../../src/base/bytes.ts';
import { type ActivityId, asId, type BureauId } from '../../src/domain/ids.ts';
import type { DraftPad } from '../../src/domain/ports/drafts.ts';
import { stationOf } from '../doubles/books.ts';
import { makeOfficeKit, makeOffices, type OfficeKit, type Offices } from '../doubles/offices.ts';

let kit: OfficeKit;
beforeAll(async () => {
  kit = await makeOfficeKit(['north', 'south', 'archive']);
});

const OURS = asId<ActivityId>('activity'.padEnd(22, '0'));
const THEIRS = asId<ActivityId>('another'.padEnd(22, '0'));
const ABOUT = 'gap 2026-03-05T10:18:14.000Z';

interface Scene {
  readonly offices: Offices;
  readonly kept: ReadonlyMap<string, SharedDrafts>;
  readonly pad: (name: string, activity?: ActivityId) => Promise<DraftPad>;
  /** What was sent of drafts, by whom and to whom. */
  readonly told: () => readonly string[];
}

/** Officers of the activity sign in the north and in the south; the archive has none. */
async function meet(): Promise<Scene> {
  const kept = new Map<string, SharedDrafts>();
  const fresh = crypto.randomUUID().slice(0, 8);
  const members = new Set(['north', 'south'].map(stationOf));
  const offices = await makeOffices(kit, {
    drafts: (name) => {
      // All databases of this test lie side by side: a bureau's name of its own keeps the offices apart.
      const drafts = makeSharedDrafts(asId<BureauId>(`${fresh}${name}`.padEnd(22, '0')));
      kept.set(name, drafts);
      const mayHold = async (station: ReturnType<typeof stationOf>, activity: ActivityId) =>
        activity === OURS && members.has(station);
      return { drafts, self: stationOf(name), mayHold };
    },
  });
  const draftsOf = (name: string): SharedDrafts => {
    const found = kept.get(name);
    if (found === undefined) throw new Error(`no drafts of ${name}`);
    return found;
  };
  return {
    offices,
    kept,
    pad: (name, activity = OURS) => draftsOf(name).open(activity),
    told: () =>
      offices.wire.sent.filter(({ stream }) => stream === DRAFT_STREAM).map(({ from, to }) => `${from} ${to}`),
  };
}

describe('drafts of an activity', () => {
  it('are written together by its officers on two machines, and are told to nobody else', async () => {
    const { offices, pad, told, kept } = await meet();
    offices.healAll();
    await offices.deliverAll();
    const [north, south] = [await pad('north'), await pad('south')];
    north.write(ABOUT, '电池耗尽');
    await offices.deliverAll();
    expect(south.read(ABOUT)).toBe('电池耗尽');
    const seen: string[] = [];
    north.onChange((about) => seen.push(about));
    south.write(ABOUT, '10:18 电池耗尽');
    north.write(ABOUT, '电池耗尽，就近换电池');
    await offices.deliverAll();
    expect(north.read(ABOUT)).toBe('10:18 电池耗尽，就近换电池');
    expect(south.read(ABOUT)).toBe(north.read(ABOUT));
    expect(seen).toEqual([ABOUT]);
    expect(new Set(told())).toEqual(new Set(['north south', 'south north']));
    expect(await kept.get('archive')?.held()).toEqual([]);
    for (const { incidents, faults } of offices.all) expect([incidents, faults]).toEqual([[], []]);
  });

  it('written apart meet when the machines do, nothing of either lost; what nobody changed is not told again', async () => {
    const { offices, pad, told } = await meet();
    (await pad('north')).write('note', '带两块电池');
    (await pad('south')).write('note', '先去上游');
    offices.healAll();
    await offices.deliverAll();
    const text = (await pad('north')).read('note');
    expect(text).toContain('带两块电池');
    expect(text).toContain('先去上游');
    expect((await pad('south')).read('note')).toBe(text);
    const before = told().length;
    await offices.deliverAll();
    expect(told().length).toBe(before);
  });

  it('dies for all when the statement is signed, also on a machine that was away', async () => {
    const { offices, pad } = await meet();
    offices.healAll();
    const north = await pad('north');
    north.write(ABOUT, '电池耗尽');
    await offices.deliverAll();
    offices.wire.cut('north', 'south');
    north.drop(ABOUT);
    expect((await pad('south')).read(ABOUT)).toBe('电池耗尽');
    offices.wire.heal('north', 'south');
    await offices.deliverAll();
    expect((await pad('south')).read(ABOUT)).toBe('');
    expect(north.read(ABOUT)).toBe('');
  });

  it('of an activity whose officers sign elsewhere are neither told nor taken', async () => {
    const { offices, pad, told, kept } = await meet();
    (await pad('north', THEIRS)).write('note', '别处的活动');
    offices.healAll();
    await offices.deliverAll();
    expect(told()).toEqual([]);
    const state = await kept.get('north')?.stateOf(THEIRS);
    if (state == null) throw new Error('nothing kept');
    offices.wire.queue.push({
      from: 'north',
      to: 'south',
      stream: DRAFT_STREAM,
      bytes: encodeDraftMessage({ activity: THEIRS, state }),
    });
    await offices.deliverAll();
    expect(await kept.get('south')?.held()).toEqual([]);
  });
});

describe('hostile drafts', () => {
  const say = ({ offices }: Scene, bytes: Uint8Array): void => {
    offices.wire.queue.push({ from: 'north', to: 'south', stream: DRAFT_STREAM, bytes });
  };
  const hostile = (change: (doc: Y.Doc) => void): Uint8Array => {
    const doc = new Y.Doc();
    change(doc);
    return encodeDraftMessage({ activity: OURS, state: new Uint8Array(Y.encodeStateAsUpdate(doc)) });
  };

  it('are charged to the link, change no draft and never meet the book', async () => {
    const scene = await meet();
    const { offices, pad, kept } = scene;
    offices.healAll();
    (await pad('south')).write('note', '带两块电池');
    await offices.deliverAll();
    const before = await offices.office('south').book.frontier();
    const entries = (await offices.office('south').memory.book.heads()).length;
    say(scene, utf8('no json'));
    say(
      scene,
      hostile((doc) => doc.getMap('note').set('a', 1)),
    );
    say(
      scene,
      hostile((doc) => doc.getText('note').insert(0, '长'.repeat(5_000))),
    );
    say(scene, utf8(JSON.stringify({ kind: 'draft', activity: OURS, state: 'AAAA'.repeat(40_000) })));
    await offices.deliverAll();
    expect((await pad('south')).read('note')).toBe('带两块电池');
    expect(await offices.office('south').book.frontier()).toEqual(before);
    expect((await offices.office('south').memory.book.heads()).length).toBe(entries);
    const charged = offices.office('south').incidents.map(({ code, link }) => [code, link]);
    // Repetitions of one culprit are left out for a while.
    expect(charged).toEqual([['entry-refused', stationOf('north')]]);
    expect(await kept.get('south')?.held()).toEqual([OURS]);
  });

  it('that come without end are not listened to', async () => {
    const scene = await meet();
    const { offices } = scene;
    offices.wire.heal('north', 'south');
    await offices.deliverAll();
    const good = hostile((doc) => doc.getText('note').insert(0, '甲'));
    for (let i = 0; i < 340; i++) say(scene, good);
    for (let i = 0; i < 340 && offices.wire.queue.length > 0; i++) await offices.wire.deliver(0);
    expect(offices.wire.isLinked('north', 'south')).toBe(false);
  });

  it('in words of their own are no exception', () => {
    expect(decodeDraftMessage(utf8('{"kind":"draft","activity":"x","state":"AA"}'))).toBeNull();
    expect(decodeDraftMessage(utf8('{"kind":"weather"}'))).toBeNull();
    expect(decodeDraftMessage(new Uint8Array(200_000))).toBeNull();
    const message = { activity: OURS, state: new Uint8Array([1, 2, 3]) };
    expect(decodeDraftMessage(encodeDraftMessage(message))).toEqual(message);
  });
});
