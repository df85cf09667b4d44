import { afterEach, expect, it } from 'vitest';
import { CLOSED_BY_HUB } from '../../src/base/signal-wire.ts';
import type { SignalLimits } from '../../src/hub/signal/limits.ts';
import { makeRooms } from '../../src/hub/signal/rooms.ts';
import type { Hub } from '../../src/hub/start-hub.ts';
import {
  enterRoom,
  headerOf,
  makeTestRoom,
  openSocket,
  randomPeer,
  signProof,
  startTestHub,
  type TestRoom,
} from '../doubles/hub-visitor.ts';

let stop: () => Promise<void> = async () => undefined;
afterEach(() => stop());

async function hubWith(signalLimits: Partial<SignalLimits>): Promise<Hub> {
  const started = await startTestHub({ signalLimits });
  stop = started.stop;
  return started.hub;
}

it('one machine cannot take all sockets', async () => {
  const hub = await hubWith({ socketsPerAddress: 2 });
  const first = openSocket(hub);
  await Promise.all([first.nextOf('hello'), openSocket(hub).nextOf('hello')]);
  expect(await openSocket(hub).closed).toBe(1006);
  first.socket.close();
  await first.closed;
  await expect.poll(() => hub.signal.sockets()).toBe(1);
  expect(await openSocket(hub).nextOf('hello')).toMatchObject({ v: 1 });
});

it('a full hub and a full room are said to be full', async () => {
  const hub = await hubWith({ rooms: 1, peersPerRoom: 2 });
  const room = await makeTestRoom();
  const first = await enterRoom(hub, room);
  expect(await closeCodeOf(hub, await makeTestRoom())).toBe(CLOSED_BY_HUB['hub-full']);
  await enterRoom(hub, room);
  expect(await closeCodeOf(hub, room)).toBe(CLOSED_BY_HUB['hub-full']);
  first.socket.close();
});

it('one machine cannot take all rooms: another, and whoever comes to a room that is open, still gets in', async () => {
  const hub = await hubWith({ rooms: 8, roomsPerAddress: 2 });
  const own = await makeTestRoom();
  await enterRoom(hub, own);
  await enterRoom(hub, await makeTestRoom());
  expect(await closeCodeOf(hub, await makeTestRoom())).toBe(CLOSED_BY_HUB['hub-full']);
  await enterRoom(hub, own);
  const rooms = makeRooms<string>({ rooms: 8, roomsPerAddress: 2, peersPerRoom: 8 });
  for (const room of ['a', 'b']) expect(rooms.enter(room, 'x', 'x', '10.0.0.6')).toBe('entered');
  expect(rooms.enter('c', 'x', 'x', '10.0.0.6')).toBe('hub-full');
  expect(rooms.enter('c', 'y', 'y', '10.0.0.7')).toBe('entered');
  rooms.leave('a', 'x');
  expect(rooms.enter('d', 'x', 'x', '10.0.0.6')).toBe('entered');
});

async function closeCodeOf(hub: Hub, room: TestRoom): Promise<number> {
  const socket = openSocket(hub);
  const { nonce } = await socket.nextOf('hello');
  const payload = { nonce, hub: socket.hub, room: room.name, peer: randomPeer() };
  socket.say({ t: 'enter', proof: await signProof(room.key, headerOf(room), payload) });
  return socket.closed;
}

it('who opens a socket and says nothing is not kept', async () => {
  const hub = await hubWith({ enterWithinMs: 50 });
  expect(await openSocket(hub).closed).toBe(CLOSED_BY_HUB['proof-refused']);
});

it('who no longer answers is gone for the others', async () => {
  const hub = await hubWith({ heartbeatMs: 100 });
  const room = await makeTestRoom();
  const silent = await enterRoom(hub, room, false, { autoPong: false });
  const page = await enterRoom(hub, room);
  expect(await page.nextOf('peer-out')).toEqual({ t: 'peer-out', peer: silent.peer });
  expect(await silent.closed).toBe(1006);
  expect(hub.signal.sockets()).toBe(1);
});

it('relay frames past the rate wait and are not lost', async () => {
  const hub = await hubWith({ relayFrames: { most: 5, perSecond: 200 } });
  const room = await makeTestRoom();
  const reader = await enterRoom(hub, room);
  const sender = await enterRoom(hub, room);
  await reader.nextOf('peer-in');
  const head = Buffer.from(reader.peer, 'base64url');
  for (let i = 0; i < 60; i++) sender.socket.send(Buffer.concat([head, Buffer.from([i])]));
  for (let i = 0; i < 60; i++) expect(await reader.next()).toHaveProperty('16', i);
});

it('what a reader does not take waits at the sender, not in the hub', async () => {
  const waitingBytes = { pauseAt: 128 << 10, resumeAt: 64 << 10, most: 2 << 20 };
  const hub = await hubWith({ waitingBytes, drainWithinMs: 20_000 });
  const room = await makeTestRoom();
  const reader = await enterRoom(hub, room);
  const sender = await enterRoom(hub, room);
  await reader.nextOf('peer-in');
  reader.socket.pause();
  const head = Buffer.from(reader.peer, 'base64url');
  const total = 700;
  for (let i = 0; i < total; i++)
    sender.socket.send(Buffer.concat([head, Buffer.from([i & 0xff]), Buffer.alloc(64_000)]));
  // The two kernels' buffers are full and nothing moves any more; more than the hub may hold is still here.
  let before = -1;
  await expect
    .poll(() => {
      const stands = sender.socket.bufferedAmount === before;
      before = sender.socket.bufferedAmount;
      return stands;
    })
    .toBe(true);
  expect(before).toBeGreaterThan(waitingBytes.most);
  reader.socket.resume();
  for (let i = 0; i < total; i++) expect(await reader.next()).toHaveProperty('16', i & 0xff);
});

it('a hub that stops says goodbye and frees its ports though pages stay', async () => {
  const hub = await hubWith({ graceMs: 100 });
  const room = await makeTestRoom();
  const page = await enterRoom(hub, room, true);
  const deaf = await enterRoom(hub, room);
  deaf.socket.pause();
  const halfOpen = openSocket(hub);
  await halfOpen.nextOf('hello');
  await stop();
  stop = async () => undefined;
  expect(await page.closed).toBe(1001);
  expect(hub.servers.map((server) => server.listening)).toEqual([false, false]);
  deaf.socket.terminate();
});
