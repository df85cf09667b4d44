import { describe, it } from 'vitest';
import { makeMemoryBuffer } from '../doubles/footage.ts';
import { FOOTAGE_BUFFER_CHECKS } from './footage-buffer-suite.ts';

/** The buffer of the browser passes the same checks in `test/browser/vault.spec.ts`. */
describe('the footage buffer in memory', () => {
  for (const { states, check } of FOOTAGE_BUFFER_CHECKS) it(states, () => check(makeMemoryBuffer().buffer));
});
