// node test/footage/run.mjs DIR            makes the test card below DIR, with ffmpeg if there is one
// node test/footage/run.mjs --vectors      makes test/vectors/media anew (needs ffmpeg and ffprobe)
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const load = async (/** @type {string} */ path) =>
  (await runnerImport(here(path), { configFile: false, logLevel: 'error' })).module;

const [target] = process.argv.slice(2);
if (target === undefined) {
  console.error('usage: node test/footage/run.mjs DIR | --vectors');
  process.exit(2);
}

async function make() {
  if (target === '--vectors') return (await load('./manifest.ts')).makeVectors(here('../vectors/media'));
  const footage = await load('./make.ts');
  return (await footage.hasFfmpeg()) ? footage.makeFootage(target) : footage.copyVectors(target);
}

for (const file of await make()) console.log(`${file.sha256}  ${file.sizeBytes}\t${file.path}`);
