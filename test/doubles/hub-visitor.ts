import { createHash, webcrypto } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClientOptions, WebSocket } from 'ws';
import { toBase64url } from '../../src/base/base64url.ts';
import { utf8 } from '../../src/base/bytes.ts';
import { decodeFromHub, type FromHub, PROOF_TYP, SIGNAL_PATH, thumbprintInput } from '../../src/base/signal-wire.ts';
import { lanOrigin, localOrigin } from '../../src/hub/place.ts';
import { type Hub, type HubOptions, startHub } from '../../src/hub/start-hub.ts';

const LOOPBACK = '127.0.0.1';

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, LOOPBACK, () => {
      const address = probe.address();
      const port = address && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** A real hub on loopback, with an app of one line. */
export async function startTestHub(
  rest: Partial<HubOptions> = {},
): Promise<{ readonly hub: Hub; readonly stop: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'luzheng-hub-'));
  await mkdir(join(dir, 'dist'));
  await writeFile(join(dir, 'dist/index.html'), '<p>app');
  const ports = { httpPort: await freePort(), httpsPort: await freePort() };
  const place = { address: LOOPBACK, host: 'lz.local', dir: join(dir, '.luzheng'), dist: join(dir, 'dist') };
  const hub = await startHub({ ...ports, ...place, version: '1.2.3', ...rest });
  const stop = async (): Promise<void> => {
    await hub.close();
    await rm(dir, { recursive: true });
  };
  return { hub, stop };
}

export interface TestRoom {
  readonly name: string;
  readonly jwk: { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string };
  readonly key: webcrypto.CryptoKey;
}

export async function makeTestRoom(): Promise<TestRoom> {
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const { x = '', y = '' } = await webcrypto.subtle.exportKey('jwk', pair.publicKey);
  const name = createHash('sha256').update(thumbprintInput({ x, y })).digest('base64url');
  return { name, jwk: { kty: 'EC', crv: 'P-256', x, y }, key: pair.privateKey };
}

const part = (value: unknown): string => toBase64url(utf8(JSON.stringify(value)));

/** A proof with whatever a forger would put in. */
export async function signProof(key: webcrypto.CryptoKey, header: object, payload: object): Promise<string> {
  const input = `${part(header)}.${part(payload)}`;
  const signature = await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, utf8(input));
  return `${input}.${toBase64url(new Uint8Array(signature))}`;
}

export const headerOf = ({ jwk }: TestRoom): object => ({ alg: 'ES256', typ: PROOF_TYP, jwk });
export const randomPeer = (): string => toBase64url(webcrypto.getRandomValues(new Uint8Array(16)));

/** A socket whose every arrival can be waited for: nothing is lost between two waits. */
export interface TestSocket {
  readonly socket: WebSocket;
  /** Origin a proof must name. */
  readonly hub: string;
  readonly next: () => Promise<FromHub | Uint8Array>;
  /** Skips what comes before an envelope of this kind. */
  readonly nextOf: <T extends FromHub['t']>(t: T) => Promise<Extract<FromHub, { t: T }>>;
  readonly say: (envelope: unknown) => void;
  /** Code of the close frame; 1006 where the line was cut. */
  readonly closed: Promise<number>;
}

export function openSocket(hub: Hub, secure = false, options: ClientOptions = {}): TestSocket {
  const origin = secure ? lanOrigin(hub.addresses) : localOrigin(hub.addresses);
  const { httpPort, httpsPort, host } = hub.addresses;
  const url = `${secure ? 'wss' : 'ws'}://${LOOPBACK}:${secure ? httpsPort : httpPort}${SIGNAL_PATH}`;
  const tls = secure ? { ca: hub.certificates.authority.certificate, servername: host } : {};
  const headers = { host: new URL(origin).host, ...options.headers };
  const socket = new WebSocket(url, { origin, ...tls, ...options, headers });
  const arrived: (FromHub | Uint8Array)[] = [];
  const waiting: ((each: FromHub | Uint8Array) => void)[] = [];
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    const each = isBinary ? new Uint8Array(data) : decodeFromHub(data.toString());
    if (each === null) throw new Error(`the hub sent no envelope: ${data.toString()}`);
    const waiter = waiting.shift();
    if (waiter) waiter(each);
    else arrived.push(each);
  });
  socket.on('error', () => undefined);
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  const next = (): Promise<FromHub | Uint8Array> => {
    const first = arrived.shift();
    return first === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(first);
  };
  return {
    socket,
    hub: origin,
    next,
    closed,
    say: (envelope) => socket.send(JSON.stringify(envelope)),
    nextOf: async <T extends FromHub['t']>(t: T) => {
      for (;;) {
        const each = await next();
        if (!(each instanceof Uint8Array) && each.t === t) return each as Extract<FromHub, { t: T }>;
      }
    },
  };
}

export interface TestPage extends TestSocket {
  readonly peer: string;
  readonly peersAtFirst: readonly string[];
}

/** A page that holds the room's key and does what pages do. */
export async function enterRoom(
  hub: Hub,
  room: TestRoom,
  secure = false,
  options: ClientOptions = {},
): Promise<TestPage> {
  const socket = openSocket(hub, secure, options);
  const { nonce } = await socket.nextOf('hello');
  const peer = randomPeer();
  const payload = { nonce, hub: socket.hub, room: room.name, peer };
  socket.say({ t: 'enter', proof: await signProof(room.key, headerOf(room), payload) });
  const { peers } = await socket.nextOf('entered');
  return { ...socket, peer, peersAtFirst: peers };
}
