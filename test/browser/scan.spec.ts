import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { makeStatementVerifier } from '../../src/adapters/keys/statement-verifier.ts';
import { filmedOffsetSec } from '../../src/domain/clock-proof.ts';
import { asId, type BureauId, type StationId } from '../../src/domain/ids.ts';
import { toInstant } from '../../src/domain/time.ts';
import type { Keyring } from '../../src/ledger/keyring.ts';
import type { KnownKey } from '../../src/ledger/membership.ts';
import { readClockCode, signClockCode } from '../../src/usecases/clock-code.ts';
import { makeMemoryKeyring } from '../doubles/memory-keyring.ts';
import { filmClock } from '../footage/clock-clip.ts';
import type {} from './harness/scan.ts';
import { type ServedApp, serveApp } from './serve-app.ts';

/** Built and served as the app is: with its chunks, its worker, and the content security policy of the hub. */
let dist: string;
let served: ServedApp;

test.beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'luzheng-scan-'));
  const page = join(process.cwd(), 'test/browser/harness/scan.html');
  await build({
    root: join(process.cwd(), 'test/browser/harness'),
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: dist, assetsInlineLimit: 0, modulePreload: { polyfill: false }, rolldownOptions: { input: page } },
  });
  await rename(join(dist, 'scan.html'), join(dist, 'index.html'));
  served = await serveApp({ dist });
});
test.afterAll(async () => {
  await served.close();
  await rm(dist, { recursive: true });
});

test('a filmed invite is read under the policy of the hub, from our own origin alone', async ({ page }) => {
  const asked: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => message.text().includes('Content Security Policy') && refused.push(message.text()));
  await page.goto(served.url);
  await page.waitForFunction(() => window.scan !== undefined);
  const link = `https://luzheng-pc1.local:4174/join#LZ1.${'Zk3_a-9'.repeat(90)}`;
  const first = await page.evaluate((text) => window.scan.read(text), link);
  expect(first.texts).toEqual([link]);
  expect(await page.evaluate(() => window.scan.read('二〇二六'))).toMatchObject({ texts: ['二〇二六'] });
  expect(asked.filter((url) => url.endsWith('.wasm'))).toHaveLength(1);
  expect(asked.filter((url) => !url.startsWith(`${served.url}/`))).toEqual([]);
  expect(refused).toEqual([]);
});

test('the clock a recorder filmed is read from the picture, and proves the offset of its own clock', async ({
  page,
}) => {
  await page.goto(served.url);
  await page.waitForFunction(() => window.scan !== undefined);
  const bureau = asId<BureauId>('B'.repeat(22));
  const keyring = makeMemoryKeyring();
  const { keyId, station, jwk } = await stationKey(keyring);
  const signer = await keyring.stationStatements();
  if (signer === null) throw new Error('no station key');
  const shown = toInstant(Date.UTC(2026, 2, 5, 0, 40, 4));
  const text = await signClockCode(signer, bureau, shown);
  // The recorder is 90 seconds slow: at 08:40:00 it began and wrote 00:38:30.
  const clip = await filmClock({ text, from: 3, to: 6, createdAt: '2026-03-05T00:38:30Z' });
  const look = (atSec: number) =>
    page.evaluate(([base64, at]) => window.scan.filmed(base64, at), [
      Buffer.from(clip).toString('base64'),
      atSec,
    ] as const);
  expect((await look(1)).texts).toEqual([]);
  const { texts, facts, signs } = await look(4.5);
  expect(texts).toEqual([text]);
  const keys = new Map([[keyId, { keyId, jwk, owner: { kind: 'station', station }, left: null } as KnownKey]]);
  const clock = await readClockCode(texts?.[0] ?? '', bureau, { keys }, makeStatementVerifier());
  expect(clock).toEqual({ station, shownAt: shown });
  const { capturedAtRaw: claim, durationMs } = facts;
  expect(Math.abs((filmedOffsetSec({ claim, durationMs, atSec: 4.5 }, shown) ?? 0) + 90)).toBeLessThanOrEqual(2);
  expect(signs?.traces).toEqual(['editorTag']);
});

async function stationKey(keyring: Keyring) {
  const station = asId<StationId>('S'.repeat(22));
  const keys = await keyring.makeStationKeys(station);
  return { station, keyId: keys.keyId, jwk: keys.signing };
}
