import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepCertificates } from './certificate-folder.ts';
import { keepHost } from './host-folder.ts';

const NOW = new Date();
const later = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);
let parent = '';
let dir = '';

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'luzheng-hub-'));
  dir = join(parent, '.luzheng');
});
afterEach(() => rm(parent, { recursive: true }));

const kinds = ({ notices }: { notices: readonly { kind: string }[] }): string[] => notices.map(({ kind }) => kind);

it('what was made once is found again', async () => {
  const first = await keepCertificates(dir, 'a.local', NOW);
  const second = await keepCertificates(dir, 'a.local', NOW);
  expect(kinds(first)).toEqual(['new-authority']);
  expect(second).toEqual({ ...first, notices: [] });
});

it.skipIf(process.platform === 'win32')('keys can be read by their owner only', async () => {
  await keepCertificates(dir, 'a.local', NOW);
  for (const name of ['ca.key', 'site.key']) expect((await stat(join(dir, name))).mode & 0o777).toBe(0o600);
  expect((await stat(dir)).mode & 0o777).toBe(0o700);
  expect((await readdir(dir)).filter((name) => name.endsWith('.new'))).toEqual([]);
});

it('a renewed site keeps the authority that the devices trust', async () => {
  const first = await keepCertificates(dir, 'a.local', NOW);
  const second = await keepCertificates(dir, 'a.local', later(380));
  expect(kinds(second)).toEqual(['renewed']);
  expect(second.authority).toEqual(first.authority);
  expect(second.site).not.toEqual(first.site);
  expect(kinds(await keepCertificates(dir, 'a.local', later(380)))).toEqual([]);
});

it('a lost or damaged site is made again under the same authority', async () => {
  const first = await keepCertificates(dir, 'a.local', NOW);
  await writeFile(join(dir, 'site.key'), 'half a ke');
  expect((await keepCertificates(dir, 'a.local', NOW)).authority).toEqual(first.authority);
  await rm(join(dir, 'site.crt'));
  expect((await keepCertificates(dir, 'a.local', NOW)).authority).toEqual(first.authority);
});

it('a damaged authority is kept aside and named', async () => {
  await keepCertificates(dir, 'a.local', NOW);
  await writeFile(join(dir, 'ca.crt'), 'damaged');
  const next = await keepCertificates(dir, 'a.local', NOW);
  expect(kinds(next)).toEqual(['damaged-aside', 'new-authority']);
  const aside = next.notices.find((notice) => notice.kind === 'damaged-aside');
  expect(await readFile(aside?.path ?? '', 'utf8')).toBe('damaged');
  expect(kinds(await keepCertificates(dir, 'a.local', NOW))).toEqual([]);
});

it('an authority without its key is damage too', async () => {
  await keepCertificates(dir, 'a.local', NOW);
  await rm(join(dir, 'ca.key'));
  expect(kinds(await keepCertificates(dir, 'a.local', NOW))).toEqual(['damaged-aside', 'new-authority']);
});

it('another name gets another authority, the old one is kept', async () => {
  await keepCertificates(dir, 'a.local', NOW);
  expect(kinds(await keepCertificates(dir, 'b.local', NOW))).toEqual(['new-authority']);
  expect((await readdir(dir)).filter((name) => /^ca-.*\.(?:crt|key)$/.test(name))).toHaveLength(2);
});

it('a clock set back changes no file', async () => {
  const first = await keepCertificates(dir, 'a.local', NOW);
  expect(await keepCertificates(dir, 'a.local', later(-400))).toEqual({
    ...first,
    notices: [{ kind: 'clock-behind' }],
  });
});

it('a folder that cannot be written is said', async () => {
  await writeFile(dir, 'a file where the folder should be');
  await expect(keepCertificates(dir, 'a.local', NOW)).rejects.toMatchObject({ code: 'EEXIST' });
});

it('the name outlives a renamed computer and gives way to a given one', async () => {
  expect(await keepHost(dir, undefined, 'PC-1')).toEqual({ host: 'pc-1.local' });
  expect(await keepHost(dir, undefined, 'PC-2')).toEqual({ host: 'pc-1.local' });
  expect(await keepHost(dir, 'lz.local', 'PC-2')).toEqual({ host: 'lz.local', before: 'pc-1.local' });
  expect(await keepHost(dir, undefined, 'PC-2')).toEqual({ host: 'lz.local' });
});

it('a kept name that is none is replaced', async () => {
  await keepHost(dir, undefined, 'PC-1');
  await writeFile(join(dir, 'host'), '10.0.0.1\n');
  expect(await keepHost(dir, undefined, 'PC-1')).toEqual({ host: 'pc-1.local' });
});
