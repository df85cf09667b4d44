import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// node test/soak/run-mutants.mjs book|sync [word]: takes each rule of the book, or each check that stops an attack, out in turn, in a
// copy, and runs the test that names it.
// A rule whose test still passes without it is no rule that is tested.
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const [list = 'book', word = ''] = process.argv.slice(2);
/** @type {readonly { rule: string, file: string, find: string, put: string, test: string, name: string }[]} */
const all = JSON.parse(readFileSync(join(ROOT, `test/soak/${list}-mutants.json`), 'utf8'));
const mutants = all.filter(({ rule }) => rule.includes(word));

const copy = mkdtempSync(join(tmpdir(), 'luzheng-mutants-'));
for (const name of ['src', 'sw', 'test', 'scripts', 'docs', 'package.json', 'tsconfig.json', 'vitest.config.ts'])
  cpSync(join(ROOT, name), join(copy, name), { recursive: true });
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));

/** @param {string} path @param {string} name */
const passes = (path, name) => {
  const args = ['node_modules/vitest/vitest.mjs', 'run', path, '-t', name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')];
  return spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' }).status === 0;
};

const survived = [];
try {
  for (const { rule, file, find, put, test, name } of mutants) {
    const path = join(copy, file);
    const sound = readFileSync(path, 'utf8');
    writeFileSync(path, sound.replace(find, put));
    const lives = passes(test, name);
    writeFileSync(path, sound);
    // Without the change the test must pass, or its failing says nothing.
    const means = lives || passes(test, name);
    if (lives || !means) survived.push(rule);
    console.log(`${lives ? 'SURVIVED' : means ? 'killed' : 'FAILS ANYWAY'}  ${rule}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${mutants.length - survived.length} of ${mutants.length} rules have a test that fails without them`);
if (survived.length > 0) process.exitCode = 1;
