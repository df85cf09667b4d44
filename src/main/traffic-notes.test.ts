import { expect, test } from 'vitest';
import { asId, type StationId } from '../domain/ids.ts';
import type { Contact } from './contact-notes.ts';
import { makeTrafficNotes, type Traffic } from './traffic-notes.ts';

const south = asId<StationId>('south'.padEnd(22, '_'));
const link = (since: number, bytesIn: number, bytesOut = 0): Traffic => ({
  station: south,
  since,
  way: 'direct',
  lastHeardAt: since + bytesIn,
  bytesIn,
  bytesOut,
});

function notes() {
  const written: Contact[] = [];
  const kept = makeTrafficNotes({ carried: async (_, contact) => void written.push(contact) });
  const sum = (): number => written.reduce((bytes, { bytesIn }) => bytes + bytesIn, 0);
  return { ...kept, written, sum };
}

test('what a link carries is written down while it stands: a browser may end without a word', async () => {
  const { look, sum, written } = notes();
  const shown = async (bytesIn: number, now: number): Promise<number> =>
    sum() + ((await look([link(0, bytesIn)], now)).get(south)?.bytesIn ?? 0);
  await look([link(0, 100)], 0);
  for (const [bytes, now] of [
    [200, 2_000],
    [900, 9_000],
    [1_500, 12_000],
    [1_600, 14_000],
  ] as const) {
    await look([link(0, bytes)], now);
    expect(await shown(bytes, now)).toBe(bytes);
  }
  expect(sum()).toBe(1_500);
  expect(written.at(-1)?.lastHeardAt).toBe('1970-01-01T00:00:01.500Z');
});

test('a link that has ended is written down whole, once, and the next one to that station counts from its own beginning', async () => {
  const { look, sum, written } = notes();
  await look([link(0, 700)], 0);
  await look([link(0, 900)], 11_000);
  await look([link(0, 1_000)], 12_000);
  await look([link(50_000, 30)], 50_000);
  expect(sum()).toBe(1_000);
  await look([], 51_000);
  expect(sum()).toBe(1_030);
  await look([], 90_000);
  expect(written).toHaveLength(3);
});
