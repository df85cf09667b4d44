import { createSignal, onCleanup } from 'solid-js';
import type { Control, Progress } from '../base/job.ts';
import { done, refused } from '../base/outcome.ts';
import { makeQueue } from '../base/queue.ts';
import { type CameraAtHand, isSameCamera } from '../domain/camera.ts';
import type { BatchId } from '../domain/ids.ts';
import type { IntakeItem, IntakeSession } from '../domain/ports/local-state.ts';
import type { SpillRecord } from '../domain/spill-record.ts';
import type { ChosenSource, FootageDesk } from '../ui/live/footage-desk.ts';
import type { JobBoard, RunningJob } from '../ui/live/jobs.ts';
import type { Desk } from '../usecases/desk.ts';
import { giveUpRest } from '../usecases/plan-intake.ts';
import { type TakeInPorts, type TakenIn, takeIn } from '../usecases/take-in.ts';
import type { FootageAdapters } from './footage-adapters.ts';

/** Sessions of intake as they go, and their jobs; read anew from this station's own tables at the start. */
function createSessions(desk: Desk) {
  const [sessions, setSessions] = createSignal<readonly IntakeSession[]>([]);
  void desk.local
    .intakes()
    .then((kept) => setSessions((now) => [...now, ...kept.filter((k) => !now.some((n) => n.batch === k.batch))]));
  // What an order deleted from the tables (误录) is not kept on the screen either.
  const forget = (spills: readonly SpillRecord[]) => {
    const gone = new Set(spills.flatMap(({ recordings }) => recordings));
    const isKept = ({ state }: IntakeItem) => state.kind !== 'recorded' || !gone.has(state.recording);
    if (gone.size === 0 || sessions().every(({ items }) => items.every(isKept))) return;
    const left = sessions().map((one) => ({ ...one, items: one.items.filter(isKept) }));
    setSessions(left.filter(({ items }) => items.length > 0));
  };
  onCleanup(
    desk.records.watch(
      (model) => model.all('spill'),
      forget,
      () => undefined,
    ),
  );
  return {
    sessions,
    of: (batch: BatchId): IntakeSession | undefined => sessions().find((one) => one.batch === batch),
    put: (session: IntakeSession) =>
      setSessions((all) => [session, ...all.filter((one) => one.batch !== session.batch)]),
    drop: (batch: BatchId) => setSessions((all) => all.filter((one) => one.batch !== batch)),
    putItems: (batch: BatchId, changed: ReadonlyMap<string, IntakeItem>) =>
      setSessions((all) =>
        all.map((one) =>
          one.batch === batch ? { ...one, items: one.items.map((old) => changed.get(old.key) ?? old) } : one,
        ),
      ),
  };
}

type Sessions = ReturnType<typeof createSessions>;

/** A list of thousands need not be drawn anew for each small file. */
const SHOW_EVERY_MS = 250;

/** Collects items that change, and shows them together. `now`: shows the rest at once. */
function makeShowing(show: (changed: ReadonlyMap<string, IntakeItem>) => void) {
  const changed = new Map<string, IntakeItem>();
  let later: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    clearTimeout(later);
    later = undefined;
    if (changed.size === 0) return;
    show(new Map(changed));
    changed.clear();
  };
  return {
    now,
    soon: (items: readonly IntakeItem[]) => {
      for (const item of items) changed.set(item.key, item);
      later ??= setTimeout(now, SHOW_EVERY_MS);
    },
  };
}
type IntakeJob = RunningJob<TakenIn, never>;

/**
 * Jobs by batch; a signal tells screens that one was started or ended. Cards and cameras queue: two at once would only share the
 * disk, and the first card would be free later.
 */
function createJobs(
  desk: Desk,
  ports: TakeInPorts,
  board: JobBoard,
  sessions: Sessions,
  tell: { readonly onEnd: (begunAtMs: number) => void; readonly onItems: (session: IntakeSession) => void },
) {
  const jobs = new Map<BatchId, IntakeJob>();
  const inTurn = makeQueue();
  const [version, setVersion] = createSignal(0);

  async function finish(batch: BatchId): Promise<void> {
    await desk.local.removeIntake(batch);
    jobs.delete(batch);
    sessions.drop(batch);
  }

  function start(session: IntakeSession, source: ChosenSource): void {
    sessions.put(session);
    const about = { id: session.batch, kind: 'intake', href: `/intake/${session.batch}` } as const;
    const showing = makeShowing((changed) => {
      sessions.putItems(session.batch, changed);
      const now = sessions.of(session.batch);
      if (now !== undefined) tell.onItems(now);
    });
    // Later than any end: one stopped while it waits was never interrupted.
    let begunAt = Number.POSITIVE_INFINITY;
    const take = async (control: Control<Progress>) => {
      begunAt = Date.now();
      const watch = { ...control, onItems: showing.soon };
      const taken = await takeIn(desk, ports, session, source.source, watch).finally(showing.now);
      if (taken.failed.length === 0) await finish(session.batch);
      return done(taken);
    };
    const job = board.start<TakenIn, never>(about, (control) => inTurn(control.signal, () => take(control)));
    void job.ended.then(() => tell.onEnd(begunAt));
    jobs.set(session.batch, job);
    setVersion((n) => n + 1);
  }

  const job = (batch: BatchId): IntakeJob | null => {
    version();
    return jobs.get(batch) ?? null;
  };
  return { start, finish, job };
}

