import fc from 'fast-check';

/**
 * `npm run soak` runs the same properties for a long time: each until its count or its time is up, with seeds of that
 * run (fast-check prints the seed of a failure). A property that names its own `numRuns` keeps it.
 */
if (process.env.SOAK === '1') {
  const seconds = Number(process.env.SOAK_SECONDS ?? 60);
  fc.configureGlobal({ numRuns: 1_000_000, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false });
}
