import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from './serve-app.ts';

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly said: () => string;
}

const running: ChildProcess[] = [];
let dir = '';
let ports: { PORT: string; HTTPS_PORT: string };

test.beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'luzheng-start-'));
  ports = { PORT: String(await freePort()), HTTPS_PORT: String(await freePort()) };
});
test.afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  await rm(dir, { recursive: true, force: true });
});

function start(env: Record<string, string>, [program, ...args] = [process.execPath, 'scripts/start.mjs']): Running {
  const child = spawn(program ?? '', args, {
    env: { ...process.env, LUZHENG_DIR: dir, LUZHENG_KEEP_PACKAGES: '1', ...env },
  });
  running.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { child, ended, said: () => said };
}

const answers = (port: string): Promise<boolean> =>
  fetch(`http://localhost:${port}/luzheng/health`).then(
    ({ ok }) => ok,
    () => false,
  );

test('Ctrl+C ends the hub without a complaint', async () => {
  const hub = start(ports);
  await expect.poll(() => answers(ports.PORT)).toBe(true);
  expect(hub.said()).toContain(`http://localhost:${ports.PORT}`);
  hub.child.kill('SIGINT');
  expect(await hub.ended).toBe(0);
  expect(hub.said()).toContain('已停下');
});

test('a second start says that the app is already open, and takes no other port', async () => {
  start(ports);
  await expect.poll(() => answers(ports.PORT)).toBe(true);
  const second = start({ PORT: ports.PORT, HTTPS_PORT: String(await freePort()) });
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain('已经在这台电脑上运行');
});

test('a wrong PORT ends the start with words', async () => {
  const hub = start({ PORT: 'eighty' });
  expect(await hub.ended).toBe(1);
  expect(hub.said()).toContain('“eighty”');
});

test('nothing stays behind when npm is ended', async () => {
  test.skip(process.platform === 'win32', 'npm is started by a shell there');
  const npm = start(ports, ['npm', 'start']);
  await expect.poll(() => answers(ports.PORT)).toBe(true);
  npm.child.kill('SIGTERM');
  await npm.ended;
  await expect.poll(() => answers(ports.PORT)).toBe(false);
});