/** A camera put back at once is there again before its intake has noticed that it was gone. */
const NOTICED_LATE_MS = 3_000;

export function followIntakes(
  desk: Desk,
  ports: TakeInPorts,
  adapters: FootageAdapters,
  board: JobBoard,
  onItems: (session: IntakeSession) => void,
) {
  const sessions = createSessions(desk);
  const onEnd = (begunAt: number) => {
    const hasRunAWhile = Date.now() - begunAt > NOTICED_LATE_MS;
    if (hasRunAWhile) void adapters.cameras.granted().then(goOn, () => undefined);
  };
  const jobs = createJobs(desk, ports, board, sessions, { onEnd, onItems });

  const resume: FootageDesk['resume'] = async (batch, again) => {
    const session = sessions.of(batch);
    if (session === undefined) return done(null);
    const remembered = session.sourceHandle;
    const chosen = again ?? rememberedSource(adapters, session);
    if (chosen === null) return refused({ code: 'source-needed' });
    if (again === null && remembered !== null && !(await adapters.askPermission(remembered, 'read'))) {
      return refused({ code: 'source-permission-lost' });
    }
    if (again !== null && !(await holdsAny(again, session))) return refused({ code: 'other-source' });
    const kept = { ...session, sourceHandle: chosen.handle, sourceCamera: chosen.camera ?? null };
    await desk.local.putIntake(kept);
    jobs.start(kept, chosen);
    return done(null);
  };

  async function abandon(batch: BatchId): Promise<void> {
    jobs.job(batch)?.stop();
    await jobs.job(batch)?.ended;
    const session = sessions.of(batch);
    if (session !== undefined) await giveUpRest(desk, session);
    for (const item of session?.items ?? []) {
      if (item.state.kind !== 'recorded') await ports.buffer.purge({ batch, key: item.key });
    }
    await jobs.finish(batch);
  }

  const goingOn = new Set<BatchId>();

  /** A camera that was pulled out is back: what waits for it goes on by itself. */
  function goOn(cameras: readonly CameraAtHand[]): void {
    for (const session of sessions.sessions()) {
      const { batch, sourceCamera } = session;
      const job = jobs.job(batch)?.job();
      const isWaiting = job?.kind === 'failed' && job.code === 'camera-gone' && !goingOn.has(batch);
      const isBack = cameras.some(({ key }) => sourceCamera && isSameCamera(key, sourceCamera.key));
      if (!isWaiting || !isBack) continue;
      goingOn.add(batch);
      const settle = () => goingOn.delete(batch);
      void resume(batch, looksLikeAnother(session) ? rememberedSource(adapters, session) : null).then(settle, settle);
    }
  }

  return { sessions: sessions.sessions, start: jobs.start, goOn, job: jobs.job, resume, abandon };
}

/** The source of before, found without asking anybody; null where a person must choose it again. */
function rememberedSource(adapters: FootageAdapters, session: IntakeSession): ChosenSource | null {
  const { sourceHandle: handle, sourceCamera: camera = null } = session;
  if (handle !== null) return { source: adapters.reopen(handle), handle };
  return camera === null ? null : { source: adapters.cameras.source(camera), handle: null, camera };
}

/** Any camera of the make answers to a key without a serial number: it must hold what is waited for. */
const looksLikeAnother = ({ sourceCamera }: IntakeSession): boolean => sourceCamera?.key.serial === null;

/** The card that was put back is the same one if it still holds a file that is waiting. */
async function holdsAny(source: ChosenSource, session: IntakeSession): Promise<boolean> {
  const waiting = new Set(
    session.items.filter((item) => item.state.kind !== 'recorded').map((item) => `${item.path}\n${item.sizeBytes}`),
  );
  const listed = await source.source.list({ signal: new AbortController().signal, report: () => undefined });
  return listed.some((item) => waiting.has(`${item.path}\n${item.sizeBytes}`));
}
