import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Hub, startHub } from './start-hub.ts';

const LOOPBACK = '127.0.0.1';
let dir = '';
const open: { close: () => unknown }[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'luzheng-hub-'));
  await mkdir(join(dir, 'dist/assets'), { recursive: true });
  await writeFile(join(dir, 'dist/index.html'), '<p>app');
  await writeFile(join(dir, 'dist/assets/main-abcdefgh.js'), 'script');
  await writeFile(join(dir, 'dist/assets/main-abcdefgh.js.gz'), gzipSync('script'));
  await writeFile(join(dir, 'secret.txt'), 'outside');
});
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
  await rm(dir, { recursive: true });
});

function occupy(port = 0): Promise<{ port: number; server: Server }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      resolve({ server, port: address && typeof address === 'object' ? address.port : 0 });
    });
  });
}

async function freePort(): Promise<number> {
  const { server, port } = await occupy();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function start(rest: Partial<Parameters<typeof startHub>[0]> = {}): Promise<Hub> {
  const [httpPort, httpsPort] = [await freePort(), await freePort()];
  const options = { httpPort, httpsPort, address: LOOPBACK, host: 'lz.local', dir: join(dir, '.luzheng') };
  const hub = await startHub({ ...options, dist: join(dir, 'dist'), version: '1.2.3', ...rest });
  open.push(hub);
  return hub;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

function collect(resolve: (answer: Answer) => void): (message: IncomingMessage) => void {
  return (message) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () =>
      resolve({ status: message.statusCode ?? 0, headers: message.headers, text: Buffer.concat(chunks).toString() }),
    );
  };
}

function get(hub: Hub, path: string, { host = 'localhost', method = 'GET' } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: LOOPBACK, port: hub.addresses.httpPort, path, method, headers: { host }, agent: false };
    httpRequest(options, collect(resolve)).on('error', reject).end();
  });
}

function getSecurely(hub: Hub, path: string, ca = hub.certificates.authority.certificate): Promise<Answer> {
  const { host, httpsPort: port } = hub.addresses;
  const agent = new Agent({ ca, maxCachedSessions: 0 });
  const options = { host: LOOPBACK, port, path, servername: host, headers: { host: `${host}:${port}` }, agent };
  return new Promise((resolve, reject) => {
    httpsRequest(options, collect(resolve)).on('error', reject).end();
  });
}

/** What comes back for bytes that no HTTP library would send. */
function raw(hub: Hub, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(hub.addresses.httpPort, LOOPBACK, () => socket.end(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('a started hub', () => {
  it('serves the app to this PC and, trusted, to the LAN', async () => {
    const hub = await start();
    expect(await get(hub, '/recordings/1')).toMatchObject({ status: 200, text: '<p>app' });
    expect(await getSecurely(hub, '/recordings/1')).toMatchObject({ status: 200, text: '<p>app' });
  });

  it('is not believed by who does not trust its authority', async () => {
    const hub = await start();
    const { authority } = (await start({ dir: join(dir, 'other') })).certificates;
    await expect(getSecurely(hub, '/', authority.certificate)).rejects.toThrow(/certificate/);
  });

  it('answers HEAD as GET, without the body', async () => {
    const hub = await start();
    const head = await get(hub, '/', { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, text: '' });
    expect(head.headers['content-length']).toBe('6');
  });

  it('shows an address the page on trust and nothing of the app', async () => {
    const hub = await start();
    const page = await get(hub, '/', { host: '192.168.1.5' });
    expect(page.text).toContain(`https://lz.local:${hub.addresses.httpsPort}/`);
    expect(page.text).not.toContain('<p>app');
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%5csecret.txt', '/assets/../../secret.txt'])(
    'lets no path out of the app: %s',
    async (path) => {
      const hub = await start();
      const answer = await raw(hub, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 404 /);
      expect(answer).not.toContain('outside');
    },
  );

  it.each(['rubbish\r\n\r\n', 'GET / HTTP/1.1\r\n\r\n', 'GET http://evil/ HTTP/1.1\r\nHost: localhost\r\n\r\n'])(
    'survives %j',
    async (text) => {
      const hub = await start();
      expect(await raw(hub, text)).toMatch(/^HTTP\/1\.1 400 /);
      expect((await get(hub, '/')).status).toBe(200);
    },
  );

  it('does not mix in files that are built while it serves', async () => {
    const hub = await start();
    await writeFile(join(dir, 'dist/index.html'), '<p>next version');
    expect((await get(hub, '/')).text).toBe('<p>app');
  });

  it('renews its certificate while it serves', async () => {
    const today = new Date();
    let now = new Date(today.getTime() - 380 * 86_400_000);
    const hub = await start({ now: () => now });
    expect((await hub.renew()).notices).toEqual([]);
    now = today;
    const { site, notices } = await hub.renew();
    expect(notices).toEqual([{ kind: 'renewed' }]);
    const { certificate } = JSON.parse((await get(hub, '/luzheng/hub.json')).text);
    expect(Date.parse(certificate.until)).toBeGreaterThan(today.getTime());
    expect(site).not.toEqual(hub.certificates.site);
    expect((await getSecurely(hub, '/')).status).toBe(200);
  });

  it('stops though a browser keeps its connection open, and frees its ports', async () => {
    const hub = await start();
    const socket = createConnection(hub.addresses.httpPort, LOOPBACK);
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.on('error', () => {});
    await hub.close();
    socket.destroy();
    for (const port of [hub.addresses.httpPort, hub.addresses.httpsPort]) open.push((await occupy(port)).server);
  });
});

describe('a hub does not start', () => {
  it.each(['httpPort', 'httpsPort'] as const)('on a taken %s, and takes no other', async (which) => {
    const { port, server } = await occupy();
    open.push(server);
    const other = await freePort();
    const ports = { httpPort: other, httpsPort: other, [which]: port };
    await expect(start(ports)).rejects.toMatchObject({ code: 'port-taken', facts: { port } });
    open.push((await occupy(other)).server);
  });

  it('without the app', async () => {
    await expect(start({ dist: join(dir, 'gone') })).rejects.toMatchObject({ code: 'app-missing' });
    await rm(join(dir, 'dist/index.html'));
    await expect(start()).rejects.toMatchObject({ code: 'app-missing' });
  });

  it('without a place for its certificate', async () => {
    await writeFile(join(dir, '.luzheng'), 'a file');
    await expect(start()).rejects.toMatchObject({ code: 'folder-not-writable', facts: { dir: join(dir, '.luzheng') } });
  });
});
