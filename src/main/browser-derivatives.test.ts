import { expect, test } from 'vitest';
import { makeMemoryDisk } from '../../test/doubles/memory-directory.ts';
import { makeDerivativeFolder } from '../adapters/vault/derivatives.ts';
import { Fault } from '../base/fault.ts';
import { done, refused } from '../base/outcome.ts';
import { toTreeSha256 } from '../domain/digest.ts';
import { asId, type BureauId, type RecordingId } from '../domain/ids.ts';
import type { DerivativeMaker } from '../domain/ports/derivative-maker.ts';
import { browserDerivatives } from './browser-derivatives.ts';

const BUREAU = asId<BureauId>('t'.repeat(22));
const ONE = 'sha256:one' as RecordingId;
const OTHER = 'sha256:other' as RecordingId;
const ACCOUNT = { picture: 'kept', sound: 'none', endsAtSec: null, skippedFrames: 0, tool: 'a tool' } as const;
const digester = { treeOf: async () => toTreeSha256('0'.repeat(64)) };

/** Derivatives on a disk in memory; whatever becomes of the making, bytes lie at its target by then. */
function shelf(end: DerivativeMaker['make'] = async () => done(ACCOUNT)) {
  const disk = makeMemoryDisk();
  const folder = makeDerivativeFolder(BUREAU, async () => disk.root);
  const maker: DerivativeMaker = {
    make: async (original, name, target, control) => {
      disk.put(`luzheng-${BUREAU}/derived/${target.name}`, 'half a film');
      return end(original, name, target, control);
    },
  };
  const derivatives = browserDerivatives(BUREAU, digester, folder, maker);
  const make = (recording: RecordingId, signal = new AbortController().signal) =>
    derivatives.make(recording, new Blob(['film']), 'a.MTS', { signal, report: () => undefined });
  const lies = async (recording: RecordingId) =>
    folder.open(recording).then(
      () => true,
      () => false,
    );
  return { derivatives, make, lies };
}

test('one that is watched lies there until it is dropped, by leaving or by an order (误录), others stay', async () => {
  const { derivatives, make, lies } = shelf();
  const made = await make(ONE);
  expect(made.ok && (await made.value.blob.text())).toBe('half a film');
  await make(OTHER);
  await derivatives.drop(ONE);
  expect([await lies(ONE), await lies(OTHER)]).toEqual([false, true]);
  await derivatives.drop(ONE);
});

test('nothing is left of one that was stopped, refused or failed', async () => {
  const stop = new AbortController();
  const left = shelf(async (_original, _name, _target, { signal }) => {
    stop.abort();
    signal.throwIfAborted();
    return done(ACCOUNT);
  });
  await expect(left.make(ONE, stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
  const unread = shelf(async () => refused({ code: 'codec-unread' }));
  expect(await unread.make(ONE)).toEqual(refused({ code: 'codec-unread' }));
  const full = shelf(async () => {
    throw new Fault('buffer-full');
  });
  await expect(full.make(ONE)).rejects.toMatchObject({ code: 'buffer-full' });
  expect([await left.lies(ONE), await unread.lies(ONE), await full.lies(ONE)]).toEqual([false, false, false]);
});

test('what a crash left is gone after the next start; where there is nothing, emptying is no fault', async () => {
  const { derivatives, make, lies } = shelf();
  await derivatives.empty();
  await make(ONE);
  await make(OTHER);
  await derivatives.empty();
  expect([await lies(ONE), await lies(OTHER)]).toEqual([false, false]);
});
