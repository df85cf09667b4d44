import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ROOMS = ['src/adapters/camera', 'src/adapters/hashing/pipeline', 'src/domain', 'test/browser'];
const IS_TEST = /\.(?:test|spec)\.ts$/;

const testsOf = (room: string): readonly string[] =>
  readdirSync(`${ROOT}${room}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => IS_TEST.test(name))
    .map((name) => readFileSync(`${ROOT}${room}/${name}`, 'utf8'));

test('every test the list of camera traps names is there', () => {
  const rows = readFileSync(`${ROOT}docs/cameras.md`, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| trap'));
  const named = rows.map((line) => line.split('|').at(-2)?.trim() ?? '');
  const sources = ROOMS.flatMap(testsOf);
  expect(named.length).toBeGreaterThan(55);
  expect(named.filter((name) => name === '' || !sources.some((text) => text.includes(`'${name}'`)))).toEqual([]);
});
