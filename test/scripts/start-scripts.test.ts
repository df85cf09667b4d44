import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceStamp } from '../../scripts/lib/built.mjs';
import { isInstalled } from '../../scripts/lib/installed.mjs';
import { isNodeRecentEnough } from '../../scripts/lib/node-version.mjs';

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '24.1.0', '23.0.0'])('%s is recent enough', (version) => {
    expect(isNodeRecentEnough(version)).toBe(true);
  });

  it.each(['20.18.3', '18.20.8', '21.7.3', '22.11.0', '12.0.0'])('%s is not', (version) => {
    expect(isNodeRecentEnough(version)).toBe(false);
  });

  it('that is too old ends the start with words, before anything is installed or built', () => {
    const pretend = 'Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.20.8"}})';
    const script = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));
    const args = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, script];
    const { status, stderr, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('18.20.8');
    expect(stderr).toContain('请装 Node.js');
    expect(stdout).toBe('');
  });
});

describe('packages are installed', () => {
  const wanted = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/win': { version: '2.0.0', optional: true },
    },
  };

  it('when all but those for other systems are there', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
  });

  it.each([
    ['one is missing', {}],
    ['one has another version', { 'node_modules/a': { version: '1.0.1' } }],
    [
      'an optional one has another version',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/win': { version: '1.9.0' } },
    ],
    ['one is left over', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } }],
  ])('not when %s', (_, packages) => {
    expect(isInstalled(wanted, { packages })).toBe(false);
  });
});

describe('the app is built anew', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'luzheng-stamp-'));
    await mkdir(join(root, 'src/ui'), { recursive: true });
    await writeFile(join(root, 'src/ui/a.ts'), 'one');
    await writeFile(join(root, 'index.html'), 'page');
  });
  afterEach(() => rm(root, { recursive: true }));

  it('when a source changes, comes, goes or moves, and when the lock file changes', async () => {
    const stamps = [await sourceStamp(root)];
    const stampAfter = async (change: Promise<unknown>): Promise<void> => {
      await change;
      stamps.push(await sourceStamp(root));
    };
    await stampAfter(writeFile(join(root, 'src/ui/a.ts'), 'two'));
    await stampAfter(writeFile(join(root, 'src/ui/b.ts'), ''));
    await stampAfter(rm(join(root, 'src/ui/a.ts')));
    await stampAfter(writeFile(join(root, 'package-lock.json'), '{}'));
    await stampAfter(writeFile(join(root, 'index.html'), 'other page'));
    expect(new Set(stamps).size).toBe(6);
  });

  it('not when a test changes or nothing does', async () => {
    const before = await sourceStamp(root);
    await writeFile(join(root, 'src/ui/a.test.ts'), 'test');
    await writeFile(join(root, 'src/ui/a.ts'), 'one');
    expect(await sourceStamp(root)).toBe(before);
  });
});
