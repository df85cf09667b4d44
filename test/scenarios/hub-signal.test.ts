import { randomBytes } from 'node:crypto';
import { createConnection } from 'node:net';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '../../src/base/base64url.ts';
import { concat, utf8 } from '../../src/base/bytes.ts';
import {
  CLOSED_BY_HUB,
  MOST_BINARY_FRAME_BYTES,
  MOST_TEXT_FRAME_BYTES,
  PROOF_TYP,
  SIGNAL_PATH,
} from '../../src/base/signal-wire.ts';
import type { Hub } from '../../src/hub/start-hub.ts';
import {
  enterRoom,
  headerOf,
  makeTestRoom,
  openSocket,
  randomPeer,
  signProof,
  startTestHub,
  type TestPage,
  type TestRoom,
  type TestSocket,
} from '../doubles/hub-visitor.ts';

let hub: Hub;
let stop: () => Promise<void>;
let room: TestRoom;
let witness: TestPage;
const opened: TestSocket[] = [];

beforeAll(async () => {
  ({ hub, stop } = await startTestHub({ signalLimits: { socketsPerAddress: 400, drainWithinMs: 400 } }));
  room = await makeTestRoom();
});
afterAll(() => stop());
afterEach(async () => {
  for (const each of opened.splice(0)) each.socket.terminate();
});

const keep = <T extends TestSocket>(socket: T): T => {
  opened.push(socket);
  return socket;
};
const enter = async (where = room, secure = false): Promise<TestPage> => keep(await enterRoom(hub, where, secure));
const frame = (peer: string, payload: Uint8Array): Uint8Array => concat(fromBase64url(peer), payload);

describe('pages of one bureau', () => {
  it('find each other, whether they came by localhost or by the LAN name', async () => {
    const local = await enter();
    const lan = await enter(room, true);
    expect(local.peersAtFirst).toEqual([]);
    expect(lan.peersAtFirst).toEqual([local.peer]);
    expect(await local.nextOf('peer-in')).toEqual({ t: 'peer-in', peer: lan.peer });
    local.say({ t: 'to', peer: lan.peer, seal: 'c2VhbGVk' });
    expect(await lan.next()).toEqual({ t: 'from', peer: local.peer, seal: 'c2VhbGVk' });
    lan.socket.send(frame(local.peer, utf8('frame')));
    expect(await local.next()).toEqual(frame(lan.peer, utf8('frame')));
    lan.socket.close();
    expect(await local.next()).toEqual({ t: 'peer-out', peer: lan.peer });
  });

  it('see nothing of another bureau, and cannot send there', async () => {
    const ours = await enter();
    const theirs = await enter(await makeTestRoom());
    expect(theirs.peersAtFirst).toEqual([]);
    theirs.say({ t: 'to', peer: ours.peer, seal: 'AAAA' });
    theirs.socket.send(frame(ours.peer, utf8('x')));
    theirs.say({ t: 'ping' });
    await theirs.nextOf('pong');
    ours.say({ t: 'ping' });
    expect(await ours.next()).toEqual({ t: 'pong' });
  });

  it('two hundred at once all know of each other', async () => {
    const pages = await Promise.all(Array.from({ length: 200 }, () => enter()));
    const known = pages.map((page) => page.peersAtFirst.length).sort((a, b) => a - b);
    expect(known).toEqual(Array.from({ length: 200 }, (_, i) => i));
    await Promise.all(
      pages.map(async (page) => {
        for (let left = 199 - page.peersAtFirst.length; left > 0; left--) await page.nextOf('peer-in');
      }),
    );
    expect(hub.signal.sockets()).toBe(200);
  });

  it('leave no trace when the last has gone', async () => {
    const page = await enter(await makeTestRoom());
    const before = hub.signal.rooms();
    page.socket.close();
    await page.closed;
    await expect.poll(() => hub.signal.rooms()).toBe(before - 1);
  });
});

describe('who may open a socket', () => {
  const statusOf = (options: { readonly origin?: string; readonly host?: string; readonly path?: string }) =>
    new Promise<string>((resolve, reject) => {
      const { origin, host = `localhost:${hub.addresses.httpPort}`, path = SIGNAL_PATH } = options;
      const socket = createConnection(hub.addresses.httpPort, '127.0.0.1', () =>
        socket.write(
          `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n${origin === undefined ? '' : `Origin: ${origin}\r\n`}\r\n`,
        ),
      );
      socket.once('data', (chunk) => {
        resolve(chunk.toString().slice(9, 12));
        socket.destroy();
      });
      socket.on('error', reject);
    });

  it('a page of this app', async () => {
    expect(await statusOf({ origin: `http://localhost:${hub.addresses.httpPort}` })).toBe('101');
  });

  it.each([
    undefined,
    'null',
    'https://evil.example',
    'http://localhost',
    'http://localhost:1',
    'https://lz.local:4174',
  ])('not a page of %s', async (origin) => {
    expect(await statusOf(origin === undefined ? {} : { origin })).toBe('403');
  });

  it.each(['evil.example', '127.0.0.1', 'lz.local', 'a b'])('not under the name %s', async (host) => {
    expect(await statusOf({ origin: `http://localhost:${hub.addresses.httpPort}`, host })).toMatch(/^40[03]$/);
  });

  it('nowhere else', async () => {
    expect(await statusOf({ origin: `http://localhost:${hub.addresses.httpPort}`, path: '/' })).toBe('404');
  });
});

