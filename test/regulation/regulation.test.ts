import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Code } from '../../src/regulation/finding.ts';
import { CODES, RULES } from '../../src/regulation/rules.ts';
import { makeBench } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The flag codes of requirements.md §1.2 (Arts. 1 to 11 and 13) and §1.4, by how many each has. */
const ARTICLE_FLAGS = { 1: 1, 2: 2, 4: 2, 5: 4, 6: 2, 7: 3, 8: 3, 9: 3, 10: 2, 11: 6, 13: 4 };
const MATTER_FLAGS = [2, 2, 2, 2, 1, 1, 2, 1, 2, 2, 1, 2];

const two = (n: number): string => String(n).padStart(2, '0');
const numbered = (letter: string, number: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${letter}${two(number)}-${i + 1}`);

describe('the table of rules', () => {
  it('has every code and no other', () => {
    const articles = Object.entries(ARTICLE_FLAGS).flatMap(([article, count]) => numbered('A', Number(article), count));
    const matters = MATTER_FLAGS.flatMap((count, i) => numbered('C', i + 1, count));
    expect(CODES).toEqual([...articles, ...matters]);
  });

  it.each(CODES)('%s stands under its own code and article, and its suspicions are never breaches', (code) => {
    const rule = RULES[code];
    expect(rule.code).toBe(code);
    if (code.startsWith('A')) expect(rule.article).toBe(Number(code.slice(1, 3)));
    else expect(rule.matter).toBe(Number(code.slice(1, 3)));
    if (rule.grades.includes('suspected')) expect(rule.grades).toEqual(['suspected']);
  });

  it('what is only suspected is A04-1, A05-4, A11-4 to A11-6 and A13-3', () => {
    const suspicions: readonly Code[] = ['A04-1', 'A05-4', 'A11-4', 'A11-5', 'A11-6', 'A13-3'];
    expect(CODES.filter((code) => RULES[code].grades.includes('suspected'))).toEqual(suspicions);
  });
});

describe('the tests of the regulation', () => {
  it.each(SCENARIOS)('$name', ({ run }) => run(makeBench()));

  it('leave no code out', () => {
    const raised = new Set(SCENARIOS.flatMap(({ raises }) => raises));
    expect(CODES.filter((code) => !raised.has(code))).toEqual([]);
  });
});

/** The ids of requirements.md that have to do with this regulation at work; those of Arts. 12 and 14 to 22 come with the vault. */
const IDS: readonly string[] = [
  ...lettered('T-00', 'c'),
  ...['T-01', 'T-02', 'T-03', 'T-04'],
  ...lettered('T-05', 'd'),
  ...['T-06', 'T-07', 'T-08'],
  ...lettered('T-09', 'd'),
  'T-10',
  ...lettered('T-11', 'd'),
  ...lettered('T-13', 'c'),
  'T-23',
  ...Array.from({ length: 12 }, (_, i) => `T-C${two(i + 1)}`),
];

function lettered(base: string, last: string): readonly string[] {
  return [...'abcd'].filter((letter) => letter <= last).map((letter) => `${base}${letter}`);
}

/** Every id that stands at the beginning of a test's name, here and beside the code. */
async function namedTests(): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const folder of ['src', 'test'])
    for (const path of await readdir(join(ROOT, folder), { recursive: true })) {
      if (!/\.test\.ts$|^regulation\/.*\.ts$/.test(path)) continue;
      const text = await readFile(join(ROOT, folder, path), 'utf8');
      // A name of a test, of a group of tests, or of one of the scenarios.
      for (const [, id] of text.matchAll(/(?:\b(?:it|test|describe)\(|\bname: )['"`](T-C?\d\d[a-d]?): /g))
        if (id !== undefined) found.add(id);
    }
  return found;
}

it('each id of the requirements names a test', async () => {
  const named = await namedTests();
  expect(IDS).toHaveLength(39);
  expect(IDS.filter((id) => !named.has(id))).toEqual([]);
});
