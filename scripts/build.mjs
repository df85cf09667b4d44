import { buildAll } from './lib/built.mjs';
import { ensureInstalled } from './lib/installed.mjs';

if (!(await ensureInstalled()) || !(await buildAll())) process.exitCode = 1;
