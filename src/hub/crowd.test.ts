import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { afterEach, expect, it } from 'vitest';
import { enterRoom, makeTestRoom, startTestHub } from '../../test/doubles/hub-visitor.ts';
import type { CrowdLimits } from './crowd.ts';
import type { Hub } from './start-hub.ts';

let stop: () => Promise<void> = async () => undefined;
const held: Socket[] = [];
afterEach(async () => {
  for (const socket of held.splice(0)) socket.destroy();
  await stop();
});

async function hubWith(crowd: CrowdLimits): Promise<Hub> {
  const started = await startTestHub({ crowd });
  stop = started.stop;
  return started.hub;
}

/** Says whether the hub let it stay: an answer to a request, or the end. */
function hold(socket: Socket): { readonly socket: Socket; readonly ended: Promise<true> } {
  held.push(socket);
  socket.on('error', () => undefined);
  return { socket, ended: new Promise((resolve) => socket.once('close', () => resolve(true))) };
}

const plain = ({ addresses }: Hub) => hold(connect(addresses.httpPort, '127.0.0.1'));
const secure = ({ addresses }: Hub) =>
  hold(connectTls({ port: addresses.httpsPort, host: '127.0.0.1', rejectUnauthorized: false }));

const connectionsOf = async ({ servers }: Hub): Promise<number> => {
  const counts = servers.map(
    (server) => new Promise<number>((resolve, reject) => server.getConnections((e, n) => (e ? reject(e) : resolve(n)))),
  );
  return (await Promise.all(counts)).reduce((sum, n) => sum + n, 0);
};

it('one machine has so many connections and no more, and has room again when some end, over TLS as well', async () => {
  const hub = await hubWith({ connectionsPerAddress: 8, silentMs: 60_000 });
  const first = [...Array.from({ length: 4 }, () => plain(hub)), ...Array.from({ length: 4 }, () => secure(hub))];
  await expect.poll(() => connectionsOf(hub)).toBe(8);
  expect(await plain(hub).ended).toBe(true);
  expect(await secure(hub).ended).toBe(true);
  for (const { socket } of first.slice(2, 6)) socket.destroy();
  await Promise.all(first.slice(2, 6).map(({ ended }) => ended));
  await expect.poll(() => connectionsOf(hub)).toBe(4);
  for (let n = 0; n < 4; n++) secure(hub);
  await expect.poll(() => connectionsOf(hub)).toBe(8);
});

it('a connection on which nothing is said ends, before and after TLS, with half a request or none; signalling stays', async () => {
  const hub = await hubWith({ connectionsPerAddress: 100, silentMs: 2_000 });
  const room = await makeTestRoom();
  const page = await enterRoom(hub, room, true);
  const halves = [plain(hub), plain(hub), secure(hub), hold(connect(hub.addresses.httpsPort, '127.0.0.1'))];
  halves[1]?.socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-');
  for (const { ended } of halves) expect(await ended).toBe(true);
  expect(page.socket.readyState).toBe(page.socket.OPEN);
  page.say({ t: 'ping' });
  expect(await page.nextOf('pong')).toEqual({ t: 'pong' });
});
