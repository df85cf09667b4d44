import { beforeEach, describe, expect, it } from 'vitest';
import type { ReadModel, RegisterQuery } from '../../src/domain/ports/read-model.ts';
import type { ActivityRecord, RecordingRecord } from '../../src/domain/records.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import { fromBeijing, type Instant } from '../../src/domain/time.ts';
import type { BookStore, FoldedRecord } from '../../src/ledger/ports.ts';
import { makeInbox } from '../doubles/inbox.ts';
import {
  activityId,
  deviceId,
  foldedActivity,
  foldedDevice,
  foldedRecording,
  personId,
  recordingId,
  sampleActivity,
  sampleDevice,
  sampleRecording,
  sampleSource,
} from '../doubles/stored-samples.ts';

export const EVERYTHING: RegisterQuery = {
  text: '',
  from: null,
  to: null,
  officer: null,
  matter: null,
  device: null,
  state: null,
  sort: 'capturedAt',
  descending: false,
};

const beijing = (day: number, hour = 0, second = 0): Instant =>
  fromBeijing({ year: 2026, month: 3, day, hour, second });
const linked = (activity: string, item: number, serial = 37): Partial<RecordingRecord> => ({
  activity: activityId(activity),
  unlinkedReason: null,
  no: { activity: { station: 'A', year: 2026, kind: 'record', serial }, item },
});
const takenIn = (takenInAt: Instant): Partial<RecordingRecord> => ({ sources: [sampleSource({ takenInAt })] });

export interface ModelMeans {
  readonly book: BookStore;
  readonly model: ReadModel;
  /** A second connection to the same tables, as another tab has. */
  readonly otherTab: () => Promise<{ readonly book: BookStore }>;
}

