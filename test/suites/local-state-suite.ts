import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type BatchId, type BureauId, type MediumId, type StationId } from '../../src/domain/ids.ts';
import type { IntakeItem, IntakeSession, LocalState } from '../../src/domain/ports/local-state.ts';
import { type Instant, plusMs } from '../../src/domain/time.ts';
import { AT, entryId, personId, recordingId } from '../doubles/stored-samples.ts';

const batch = (name: string): BatchId => asId<BatchId>(name.padEnd(22, '_'));
const item = (key: string, change: Partial<IntakeItem> = {}): IntakeItem => ({
  key,
  path: `DCIM/${key}.mp4`,
  name: `${key}.mp4`,
  sizeBytes: 7,
  modifiedAt: null,
  activity: null,
  unlinkedReason: null,
  state: { kind: 'queued' },
  ...change,
});
const session = (name: string, items: readonly IntakeItem[], startedAt: Instant = AT): IntakeSession => ({
  batch: batch(name),
  device: null,
  unregisteredExplanation: null,
  person: personId('li'),
  sourceLabel: 'SD-CARD',
  sourceHandle: null,
  startedAt,
  items,
});
const failed: IntakeItem['state'] = { kind: 'failed', code: 'source-gone' };

export function describeLocalState(
  name: string,
  make: () => Promise<{ readonly local: LocalState; readonly reopen: () => Promise<LocalState> }>,
): void {
  describe(`what the station keeps for itself: ${name}`, () => {
    let local: LocalState;
    let reopen: () => Promise<LocalState>;
    beforeEach(async () => {
      ({ local, reopen } = await make());
    });

    it('begins empty, with settings that work', async () => {
      expect([await local.identity(), await local.lastClock(), await local.intakes()]).toEqual([null, null, []]);
      expect(await local.settings()).toMatchObject({ theme: 'system', fontSize: 'standard', numberStyle: 'plain' });
      expect((await local.settings()).idleLockMinutes).toBeGreaterThan(0);
      expect(await local.bufferedAt(recordingId(1))).toBeNull();
      expect(await local.thumbnail(recordingId(1))).toBeNull();
      expect(await local.mediumHandle(asId<MediumId>('m'.repeat(22)))).toBeNull();
    });

    it('keeps identity, settings and clock across a reload', async () => {
      const identity = {
        bureau: asId<BureauId>('b'.repeat(22)),
        root: entryId('founding'),
        station: asId<StationId>('s'.repeat(22)),
        code: 'A',
        origin: 'http://localhost:4173',
      };
      const settings = { theme: 'dark', fontSize: 'large', idleLockMinutes: 3, numberStyle: 'document' } as const;
      await local.putIdentity(identity);
      await local.putSettings(settings);
      await local.putLastClock(AT);
      await local.putLastClock(plusMs(AT, 1));
      const later = await reopen();
      expect(await later.identity()).toEqual(identity);
      expect(await later.settings()).toEqual(settings);
      expect(await later.lastClock()).toBe(plusMs(AT, 1));
    });

    it('keeps what lets it find other stations, and says when it has none', async () => {
      expect(await local.linkSecrets()).toBeNull();
      const roomKey = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', d: 'd' } as const;
      await local.putLinkSecrets({ roomKey, secret: 's' });
      expect(await (await reopen()).linkSecrets()).toEqual({ roomKey, secret: 's' });
    });

    it('forgets pictures, prints and lines of recordings, and an intake of nothing else; the buffer it still knows', async () => {
      const recorded = (n: number): IntakeItem['state'] => ({
        kind: 'recorded',
        recording: recordingId(n),
        duplicate: false,
      });
      await local.putIntake(session('mixed', [item('a', { state: recorded(1) }), item('b', { state: recorded(2) })]));
      await local.putIntake(session('only', [item('c', { state: recorded(1) })]));
      for (const n of [1, 2]) {
        await local.putThumbnail(recordingId(n), new Blob([`${n}`]));
        await local.rememberPrint(`print ${n}`, recordingId(n));
        await local.putBuffered([{ recording: recordingId(n), batch: batch('mixed'), key: `${n}` }]);
      }
      await local.forgetRecordings([recordingId(1)]);
      const later = await reopen();
      expect((await later.intakes()).map((one) => one.items.map(({ key }) => key))).toEqual([['b']]);
      expect(await later.thumbnail(recordingId(1))).toBeNull();
      expect(await later.thumbnail(recordingId(2))).not.toBeNull();
      expect(await later.rememberPrint('print 1', recordingId(3))).toBeNull();
      expect(await later.rememberPrint('print 2', recordingId(3))).toBe(recordingId(2));
      expect(await later.bufferedAt(recordingId(1))).not.toBeNull();
      // A run that is still under way brings no line back.
      await later.putIntakeItems(batch('mixed'), [item('a', { state: recorded(1) })]);
      expect((await later.intakes()).flatMap((one) => one.items)).toHaveLength(1);
    });

    it('keeps an open invitation until it is taken back', async () => {
      const invitation = { id: 'i', secret: 's', expiresAt: AT, usedBy: null };
      await local.putInvitation(invitation);
      expect(await (await reopen()).invitation()).toEqual(invitation);
      await local.putInvitation(null);
      expect(await (await reopen()).invitation()).toBeNull();
    });

    it('an intake keeps its items in their order, and only those named change', async () => {
      await local.putIntake(
        session(
          'one',
          ['z', 'a', 'm'].map((key) => item(key)),
        ),
      );
      await local.putIntake(session('two', [item('a')], plusMs(AT, -1)));
      await local.putIntakeItems(batch('one'), [item('m', { state: failed }), item('a', { name: 'x' })]);
      const [earlier, later] = await (await reopen()).intakes();
      expect(earlier).toEqual(session('two', [item('a')], plusMs(AT, -1)));
      expect(later).toEqual(session('one', [item('z'), item('a', { name: 'x' }), item('m', { state: failed })]));
    });

    it('an intake put again has the new items only', async () => {
      await local.putIntake(session('one', [item('a'), item('b')]));
      await local.putIntake(session('one', [item('b'), item('c')]));
      expect((await local.intakes())[0]?.items).toEqual([item('b'), item('c')]);
    });

    it('a late report on an intake that is over, or on a file not in it, leaves nothing behind', async () => {
      await local.putIntake(session('one', [item('a')]));
      await local.putIntakeItems(batch('one'), [item('stranger')]);
      expect((await local.intakes())[0]?.items).toEqual([item('a')]);
      await local.removeIntake(batch('one'));
      await local.putIntakeItems(batch('one'), [item('a', { state: failed })]);
      expect(await local.intakes()).toEqual([]);
      await local.putIntake(session('one', []));
      expect((await local.intakes())[0]?.items).toEqual([]);
    });

    it('knows where the buffer holds an original until it is purged', async () => {
      const row = (n: number, key: string) => ({ recording: recordingId(n), batch: batch('one'), key });
      await local.putBuffered([row(1, 'a'), row(2, 'b'), row(3, 'c')]);
      await local.putBuffered([row(1, 'moved')]);
      await local.removeBuffered([recordingId(2), recordingId(9)]);
      const later = await reopen();
      expect(await later.bufferedAt(recordingId(1))).toEqual({ batch: batch('one'), key: 'moved' });
      expect(await later.bufferedAt(recordingId(2))).toBeNull();
      expect(new Set(await later.buffered())).toEqual(new Set([row(1, 'moved'), row(3, 'c')]));
    });

    it('remembers the first recording whose pictures came to the same', async () => {
      expect(await local.rememberPrint('p', recordingId(1))).toBeNull();
      expect(await local.rememberPrint('q', recordingId(2))).toBeNull();
      const later = await reopen();
      expect(await later.rememberPrint('p', recordingId(1))).toBeNull();
      expect(await later.rememberPrint('p', recordingId(3))).toBe(recordingId(1));
      expect(await later.rememberPrint('p', recordingId(3))).toBe(recordingId(1));
    });

    it('keeps pictures and the handles of media', async () => {
      const jpeg = new Blob([new Uint8Array([0xff, 0xd8, 0xff])], { type: 'image/jpeg' });
      await local.putThumbnail(recordingId(1), jpeg);
      const kept = await (await reopen()).thumbnail(recordingId(1));
      expect([kept?.size, kept?.type]).toEqual([3, 'image/jpeg']);
      const medium = asId<MediumId>('m'.repeat(22));
      // Stands for a handle: both are structured-cloneable, and neither store looks inside.
      const handle = { kind: 'directory', name: 'E' } as FileSystemDirectoryHandle;
      await local.putMediumHandle(medium, handle);
      expect(await local.mediumHandle(medium)).toMatchObject({ kind: 'directory', name: 'E' });
    });
  });
}
