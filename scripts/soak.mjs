import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureInstalled } from './lib/installed.mjs';
import { ROOT } from './lib/places.mjs';
import { runTool } from './lib/run.mjs';

/** Test files that hold properties, and all of test/soak. */
async function soakFiles() {
  const found = [];
  for (const folder of ['src', 'test']) {
    for (const entry of await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || !/\.test\.tsx?$/.test(entry.name)) continue;
      const isProperty = (await readFile(path, 'utf8')).includes("'fast-check'");
      if (isProperty || path.startsWith(join(ROOT, 'test/soak'))) found.push(path);
    }
  }
  return found;
}

// `npm run soak -- NAME…` keeps to files whose path contains a name; SOAK_SECONDS is the time for each property.
if (await ensureInstalled()) {
  const names = process.argv.slice(2);
  const files = (await soakFiles()).filter((path) => names.length === 0 || names.some((name) => path.includes(name)));
  process.exitCode = await runTool('vitest', 'vitest', ['run', ...files], { env: { SOAK: '1' } });
} else {
  process.exitCode = 1;
}