describe('a proof', () => {
  const refused = async (
    make: (challenge: { nonce: string; hub: string; peer: string }) => Promise<string>,
  ): Promise<number> => {
    const socket = keep(openSocket(hub));
    const { nonce } = await socket.nextOf('hello');
    socket.say({ t: 'enter', proof: await make({ nonce, hub: socket.hub, peer: randomPeer() }) });
    return socket.closed;
  };

  it('is good for one socket only', async () => {
    const other = keep(openSocket(hub));
    const { nonce } = await other.nextOf('hello');
    const code = await refused(({ hub: at, peer }) =>
      signProof(room.key, headerOf(room), { nonce, hub: at, room: room.name, peer }),
    );
    expect(code).toBe(CLOSED_BY_HUB['proof-refused']);
  });

  it('made for another hub opens nothing here', async () => {
    const code = await refused(({ nonce, peer }) =>
      signProof(room.key, headerOf(room), { nonce, hub: 'https://other.local', room: room.name, peer }),
    );
    expect(code).toBe(CLOSED_BY_HUB['proof-refused']);
  });

  it('by a stranger who guessed the room is none', async () => {
    const stranger = await makeTestRoom();
    const claim = (challenge: object) => ({ ...challenge, room: room.name });
    const codes = [
      await refused((each) => signProof(stranger.key, headerOf(stranger), claim(each))),
      await refused((each) => signProof(stranger.key, headerOf(room), claim(each))),
    ];
    expect(codes).toEqual([4401, 4401]);
  });

  it.each<[string, object]>([
    ['no algorithm', { alg: 'none' }],
    ['another algorithm', { alg: 'HS256' }],
    ['the type of an entry', { typ: 'luzheng-entry+jws' }],
    ['a further member', { crit: ['x'] }],
  ])('with %s is none', async (_, change) => {
    const header = { ...headerOf(room), ...change };
    expect(await refused((each) => signProof(room.key, header, { ...each, room: room.name }))).toBe(4401);
  });

  it('with a key that is no point of the curve, or a signature cut short, is none', async () => {
    const off = { alg: 'ES256', typ: PROOF_TYP, jwk: { ...room.jwk, y: room.jwk.x } };
    expect(await refused((each) => signProof(room.key, off, { ...each, room: room.name }))).toBe(4401);
    const short = async (each: object) =>
      (await signProof(room.key, headerOf(room), { ...each, room: room.name })).slice(0, -4);
    expect(await refused(short)).toBe(4401);
  });

  it('with another spelling of a peer id is none', async () => {
    const peer = `${randomPeer().slice(0, 21)}B`;
    expect(await refused((each) => signProof(room.key, headerOf(room), { ...each, peer, room: room.name }))).toBe(4401);
  });

  it('cannot take the id of a page that is there', async () => {
    const page = await enter();
    const code = await refused(({ nonce, hub: at }) =>
      signProof(room.key, headerOf(room), { nonce, hub: at, room: room.name, peer: page.peer }),
    );
    expect(code).toBe(CLOSED_BY_HUB['peer-taken']);
    page.say({ t: 'ping' });
    expect(await page.nextOf('pong')).toEqual({ t: 'pong' });
  });
});

/** Runs an attack while two pages talk, and sees that they still do. */
async function unharmed(attack: () => Promise<void>): Promise<void> {
  witness = await enter();
  const friend = await enter();
  await witness.nextOf('peer-in');
  await attack();
  witness.say({ t: 'to', peer: friend.peer, seal: 'c3RpbGw' });
  expect(await friend.nextOf('from')).toEqual({ t: 'from', peer: witness.peer, seal: 'c3RpbGw' });
}

