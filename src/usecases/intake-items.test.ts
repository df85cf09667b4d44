import { describe, expect, it } from 'vitest';
import type { Progress } from '../base/job.ts';
import { asId, type BatchId, type RecordingId } from '../domain/ids.ts';
import type { IntakeItem } from '../domain/ports/local-state.ts';
import { IntakeItems } from './intake-items.ts';

const batch = asId<BatchId>('itemsitemsitemsitemsit');
const item = (key: string, sizeBytes: number, state: IntakeItem['state'] = { kind: 'queued' }): IntakeItem => ({
  key,
  path: key,
  name: key,
  sizeBytes,
  modifiedAt: null,
  activity: null,
  unlinkedReason: 'pending',
  state,
});
const failed = { kind: 'failed', code: 'item-gone' } as const;
const recorded = { kind: 'recorded', recording: asId<RecordingId>('0'.repeat(64)), duplicate: false } as const;

/** Rows are written when the test lets them. */
function scene(items: readonly IntakeItem[]) {
  const writes: string[][] = [];
  const gates: { readonly open: () => void; readonly fail: (why: Error) => void }[] = [];
  const reports: Progress[] = [];
  const local = {
    putIntakeItems: (_batch: BatchId, some: readonly IntakeItem[]) => {
      writes.push(some.map(({ key, state }) => `${key} ${state.kind}`));
      return new Promise<void>((open, fail) => gates.push({ open, fail }));
    },
  };
  const watch = { report: (progress: Progress) => void reports.push(progress), onItems: () => undefined };
  return { list: new IntakeItems(local, { batch, items }, watch), writes, gates, reports };
}

describe('items of an intake', () => {
  it('rows that come while others are being written go together in the next writing', async () => {
    const { list, writes, gates } = scene([item('a', 1), item('b', 2), item('c', 3)]);
    list.put(item('a', 1, recorded));
    list.put(item('b', 2, failed));
    list.put(item('c', 3, recorded));
    expect(writes).toEqual([['a recorded']]);
    const written = list.written();
    gates[0]?.open();
    await expect.poll(() => writes).toEqual([['a recorded'], ['b failed', 'c recorded']]);
    gates[1]?.open();
    await written;
  });

  it('totals follow: what is under way counts, what failed does not, a size found out is the size', () => {
    const { list, reports } = scene([item('a', 10), item('b', 20), item('c', 30, recorded)]);
    list.reportCopied(item('b', 20), 5);
    expect(reports.at(-1)).toMatchObject({ files: { done: 1, total: 3 }, bytes: { done: 35, total: 60 } });
    list.put(item('b', 25, recorded));
    expect(reports.at(-1)).toMatchObject({ files: { done: 2, total: 3 }, bytes: { done: 55, total: 65 } });
    list.reportCopied(item('a', 10), 9);
    list.put(item('a', 10, failed));
    expect(reports.at(-1)).toMatchObject({ files: { done: 2, total: 3 }, bytes: { done: 55, total: 65 } });
  });

  it('a row that could not be written stops the intake at the next one', async () => {
    const { list, gates } = scene([item('a', 1), item('b', 2)]);
    list.put(item('a', 1, recorded));
    gates[0]?.fail(new Error('disk full'));
    await expect(list.written()).rejects.toThrow('disk full');
    expect(() => list.put(item('b', 2, recorded))).toThrow('disk full');
  });
});
