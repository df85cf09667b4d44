import { runChecks } from './lib/checks.mjs';
import { ensureInstalled } from './lib/installed.mjs';
import { runTool } from './lib/run.mjs';

if (await ensureInstalled()) {
  const failed = await runChecks();
  const plan = await runTool('vitest', 'vitest', ['run', 'test/floor-plan']);
  if (failed.length > 0 || plan !== 0) process.exitCode = 1;
} else {
  process.exitCode = 1;
}