describe('what a hostile page sends costs it its own socket', () => {
  it('garbage, before and after entering', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom('{"t":"to"}', '{"t":"enter","proof":""}', '[]', '{}'),
    );
    const binary = fc.uint8Array({ maxLength: 15 });
    await unharmed(() =>
      fc.assert(
        fc.asyncProperty(fc.oneof(text, binary), fc.boolean(), async (garbage, isInside) => {
          const socket = isInside ? await enter() : keep(openSocket(hub));
          if (!isInside) await socket.nextOf('hello');
          socket.socket.send(garbage);
          const code = await socket.closed;
          // A short proof is examined and found wanting.
          expect([CLOSED_BY_HUB.malformed, CLOSED_BY_HUB['proof-refused']]).toContain(code);
        }),
        { numRuns: 60 },
      ),
    );
  });

  it.each<[string, number[]]>([
    ['a reserved opcode', [0x83, 0x80, 1, 2, 3, 4]],
    ['an unmasked frame', [0x81, 0x01, 0x41]],
    ['a frame of a terabyte', [0x82, 0xff, 0, 0, 1, 0, 0, 0, 0, 0, 1, 2, 3, 4]],
    ['text that is no UTF-8', [0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe]],
    ['a continuation of nothing', [0x80, 0x80, 1, 2, 3, 4]],
    ['compression nobody agreed on', [0xc1, 0x80, 1, 2, 3, 4]],
  ])('%s', async (_, bytes) => {
    await unharmed(async () => {
      const { httpPort } = hub.addresses;
      const socket = createConnection(httpPort, '127.0.0.1');
      socket.on('error', () => undefined);
      const gone = new Promise((resolve) => socket.on('close', resolve));
      socket.write(
        `GET ${SIGNAL_PATH} HTTP/1.1\r\nHost: localhost:${httpPort}\r\nOrigin: http://localhost:${httpPort}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
      );
      socket.once('data', () => socket.write(Uint8Array.from(bytes)));
      socket.on('data', () => undefined);
      await gone;
    });
  });

  it('what is too large', async () => {
    await unharmed(async () => {
      const long = await enter();
      long.say({ t: 'to', peer: witness.peer, seal: 'A'.repeat(MOST_TEXT_FRAME_BYTES) });
      expect(await long.closed).toBe(CLOSED_BY_HUB['too-large']);
      const big = await enter();
      big.socket.send(new Uint8Array(MOST_BINARY_FRAME_BYTES + 1));
      expect(await big.closed).toBe(1009);
    });
  });

  it('a flood of messages, of pings, of empty parts', async () => {
    await unharmed(async () => {
      const talker = await enter();
      for (let i = 0; i < 5000; i++) talker.say({ t: 'to', peer: witness.peer, seal: 'AAAA' });
      // Cut while it still sends, it may see the line break before the reason.
      const flooded = [CLOSED_BY_HUB['too-many-messages'], 1006];
      expect(flooded).toContain(await talker.closed);
      const pinger = await enter();
      for (let i = 0; i < 5000; i++) pinger.socket.ping();
      expect(flooded).toContain(await pinger.closed);
      const crumbler = await enter();
      for (let i = 0; i < 5000; i++) crumbler.socket.send('', { fin: false });
      expect([1008, 1006]).toContain(await crumbler.closed);
    });
  });

  it('entering twice', async () => {
    await unharmed(async () => {
      const page = await enter();
      page.say({ t: 'enter', proof: 'a.b.c' });
      expect(await page.closed).toBe(CLOSED_BY_HUB.malformed);
    });
  });
});

describe('a page that does not read', () => {
  it('holds its sender up for a moment, then is closed, and others are served', async () => {
    const deaf = await enter();
    const other = await enter();
    const sender = await enter();
    deaf.socket.pause();
    const payload = new Uint8Array(60_000);
    const total = 1500;
    for (let i = 0; i < total; i++) sender.socket.send(frame(deaf.peer, payload));
    // 90 MB do not fit the hub: they wait at the sender until the deaf one is closed.
    expect(await sender.nextOf('peer-out')).toEqual({ t: 'peer-out', peer: deaf.peer });
    sender.socket.send(frame(other.peer, utf8('to you')));
    for (;;) {
      const each = await other.next();
      if (!(each instanceof Uint8Array)) continue;
      expect(each).toEqual(frame(sender.peer, utf8('to you')));
      break;
    }
  });

  it('a slow one that does read gets every frame in order', async () => {
    const reader = await enter();
    const sender = await enter();
    await reader.nextOf('peer-in');
    const total = 400;
    const payload = (i: number): Uint8Array => concat(Uint8Array.of(i >> 8, i & 0xff), new Uint8Array(60_000));
    for (let i = 0; i < total; i++) sender.socket.send(frame(reader.peer, payload(i)));
    for (let i = 0; i < total; i++) {
      if (i % 40 === 0) {
        reader.socket.pause();
        setTimeout(() => reader.socket.resume(), 10);
      }
      const each = await reader.next();
      if (!(each instanceof Uint8Array)) throw new Error('a frame was expected');
      expect(toBase64url(each.subarray(0, 16))).toBe(sender.peer);
      expect(((each[16] ?? 0) << 8) | (each[17] ?? 0)).toBe(i);
    }
  });
});
