import { runTool } from './run.mjs';

/** Format and lint, then the four worlds the code runs in: page, workers, Node, tests. */
const CHECKS = [
  { name: 'format and lint', tool: ['@biomejs/biome', 'biome'], args: ['check', '--error-on-warnings', '.'] },
  { name: 'types of the page', tool: ['typescript', 'tsc'], args: ['-p', 'tsconfig.json'] },
  { name: 'types of the workers', tool: ['typescript', 'tsc'], args: ['-p', 'sw/tsconfig.json'] },
  { name: 'types of the hub', tool: ['typescript', 'tsc'], args: ['-p', 'src/hub/tsconfig.json'] },
  { name: 'types of tests and scripts', tool: ['typescript', 'tsc'], args: ['-p', 'test/tsconfig.json'] },
];

/**
 * Runs every check, also after one has failed.
 * @returns {Promise<string[]>} names of those that failed
 */
export async function runChecks() {
  const failed = [];
  for (const { name, tool, args } of CHECKS) {
    const [library = '', bin = ''] = tool;
    const code = await runTool(library, bin, args);
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}`);
    if (code !== 0) failed.push(name);
  }
  return failed;
}
