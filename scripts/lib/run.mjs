import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './places.mjs';

/**
 * Runs a program to its end with this terminal; `aside` keeps what it says off our own output.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, aside?: boolean, shell?: boolean }} [options]
 * @returns {Promise<number>} its exit code; 127 when it cannot be started, 1 when a signal ended it
 */
export function run(program, args, { env = {}, aside = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      shell,
      stdio: ['inherit', aside ? 2 : 'inherit', 'inherit'],
    });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs what an installed package calls `bin`, without the shell scripts that differ between systems.
 * @param {string} name of the package
 * @param {string} bin
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, aside?: boolean }} [options]
 */
export function runTool(name, bin, args, options) {
  const manifest = join(ROOT, 'node_modules', name, 'package.json');
  const bins = JSON.parse(readFileSync(manifest, 'utf8')).bin;
  const script = join(dirname(manifest), typeof bins === 'string' ? bins : bins[bin]);
  return run(process.execPath, [script, ...args], options);
}

/**
 * Runs npm. On Windows npm is a script of the shell, which Node starts only on request.
 * @param {readonly string[]} args
 */
export function runNpm(args) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args], { aside: true });
  return run('npm', args, { aside: true, shell: process.platform === 'win32' });
}
