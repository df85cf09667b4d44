import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeFoundedAnswer } from '../domain/founded-at.ts';
import { openFoundedFolder } from './founded-folder.ts';
import { answerFounded, type FoundedRequest } from './founded-point.ts';
import { isThisPc } from './incoming.ts';

const ADDRESSES = { host: 'lz.local', httpPort: 4173, httpsPort: 4174 };
const LOCAL = 'http://localhost:4173';
const BUREAU = 'AbCdEfGhIjKlMnOpQrStUv';
let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'luzheng-founded-'));
});
afterEach(() => rm(dir, { recursive: true }));

const request = (more: Partial<FoundedRequest>): FoundedRequest => ({
  method: 'PUT',
  target: '/luzheng/founded',
  secure: false,
  host: 'localhost:4173',
  origin: LOCAL,
  here: true,
  body: async () => JSON.stringify({ bureau: BUREAU }),
  ...more,
});

async function ask(more: Partial<FoundedRequest>) {
  const answer = await answerFounded(request(more), ADDRESSES, await openFoundedFolder(dir));
  return answer === null ? null : { status: answer.status, text: Buffer.from(answer.body).toString().trim() };
}
const told = async (more: Partial<FoundedRequest> = {}) =>
  decodeFoundedAnswer((await ask({ method: 'GET', ...more }))?.text ?? '');

describe('what the hub remembers of bureaus founded on this PC', () => {
  it('a page that opens its book is remembered, under the other address and after a restart too', async () => {
    expect(await told()).toEqual({ here: true, founded: [] });
    expect((await ask({}))?.status).toBe(200);
    expect(await told({ secure: true, host: 'lz.local:4174' })).toEqual({
      here: true,
      founded: [{ bureau: BUREAU, origin: LOCAL }],
    });
  });

  it('the same book is written down once, and nothing but its id and address', async () => {
    await ask({});
    await ask({});
    expect(JSON.parse(await readFile(join(dir, 'founded.json'), 'utf8'))).toEqual([{ bureau: BUREAU, origin: LOCAL }]);
  });

  it.each([
    ['another site', { origin: 'http://evil.example' }, 403],
    ['the other address of this hub', { origin: 'https://lz.local:4174' }, 403],
    ['another PC', { here: false }, 403],
    ['something that is no bureau', { body: async () => '{"bureau":"<b>"}' }, 400],
    ['something that is no JSON', { body: async () => 'bureau' }, 400],
    ['a page that posts', { method: 'POST' }, 405],
  ])('%s is not listened to', async (_, more, status) => {
    expect((await ask(more))?.status).toBe(status);
    expect((await told())?.founded).toEqual([]);
  });

  it('under a foreign name or for another path there is no answer of this kind', async () => {
    expect(await ask({ host: 'evil.example' })).toBeNull();
    expect(await ask({ target: '/luzheng/health', method: 'GET' })).toBeNull();
  });

  it('a damaged note is no reason to refuse: it is begun anew', async () => {
    await writeFile(join(dir, 'founded.json'), '[{"bureau":');
    expect((await told())?.founded).toEqual([]);
    await ask({});
    expect((await told())?.founded).toHaveLength(1);
  });
});

it('a caller is on this PC by loopback or by one of its own addresses', () => {
  const own = { eth0: [{ address: '192.168.1.7' }] } as unknown as NonNullable<Parameters<typeof isThisPc>[1]>;
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '192.168.1.7', '::ffff:192.168.1.7'])
    expect(isThisPc(address, own), address).toBe(true);
  for (const address of ['192.168.1.8', '::ffff:192.168.1.8', undefined, ''])
    expect(isThisPc(address, own), String(address)).toBe(false);
});
