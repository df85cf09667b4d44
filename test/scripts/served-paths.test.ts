import { expect, it } from 'vitest';
import { precacheEntry } from '../../scripts/vite-service-worker.ts';
import { isAppPath } from '../../src/base/app-path.ts';

it.each(['/', '/index.html', '/recordings', '/recordings/x.y/edit', '/luzheng'])('%s is a screen', (path) => {
  expect(isAppPath(path)).toBe(true);
});

it.each(['/sw.js', '/assets/a-b', '/luzheng/health', '/favicon.ico', '/recordings/x.pdf'])('%s is none', (path) => {
  expect(isAppPath(path)).toBe(false);
});

it('what carries a digest in its name needs no revision, all else gets one of its content', () => {
  const bytes = new TextEncoder().encode('x');
  expect(precacheEntry('assets/main-aB3_-9xz.js', bytes)).toEqual({ url: '/assets/main-aB3_-9xz.js', revision: null });
  for (const path of ['index.html', 'icons/icon-192.png', 'other/main-aB3_-9xz.js', 'assets/plain.js'])
    expect(precacheEntry(path, bytes)).toEqual({ url: `/${path}`, revision: '2d711642b726b044' });
  expect(precacheEntry('index.html', new Uint8Array()).revision).not.toBe('2d711642b726b044');
});
