import { Fault, isFault } from '../../base/fault.ts';
import type { Control } from '../../base/job.ts';
import { toSha256, toSm3, toTreeSha256 } from '../../domain/digest.ts';
import {
  COPY_ENDINGS,
  type CopiedFootage,
  type CopyTarget,
  type Digester,
  type ExpectedSource,
  type SafeFootage,
  SMALL_COPY_BYTES,
} from '../../domain/ports/digester.ts';
import type { OpenedFootage } from '../../domain/ports/footage-source.ts';
import { StateRefused } from './pipeline/answered.ts';
import { COPY_PLAN, DIGEST_PLAN } from './pipeline/copy-plan.ts';
import { findCheckpoint, findSealed, forget, seal } from './pipeline/kept-copy.ts';
import { findFile } from './pipeline/private-file.ts';
import type { CopyDone } from './pipeline/protocol.ts';
import { type CopyJob, type RingWorkers, runRing } from './pipeline/ring-client.ts';
import { makeSmallCopies } from './pipeline/small-copies.ts';
import { makeTurns } from './pipeline/turns.ts';

const IDLE_MS = 20_000;
/** Progress of a copy whose whole-file digests come in a second pass: the first is reported, the second is not. */
const silently = (control: Control<number>): Control<number> => ({ ...control, report: () => undefined });

type Copying = readonly [OpenedFootage, CopyTarget, ExpectedSource, Control<number>];

const makeCopyWorker = (): Worker =>
  new Worker(new URL('./pipeline/copy.worker.ts', import.meta.url), { type: 'module' });
const makeWorkers = (): RingWorkers => ({
  copy: makeCopyWorker(),
  sha256: new Worker(new URL('./pipeline/digest.worker.ts', import.meta.url), { type: 'module' }),
  sm3: new Worker(new URL('./pipeline/digest.worker.ts', import.meta.url), { type: 'module' }),
});

const isSmall = (sizeBytes: number): boolean => sizeBytes < SMALL_COPY_BYTES;
const isSmallCopy = ([opened, , { sizeBytes }]: Copying): boolean =>
  isSmall(sizeBytes) && !(opened.kind === 'stream' && opened.sizeBytes === null);

/** Workers are made on demand, let go when idle, and ended after a stop or a fault: chunks may still travel between them. */
export function makeFootageHasher(): Digester {
  let workers: RingWorkers | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;
  const drop = () => {
    for (const worker of workers === null ? [] : [workers.copy, workers.sha256, workers.sm3]) worker.terminate();
    workers = null;
  };
  const turns = makeTurns(() => {
    clearTimeout(idle);
    idle = setTimeout(drop, IDLE_MS);
  });
  const inTurn = <T>(control: Control<number>, act: () => Promise<T>): Promise<T> =>
    turns.take(control.signal, () => {
      clearTimeout(idle);
      return act();
    });
  const run = async (task: CopyJob, control: Control<number>): Promise<CopyDone> => {
    workers ??= makeWorkers();
    try {
      return await runRing(workers, task, control);
    } catch (error) {
      drop();
      throw error;
    }
  };
  const runOneSmall = makeSmallCopies(makeCopyWorker, IDLE_MS);
  return {
    copy: async (...copying) =>
      isSmallCopy(copying)
        ? toCopied(await copySmall(runOneSmall, copying))
        : inTurn(copying[3], async () => toCopied(await copyWhole(run, copying))),
    copySafely: (...copying) => inTurn(copying[3], () => copyPass(run, 'tree', copying)),
    complete: (target, control) => inTurn(control, async () => toCopied(await completeCopy(run, target, control))),
    treeOf: async (blob, control) => {
      const done = isSmall(blob.size)
        ? await digest(runOneSmall, blob, control)
        : await inTurn(control, () => digest(run, blob, control));
      return toTreeSha256(done.treeSha256);
    },
  };
}

type Run = (task: CopyJob, control: Control<number>) => Promise<CopyDone>;
type Passed = SafeFootage & Pick<CopyDone, 'whole'>;

/** No notes of an earlier try are looked for, and none is left: copying anew costs less than that. */
async function copySmall(run: Run, [opened, target, expected, control]: Copying): Promise<Passed> {
  try {
    const source = sourceOf(opened, 0, control.signal);
    const rest = { openEnded: false, writes: true, resume: null, known: null, plan: COPY_PLAN } as const;
    const done = await run({ ...rest, source, target, expected, wants: 'all' }, control);
    await confirm(opened);
    await seal(target);
    control.report(done.sizeBytes);
    return toPassed(done, 0);
  } catch (error) {
    throw await diagnosed(error, opened, target);
  }
}

