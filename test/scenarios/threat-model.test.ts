import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

test('every test the threat model names is there', () => {
  const rows = readFileSync(`${ROOT}docs/threat-model.md`, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| against'));
  const named = rows.map((line) => line.split('|').at(-2)?.trim() ?? '');
  const tests = readdirSync(`${ROOT}test/scenarios`).filter(
    (name) => name.endsWith('.test.ts') && name !== 'threat-model.test.ts',
  );
  const sources = tests.map((name) => readFileSync(`${ROOT}test/scenarios/${name}`, 'utf8'));
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((name) => name === '' || !sources.some((text) => text.includes(`'${name}'`)))).toEqual([]);
});
