import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { CHROMIUM_FLAGS } from '../../scripts/lib/browser.mjs';
import type { LinksHarness } from './harness/links.ts';
import { pagesUrl } from './harness/pages.ts';

// Reconnecting backs off; two browsers beside other tests on two cores take their time.
test.describe.configure({ timeout: 300_000 });

const url = `${pagesUrl('harness')}links.html`;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luzheng-links-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

interface Station {
  readonly name: string;
  readonly context: BrowserContext;
  readonly page: Page;
}

type Key = Awaited<ReturnType<LinksHarness['makeKey']>>;
/** What the test, standing in for signalling, does with a message; null drops it. */
type Carry = (from: string, text: string) => Promise<void> | void;

/** A browser process of its own: tabs of one would meet inside it. */
async function openStation(name: string, carry: Carry): Promise<Station> {
  const executablePath = process.env.CHROMIUM_PATH;
  const context = await chromium.launchPersistentContext(join(folder, `${name}-${Math.floor(performance.now())}`), {
    args: CHROMIUM_FLAGS,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.exposeFunction('signalOut', (from: string, text: string) => carry(from, text));
  await page.goto(url);
  await page.waitForFunction(() => window.links !== undefined);
  return { name, context, page };
}

const look = ({ page }: Station) => page.evaluate(() => window.links.look());
const start = ({ name, page }: Station, key: Key) =>
  page.evaluate(([own, as]) => window.links.start(as, own), [key, name] as const);
const isLinked = async (station: Station): Promise<boolean> => (await look(station)).stations.length === 1;

async function twoStations(carry?: (stations: Map<string, Station>) => Carry) {
  const stations = new Map<string, Station>();
  const straight: Carry = async (from, text) => {
    const to = stations.get(from === 'north' ? 'south' : 'north');
    // A page that is gone hears nothing.
    await to?.page.evaluate((message) => window.links.signalIn(message), text).catch(() => undefined);
  };
  const chosen = carry?.(stations) ?? straight;
  const north = await openStation('north', chosen);
  const south = await openStation('south', chosen);
  stations.set('north', north).set('south', south);
  const keys = {
    north: await north.page.evaluate(() => window.links.makeKey()),
    person: await north.page.evaluate(() => window.links.makeKey()),
    south: await south.page.evaluate(() => window.links.makeKey()),
  };
  const base = await north.page.evaluate(
    ([own, person, other]) => window.links.found(own, person, [{ name: 'south', key: other.public }]),
    [keys.north, keys.person, keys.south] as const,
  );
  await south.page.evaluate((given) => window.links.join(given), base);
  return { stations, north, south, keys, base, carry: chosen };
}

async function sameBooks(a: Station, b: Station): Promise<void> {
  await expect(async () => {
    const [one, other] = [await look(a), await look(b)];
    expect(other.frontier).toEqual(one.frontier);
    for (const { stations } of [one, other]) {
      expect(stations[0]?.comparison?.standing).toBe('in-step');
      expect(stations[0]?.theirs).toBe(stations[0]?.ours);
    }
  }).toPass({ timeout: 60_000 });
}

test('two browser processes link straight, keep one book, and outlive the loss of one', async () => {
  const { stations, north, south, keys, base, carry } = await twoStations();
  await north.page.evaluate(() => window.links.act(5));
  await start(north, keys.north);
  await start(south, keys.south);
  await expect.poll(() => isLinked(north), { timeout: 90_000 }).toBe(true);
  await sameBooks(north, south);
  const seen = await look(south);
  expect(seen.stations[0]).toMatchObject({ way: 'direct', why: null });
  expect((await look(north)).stations[0]?.digits).toBe(seen.stations[0]?.digits);

  await north.page.evaluate(() => window.links.act(3));
  await sameBooks(north, south);

  // The user was asked whether to leave, and stayed: what is signed then still gets through.
  await north.page.evaluate(() => window.links.stayAfterAll());
  await south.page.evaluate(() => window.links.stayAfterAll());
  await north.page.evaluate(() => window.links.act(1));
  await sameBooks(north, south);

  await south.context.close();
  const gone = Date.now();
  await expect.poll(() => isLinked(north), { timeout: 10_000, intervals: [200] }).toBe(false);
  expect(Date.now() - gone).toBeLessThan(6_000);
  await north.page.evaluate(() => window.links.act(2));

  const again = await openStation('south', carry);
  stations.set('south', again);
  await again.page.evaluate((given) => window.links.join(given), base);
  await start(again, keys.south);
  await expect.poll(() => isLinked(again), { timeout: 150_000 }).toBe(true);
  await sameBooks(north, again);
  for (const station of [north, again]) {
    expect((await look(station)).incidents).toEqual([]);
    await station.context.close();
  }
});

test('signalling that swaps offers and stands between the two gets no link, and is noticed', async () => {
  const { north, south, keys } = await twoStations((stations) => async (from, text) => {
    const message = JSON.parse(text) as { readonly kind: string; readonly sdp?: string };
    const [here, there] = from === 'north' ? ['north', 'south'] : ['south', 'north'];
    const say = (to: string, said: object) =>
      stations.get(to)?.page.evaluate((line) => window.links.signalIn(line), JSON.stringify(said));
    const between = stations.get('north')?.page;
    if (message.kind === 'offer' && message.sdp !== undefined) {
      const swapped = await between?.evaluate((sdp) => window.links.standBetween(sdp), message.sdp);
      await say(there, { ...message, sdp: swapped?.offer });
      await say(here, { ...message, kind: 'answer', sdp: swapped?.answer });
    } else if (message.kind === 'answer' && message.sdp !== undefined) {
      await between?.evaluate((sdp) => window.links.acceptBetween(sdp), message.sdp);
    } else await say(there, message);
  });
  await start(north, keys.north);
  await start(south, keys.south);
  for (const station of [north, south]) {
    await expect
      .poll(async () => (await look(station)).incidents, { timeout: 90_000 })
      .toContainEqual({ link: 'unknown', why: 'signature-bad' });
    expect((await look(station)).stations).toEqual([]);
    await station.context.close();
  }
});