const digest = (run: Run, blob: Blob, control: Control<number>): Promise<CopyDone> =>
  run(
    {
      source: { kind: 'blob', blob },
      openEnded: false,
      target: null,
      writes: false,
      expected: { sizeBytes: blob.size, modifiedAt: null },
      wants: 'tree',
      resume: null,
      known: null,
      plan: DIGEST_PLAN,
    },
    control,
  );

/** One pass; or two, where an earlier try made the tree only and its part is to be gone on from. */
async function copyWhole(run: Run, copying: Copying): Promise<Passed> {
  const [, target, , control] = copying;
  const passed = await copyPass(run, 'all', copying);
  if (passed.whole !== null) return passed;
  return { ...(await completeCopy(run, target, silently(control))), resumedBytes: passed.resumedBytes };
}

async function copyPass(run: Run, wants: CopyJob['wants'], copying: Copying): Promise<Passed> {
  const [opened, target, expected, control] = copying;
  const sealed = await findSealed(target, expected);
  if (sealed !== null) return toPassed(sealed, sealed.sizeBytes);
  const resume = await findCheckpoint(target, opened, expected, control.signal);
  const offset = (resume?.chunks ?? 0) * COPY_PLAN.chunkBytes;
  const task: CopyJob = {
    source: sourceOf(opened, offset, control.signal),
    openEnded: opened.kind === 'stream' && opened.sizeBytes === null,
    target,
    writes: true,
    expected,
    wants: resume !== null && resume.states === null ? 'tree' : wants,
    resume,
    known: null,
    plan: COPY_PLAN,
  };
  try {
    const done = await run(task, control);
    await confirm(opened);
    await seal(target);
    await forget(target, COPY_ENDINGS.checkpoint);
    control.report(done.sizeBytes);
    return toPassed(done, offset);
  } catch (error) {
    if (!(error instanceof StateRefused)) throw await diagnosed(error, opened, target);
    await forget(target, COPY_ENDINGS.checkpoint);
    return copyPass(run, wants, copying);
  }
}

function sourceOf(opened: OpenedFootage, offset: number, signal: AbortSignal): CopyJob['source'] {
  if (opened.kind === 'blob') return { kind: 'blob', blob: opened.blob };
  if (opened.port !== undefined) return { kind: 'port', port: opened.port(offset) };
  return { kind: 'stream', stream: opened.from(offset, signal) };
}

/** Throws if the source has changed. If it is gone by now, its bytes are all here: they are kept. */
async function confirm(opened: OpenedFootage): Promise<void> {
  if (opened.kind !== 'blob') return;
  await opened.confirm?.().catch((error: unknown) => {
    if (isFault(error) && error.code === 'item-changed') throw error;
  });
}

/** The platform says only "not readable": looking at the source again tells why. What has changed begins anew next time. */
async function diagnosed(error: unknown, opened: OpenedFootage, target: CopyTarget): Promise<unknown> {
  let found = error;
  if (isFault(error) && error.code === 'source-unreadable' && opened.kind === 'blob') {
    await opened.confirm?.().catch((reason: unknown) => {
      if (isFault(reason)) found = reason;
    });
  }
  if (isFault(found) && found.code === 'item-changed') {
    await forget(target, COPY_ENDINGS.checkpoint);
    await forget(target, COPY_ENDINGS.digests);
  }
  return found;
}

async function completeCopy(run: Run, target: CopyTarget, control: Control<number>): Promise<Passed> {
  const sealed = await findSealed(target, null);
  const blob = sealed && (await findFile(target.directory, target.name));
  if (sealed === null || blob === null) throw new Fault('buffer-failed', { error: 'NotFoundError' });
  if (sealed.whole !== null) return toPassed(sealed, sealed.sizeBytes);
  const { sizeBytes, modifiedAt, leaves } = sealed;
  const done = await run(
    {
      source: { kind: 'blob', blob },
      openEnded: false,
      target,
      writes: false,
      expected: { sizeBytes, modifiedAt },
      wants: 'all',
      resume: null,
      known: leaves,
      plan: DIGEST_PLAN,
    },
    control,
  );
  control.report(done.sizeBytes);
  return toPassed(done, 0);
}

const toPassed = ({ sizeBytes, treeSha256, leaves, whole }: CopyDone, resumedBytes: number): Passed => ({
  sizeBytes,
  treeSha256: toTreeSha256(treeSha256),
  leaves: leaves.map(toSha256),
  resumedBytes,
  whole,
});

function toCopied({ whole, ...safe }: Passed): CopiedFootage {
  if (whole === null) throw new Error('a copy without its whole-file digests');
  return { ...safe, digests: { ...toWhole(whole), treeSha256: safe.treeSha256 } };
}

const toWhole = ({ sha256, sm3 }: NonNullable<CopyDone['whole']>) => ({ sha256: toSha256(sha256), sm3: toSm3(sm3) });
