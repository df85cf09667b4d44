import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import rules from './book-mutants.json' with { type: 'json' };
import attacks from './sync-mutants.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');

/** The run itself (`run-mutants.mjs`) takes minutes; here, that each rule still stands where it is taken out, and its test is there. */
test.each([...rules, ...attacks])(
  '$rule: the rule is found once, and its test by its name',
  ({ file, find, put, test: path, name }) => {
    expect(read(file).split(find)).toHaveLength(2);
    expect(put).not.toBe(find);
    expect(read(path)).toContain(name);
  },
);
