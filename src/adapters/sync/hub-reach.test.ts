import { expect, it } from 'vitest';
import type { HubReach } from '../../base/hub-reach.ts';
import { makeHubAcquaintance } from './hub-reach.ts';

const REACH: HubReach = {
  app: 'luzheng',
  version: '1.2.3',
  lanOrigin: 'https://lz.local:4174',
  localOrigin: 'http://localhost:4173',
  firstVisit: ['http://192.168.1.5:4173'],
  authoritySha256: 'AA:BB',
  certificate: { from: '2026-01-01T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z' },
};
const IN_TIME = Date.UTC(2026, 5, 1);

function acquaintance(origin: string, answer: () => Promise<unknown>, nowMs = IN_TIME) {
  const kept = new Map<string, string>();
  const asked: string[] = [];
  const hub = makeHubAcquaintance({
    origin,
    fetch: async (url) => {
      asked.push(url);
      const value = await answer();
      return { ok: true, json: async () => value };
    },
    store: { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => void kept.set(key, text) },
    nowMs: () => nowMs,
  });
  return { hub, kept, asked };
}

const LAN = 'https://lz.local:4174';
const gone = async (): Promise<never> => {
  throw new TypeError('Failed to fetch');
};

it('what the hub said last is known after it has gone', async () => {
  let answer: () => Promise<unknown> = async () => REACH;
  const { hub, asked } = acquaintance(LAN, () => answer());
  expect(hub.known()).toBeNull();
  expect(await hub.ask()).toEqual(REACH);
  answer = gone;
  expect(await hub.ask()).toBeNull();
  expect(hub.known()).toEqual(REACH);
  expect(asked[0]).toBe('https://lz.local:4174/luzheng/hub.json');
});

it.each([null, 'x', {}, { ...REACH, app: 'other' }, { ...REACH, lanOrigin: 'javascript:1' }])(
  'an answer of %j is no hub’s, and is not kept',
  async (value) => {
    const { hub, kept } = acquaintance(LAN, async () => value);
    expect([await hub.ask(), kept.size]).toEqual([null, 0]);
  },
);

it('a hub that answers but takes no socket has refused it', async () => {
  expect(await acquaintance(LAN, async () => REACH).hub.whyNoAnswer()).toBe('refused');
});

it.each([
  ['the clock is in the times of the certificate', LAN, IN_TIME, 'no-answer'],
  ['the clock is behind them', LAN, Date.UTC(2020, 0, 1), 'certificate-not-trusted?'],
  ['the clock is past them', LAN, Date.UTC(2027, 0, 2), 'certificate-not-trusted?'],
  ['no certificate is needed', 'http://localhost:4173', Date.UTC(2020, 0, 1), 'no-answer'],
])('no answer, and %s', async (_, origin, nowMs, trouble) => {
  const { hub, kept } = acquaintance(origin, gone, nowMs);
  expect(await hub.whyNoAnswer()).toBe('no-answer');
  kept.set('luzheng.hub-reach', JSON.stringify(REACH));
  expect(await hub.whyNoAnswer()).toBe(trouble);
});

it('what stands in the store may be anybody’s', () => {
  const { hub, kept } = acquaintance(LAN, gone);
  kept.set('luzheng.hub-reach', '{');
  expect(hub.known()).toBeNull();
});
