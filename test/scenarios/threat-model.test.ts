import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Titles of tests that run: not of those that are left out, and not words somewhere in the text. */
const titlesIn = (source: string): readonly string[] =>
  [...source.matchAll(/^ *(?:test|it)(?:\.each\([\s\S]*?\))?\(\s*'((?:[^'\\]|\\.)*)'/gm)].map(
    ([, title]) => title ?? '',
  );

test('each line of the threat model names one test that runs, of its own', () => {
  const rows = readFileSync(`${ROOT}docs/threat-model.md`, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('| against') && !line.startsWith('|---'));
  const cells = rows.map((line) => line.split('|').map((cell) => cell.trim()));
  expect(cells.filter(({ length }) => length !== 5)).toEqual([]);
  const named = cells.map((row) => row[3] ?? '');
  const tests = readdirSync(`${ROOT}test/scenarios`).filter((name) => name.endsWith('.test.ts'));
  const titles = tests.flatMap((name) => titlesIn(readFileSync(`${ROOT}test/scenarios/${name}`, 'utf8')));
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((name) => titles.filter((title) => title === name).length !== 1)).toEqual([]);
  expect(named.filter((name, at) => named.indexOf(name) !== at)).toEqual([]);
});