export function describeReadModel(name: string, make: () => Promise<ModelMeans>): void {
  describe(`the read model: ${name}`, () => {
    let book: BookStore;
    let model: ReadModel;
    let otherTab: ModelMeans['otherTab'];
    const put = (...records: readonly FoldedRecord[]): Promise<void> =>
      book.commit({ entries: [], details: [], heads: [], records });
    const recordings = (...records: readonly RecordingRecord[]): Promise<void> => put(...records.map(foldedRecording));
    const activity = (name: string, change: Partial<ActivityRecord>): Promise<void> =>
      put(foldedActivity(sampleActivity(name, change)));
    const select = async (query: Partial<RegisterQuery>, offset = 0, limit = 100) => {
      const page = await model.register({ ...EVERYTHING, ...query }, { offset, limit });
      return { ...page, rows: page.rows.map(({ id }) => Number.parseInt(id, 16)) };
    };
    const rows = async (query: Partial<RegisterQuery> = {}, offset = 0, limit = 100): Promise<readonly number[]> =>
      (await select(query, offset, limit)).rows;
    const line = async (n: number) => {
      const page = await model.register(EVERYTHING, { offset: 0, limit: 100 });
      return page.rows.find(({ id }) => id === recordingId(n));
    };
    beforeEach(async () => {
      ({ book, model, otherTab } = await make());
    });

    describe('records', () => {
      it('are got by type and id; an unknown one is null', async () => {
        await put(foldedDevice(sampleDevice('cam')), foldedActivity(sampleActivity('one')));
        expect(await model.get('device', deviceId('cam'))).toEqual(sampleDevice('cam'));
        expect(await model.get('activity', activityId('two'))).toBeNull();
      });

      it('several come in the order asked, each once, unknown ones left out', async () => {
        await put(foldedDevice(sampleDevice('a')), foldedDevice(sampleDevice('b')));
        const found = await model.getMany('device', ['b', 'none', 'a', 'b'].map(deviceId));
        expect(found.map(({ id }) => id)).toEqual(['b', 'a'].map(deviceId));
      });

      it('all of a type come without those of others', async () => {
        await put(
          foldedDevice(sampleDevice('a')),
          foldedActivity(sampleActivity('one')),
          foldedDevice(sampleDevice('b')),
        );
        expect(await model.all('device')).toHaveLength(2);
        expect(await model.all('medium')).toEqual([]);
      });
    });

    describe('changes', () => {
      it('are the records written after a commit, each once; who has read nothing reads all', async () => {
        await put(foldedDevice(sampleDevice('a')), foldedDevice(sampleDevice('b')));
        const { revision, subjects } = await model.changes(null);
        expect(subjects).toBeNull();
        expect(await model.changes(revision)).toEqual({ revision, subjects: [] });
        await put(foldedDevice(sampleDevice('b')), foldedActivity(sampleActivity('one')));
        await put(foldedActivity(sampleActivity('one')));
        const later = await model.changes(revision);
        expect(later.revision).toBe(revision + 2);
        expect([...(later.subjects ?? [])].sort()).toEqual([
          subjectOf('activity', activityId('one')),
          subjectOf('device', deviceId('b')),
        ]);
      });

      it('where a record went away, all is to be read anew', async () => {
        await put(foldedDevice(sampleDevice('a')));
        const { revision } = await model.changes(null);
        await put({ subject: subjectOf('device', deviceId('a')), type: 'device', record: null });
        expect((await model.changes(revision)).subjects).toBeNull();
        const after = (await model.changes(null)).revision;
        expect((await model.changes(after)).subjects).toEqual([]);
      });
    });

    describe('the register follows its records', () => {
      it('a line shows recording, activity and device of one commit', async () => {
        const source = sampleSource({ device: deviceId('cam'), originalName: 'REC_0001.mp4' });
        await put(
          foldedRecording(sampleRecording(1, { ...linked('one', 2), sources: [source], state: 'stored' })),
          foldedActivity(sampleActivity('one', { title: '伊河巡查', matters: [3, 5] })),
          foldedDevice(sampleDevice('cam', { carrier: 'stillCamera' })),
        );
        expect(await line(1)).toMatchObject({
          no: 'A-2026-录-37-02',
          shortNo: 'A-37-02',
          activityTitle: '伊河巡查',
          matters: [3, 5],
          carrier: 'stillCamera',
          originalName: 'REC_0001.mp4',
          state: 'stored',
        });
      });

      it('an activity that becomes known, changes or goes changes the lines of its recordings only', async () => {
        await recordings(sampleRecording(1, linked('one', 1)), sampleRecording(2, linked('two', 1)));
        expect(await line(1)).toMatchObject({ activityTitle: null, officers: [] });
        await activity('one', { title: '旧名', officers: [personId('li')] });
        await activity('two', { title: '另一次' });
        await activity('one', { title: '新名', officers: [personId('zhao')] });
        expect(await line(1)).toMatchObject({ activityTitle: '新名', officers: [personId('zhao')] });
        expect(await line(2)).toMatchObject({ activityTitle: '另一次' });
        expect(await rows({ officer: personId('zhao') })).toEqual([1]);
        expect(await rows({ text: '旧名' })).toEqual([]);
        await put({ subject: subjectOf('activity', activityId('one')), type: 'activity', record: null });
        expect(await line(1)).toMatchObject({ activity: activityId('one'), activityTitle: null });
      });

      it('a device that becomes known or changes its kind changes the lines of its recordings', async () => {
        await recordings(sampleRecording(1, { sources: [sampleSource({ device: deviceId('cam') })] }));
        expect(await line(1)).toMatchObject({ device: deviceId('cam'), carrier: null });
        await put(foldedDevice(sampleDevice('cam')));
        expect(await line(1)).toMatchObject({ carrier: 'bodyCamera' });
        await put(foldedDevice(sampleDevice('cam', { carrier: 'camcorder', label: '三号' })));
        expect(await line(1)).toMatchObject({ carrier: 'camcorder' });
      });

      it('a recording linked elsewhere leaves its old activity', async () => {
        await activity('one', { title: '甲' });
        await activity('two', { title: '乙' });
        await recordings(sampleRecording(1, linked('one', 1)));
        await recordings(sampleRecording(1, linked('two', 1, 38)));
        expect(await line(1)).toMatchObject({ activityTitle: '乙', no: 'A-2026-录-38-01' });
        expect(await rows({ text: '甲' })).toEqual([]);
        await activity('one', { title: '丙' });
        expect(await line(1)).toMatchObject({ activityTitle: '乙' });
      });

      it('counts stay right while recordings come, change and go', async () => {
        await recordings(sampleRecording(1), sampleRecording(2));
        await recordings(sampleRecording(2, { state: 'stored' }), sampleRecording(3));
        expect(await select({})).toMatchObject({ all: 3, matching: 3 });
        await put({ subject: subjectOf('recording', recordingId(2)), type: 'recording', record: null });
        await put({ subject: subjectOf('recording', recordingId(9)), type: 'recording', record: null });
        expect(await select({})).toMatchObject({ all: 2, matching: 2, rows: [1, 3] });
      });

      it('an activity with more recordings than one read takes changes them all', async () => {
        await recordings(...Array.from({ length: 1_201 }, (_, i) => sampleRecording(i + 1, linked('one', i + 1))));
        await activity('one', { title: '大活动' });
        expect(await select({ text: '大活动' }, 0, 1)).toMatchObject({ all: 1_201, matching: 1_201 });
      });
    });

    describe('the register is asked', () => {
      it('in every order, up and down, with unknown lengths and numbers at the lower end', async () => {
        await recordings(
          sampleRecording(1, { ...takenIn(beijing(3)), sizeBytes: 9, durationMs: 5, ...linked('one', 10) }),
          sampleRecording(2, { ...takenIn(beijing(1)), sizeBytes: 10, durationMs: null, ...linked('one', 2) }),
          sampleRecording(3, { ...takenIn(beijing(2)), sizeBytes: 100, durationMs: 70, no: null }),
          sampleRecording(4, { ...takenIn(beijing(2)), sizeBytes: 9, durationMs: 0, ...linked('two', 1, 4) }),
        );
        const orders = {
          takenInAt: [2, 3, 4, 1],
          capturedAt: [2, 3, 4, 1],
          sizeBytes: [1, 4, 2, 3],
          durationMs: [2, 4, 1, 3],
          no: [3, 4, 2, 1],
        } as const;
        for (const [sort, expected] of Object.entries(orders) as [RegisterQuery['sort'], readonly number[]][]) {
          expect([sort, await rows({ sort })]).toEqual([sort, expected]);
          expect([sort, await rows({ sort, descending: true })]).toEqual([sort, expected.toReversed()]);
        }
      });

      it('by numbers as numbers: year, station, serial, item', async () => {
        const no = (station: string, year: number, serial: number, item: number) => ({
          no: { activity: { station, year, kind: 'record' as const, serial }, item },
        });
        await recordings(
          sampleRecording(1, no('A', 2026, 10, 1)),
          sampleRecording(2, no('A', 2026, 9, 100)),
          sampleRecording(3, no('A', 2026, 9, 99)),
          sampleRecording(4, no('B', 2025, 80, 1)),
          sampleRecording(5, no('AB', 2026, 1, 1)),
        );
        expect(await rows({ sort: 'no' })).toEqual([4, 3, 2, 1, 5]);
      });

      it('page by page, past the end too, from either side', async () => {
        await recordings(...Array.from({ length: 10 }, (_, i) => sampleRecording(i)));
        for (const query of [{}, { state: 'buffered' }, { from: '2026-03-05', to: '2026-03-05' }] as const) {
          expect(await rows(query, 0, 3)).toEqual([0, 1, 2]);
          expect(await rows(query, 8, 3)).toEqual([8, 9]);
          expect(await rows({ ...query, descending: true }, 0, 3)).toEqual([9, 8, 7]);
          expect(await rows({ ...query, descending: true }, 8, 3)).toEqual([1, 0]);
          expect(await select(query, 12, 3)).toEqual({ all: 10, matching: 10, rows: [] });
          expect(await select({ ...query, descending: true }, 10, 3)).toEqual({ all: 10, matching: 10, rows: [] });
          expect(await rows(query, 4, 0)).toEqual([]);
        }
      });

      it('by days of Beijing, both included', async () => {
        await recordings(
          sampleRecording(1, takenIn(beijing(4, 23, 3599))),
          sampleRecording(2, takenIn(beijing(5))),
          sampleRecording(3, takenIn(beijing(6, 23, 3599))),
          sampleRecording(4, takenIn(beijing(7))),
        );
        for (const sort of ['capturedAt', 'sizeBytes'] as const) {
          expect(await rows({ sort, from: '2026-03-05', to: '2026-03-06' })).toEqual([2, 3]);
          expect(await rows({ sort, from: '2026-03-06' })).toEqual([3, 4]);
          expect(await rows({ sort, to: '2026-03-04' })).toEqual([1]);
        }
        expect(await select({ from: '2026-03-06' }, 0, 1)).toEqual({ all: 4, matching: 2, rows: [3] });
        expect(await rows({ from: '2026-03-06', to: '2026-03-05' })).toEqual([]);
      });

      it('by officer, matter, device and state, alone and together', async () => {
        await activity('one', { officers: [personId('li'), personId('wang')], matters: [1, 7] });
        await activity('two', { officers: [personId('wang')], matters: [7] });
        const from = (device: string) => ({ sources: [sampleSource({ device: deviceId(device) })] });
        await recordings(
          sampleRecording(1, { ...linked('one', 1), ...from('cam'), state: 'stored' }),
          sampleRecording(2, { ...linked('one', 2), ...from('pen'), state: 'in-custody' }),
          sampleRecording(3, { ...linked('two', 1), ...from('cam'), state: 'stored' }),
          sampleRecording(4, { state: 'stored' }),
        );
        expect(await rows({ officer: personId('li') })).toEqual([1, 2]);
        expect(await rows({ officer: personId('wang') })).toEqual([1, 2, 3]);
        expect(await rows({ matter: 7 })).toEqual([1, 2, 3]);
        expect(await rows({ matter: 1 })).toEqual([1, 2]);
        expect(await rows({ device: deviceId('cam') })).toEqual([1, 3]);
        expect(await rows({ state: 'stored' })).toEqual([1, 3, 4]);
        expect(await rows({ state: 'stored', matter: 7, officer: personId('wang'), device: deviceId('cam') })).toEqual([
          1, 3,
        ]);
        expect(await select({ state: 'damaged' })).toEqual({ all: 4, matching: 0, rows: [] });
      });

      it('by words of number, title, place, party, case and names; all must occur', async () => {
        await activity('one', {
          title: '伊河采砂检查',
          place: '龙门大桥',
          party: '洛河砂石公司',
          caseNo: '洛水执〔2026〕8号',
        });
        await recordings(
          sampleRecording(1, {
            ...linked('one', 2),
            sources: [sampleSource({ originalName: 'REC_0001.MP4' }), sampleSource({ originalName: '复件.mp4' })],
          }),
          sampleRecording(2, { ...linked('one', 3), sources: [sampleSource({ originalName: 'REC_0002.MP4' })] }),
          sampleRecording(3),
        );
        const found = async (text: string): Promise<readonly number[]> => rows({ text });
        expect(await found('采砂 龙门')).toEqual([1, 2]);
        expect(await found('采砂 涧河')).toEqual([]);
        expect(await found('rec_0001')).toEqual([1]);
        expect(await found('ＲＥＣ＿０００１')).toEqual([1]);
        expect(await found('复件')).toEqual([1]);
        expect(await found('a-37-03')).toEqual([2]);
        expect(await found('A-2026-录-37')).toEqual([1, 2]);
        expect(await found('洛水执[2026]8号')).toEqual([1, 2]);
        expect(await found('  ')).toEqual([1, 2, 3]);
        expect(await rows({ text: '砂石公司', descending: true, sort: 'no' }, 1, 1)).toEqual([1]);
      });
    });

    describe('a watch', () => {
      const count = (read: ReadModel): Promise<number> =>
        read.register(EVERYTHING, { offset: 0, limit: 0 }).then((page) => page.all);

      it('calls at once, after each commit, and no more once stopped', async () => {
        const inbox = makeInbox<number>();
        const stop = model.watch(count, inbox.put, inbox.fail);
        expect(await inbox.next()).toBe(0);
        await recordings(sampleRecording(1));
        expect(await inbox.until((all) => all === 1)).toBe(1);
        stop();
        await recordings(sampleRecording(2));
        const again = makeInbox<number>();
        const stopAgain = model.watch(count, again.put, again.fail);
        expect(await again.until((all) => all === 2)).toBe(2);
        stopAgain();
        expect(inbox.rest()).toEqual([]);
      });

      it('sees commits of another tab', async () => {
        const inbox = makeInbox<string | null>();
        const read = async (m: ReadModel): Promise<string | null> =>
          (await m.get('activity', activityId('one')))?.title ?? null;
        const stop = model.watch(read, inbox.put, inbox.fail);
        expect(await inbox.next()).toBeNull();
        const other = await otherTab();
        await other.book.commit({
          entries: [],
          details: [],
          heads: [],
          records: [foldedActivity(sampleActivity('one', { title: '他处' }))],
        });
        expect(await inbox.until((title) => title !== null)).toBe('他处');
        stop();
      });

      it('reads as much as it likes, one read after the other, and ends with the last state', async () => {
        let running = 0;
        let most = 0;
        const inbox = makeInbox<number>();
        const read = async (m: ReadModel): Promise<number> => {
          most = Math.max(most, ++running);
          const all = await count(m);
          await m.all('activity');
          await m.get('device', deviceId('none'));
          running--;
          return all;
        };
        const stop = model.watch(read, inbox.put, inbox.fail);
        await Promise.all([1, 2, 3, 4, 5].map((n) => recordings(sampleRecording(n))));
        expect(await inbox.until((all) => all === 5)).toBe(5);
        expect(most).toBe(1);
        stop();
      });

      it('a read that fails is reported, and the next change is read again', async () => {
        const inbox = makeInbox<number>();
        const read = async (m: ReadModel): Promise<number> => {
          const all = await count(m);
          if (all === 0) throw new Error('not yet');
          return all;
        };
        const stop = model.watch(read, inbox.put, inbox.fail);
        await expect(inbox.next()).rejects.toThrow('not yet');
        await recordings(sampleRecording(1));
        expect(await inbox.until((all) => all === 1)).toBe(1);
        stop();
      });
    });
  });
}
