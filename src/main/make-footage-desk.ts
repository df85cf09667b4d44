import { createSignal, onCleanup } from 'solid-js';
import { done, type Outcome, refused } from '../base/outcome.ts';
import type { BatchId, MediumId } from '../domain/ids.ts';
import { formatRecordingNumber } from '../domain/numbering.ts';
import type { IntakeItem, IntakeSession } from '../domain/ports/local-state.ts';
import type { RecordingRecord } from '../domain/records.ts';
import type { ChosenSource, FootageDesk, MediumState, StorageSafety } from '../ui/live/footage-desk.ts';
import type { JobBoard, RunningJob } from '../ui/live/jobs.ts';
import type { SeatedPerson } from '../ui/live/office.ts';
import { checkCopies } from '../usecases/check-copies.ts';
import type { Desk } from '../usecases/desk.ts';
import { exportBook } from '../usecases/export-book.ts';
import type { FootagePorts, MediumRefusal, MediumStore } from '../usecases/footage-ports.ts';
import { openIntake, planIntake } from '../usecases/plan-intake.ts';
import { storeFootage } from '../usecases/store-footage.ts';
import { type TakenIn, takeIn } from '../usecases/take-in.ts';
import { type FootageAdapters, mediumStateOf } from './footage-adapters.ts';
import { verifier } from './open-desk.ts';
import { pathOnMedium } from './path-on-medium.ts';

/** Acts on footage as screens ask for them: use cases as jobs, sessions followed file by file, media as they stand. */
export function makeFootageDesk(
  desk: Desk,
  adapters: FootageAdapters,
  board: JobBoard,
  seat: () => SeatedPerson | null,
): FootageDesk {
  const media = followMedia(desk, adapters);
  const ports: FootagePorts = { buffer: adapters.buffer, probe: adapters.probe, media: { connect: media.connect } };
  const intakes = followIntakes(desk, ports, adapters, board);
  const [safety, refreshSafety] = followSafety(desk, adapters);

  return {
    jobs: board.running,
    pickFolder: adapters.pickFolder,
    fromDrop: adapters.fromDrop,
    plan: (source, options) =>
      board.start({ id: 'plan', kind: 'planning', href: '/intake' }, async (control) =>
        done(await planIntake(desk, source.source, adapters.probe, options, control)),
      ),
    begin: async (source, chosen, about) => {
      const at = seat();
      if (at === null) throw new Error('nobody sits at the desk');
      const session = await openIntake(desk, at, chosen, {
        ...about,
        sourceLabel: source.source.label,
        sourceHandle: source.handle,
      });
      intakes.start(session, source);
      return session.batch;
    },
    intakes: intakes.sessions,
    intakeJob: intakes.job,
    resume: intakes.resume,
    abandon: intakes.abandon,
    store: (medium, recordings) =>
      board.start({ id: 'store', kind: 'storing', href: '/store' }, async (control) => {
        const stored = await storeFootage(
          desk,
          { ...ports, pathOf: await pathOnMedium(desk) },
          medium,
          recordings,
          control,
        );
        media.look(medium, stored.ok ? null : stored.refusal);
        refreshSafety();
        return stored;
      }),
    check: (medium, recordings) =>
      board.start({ id: `check-${medium}`, kind: 'checking', href: '/register' }, async (control) => {
        const checked = await checkCopies(desk, ports, medium, recordings, control);
        if (!checked.ok) media.look(medium, checked.refusal);
        return checked;
      }),
    media: media.states,
    connectMedium: media.choose,
    openForReview: (recording) => openForReview(desk, ports, recording),
    thumbnail: (recording) => desk.local.thumbnail(recording),
    safety,
    askPersist: async () => {
      const granted = await adapters.storage.persist();
      refreshSafety();
      return granted;
    },
    exportBook: (by) =>
      exportBook(desk, by, {
        verifier,
        formatRecordingNo: (record) => record.no && formatRecordingNumber(record.no.activity, record.no.item),
      }),
  };
}

async function openForReview(
  desk: Desk,
  ports: FootagePorts,
  recording: RecordingRecord,
): Promise<Outcome<Blob, { readonly code: 'medium-not-connected' }>> {
  const place = await desk.local.bufferedAt(recording.id);
  if (place !== null) return done(await ports.buffer.open(place));
  for (const copy of recording.copies) {
    const store = await ports.media.connect(copy.medium);
    if (store.ok && copy.path !== null) return done(await store.value.open(copy.path));
  }
  return refused({ code: 'medium-not-connected' });
}

function followSafety(desk: Desk, adapters: FootageAdapters): readonly [() => StorageSafety, () => void] {
  const [safety, setSafety] = createSignal<StorageSafety>({ persisted: false, bufferedFiles: 0, bufferedBytes: 0 });
  const [persisted, setPersisted] = createSignal(false);
  const refresh = () => void adapters.storage.persisted().then(setPersisted);
  refresh();
  const stop = desk.records.watch(
    (model) =>
      model.register(
        {
          text: '',
          from: null,
          to: null,
          officer: null,
          matter: null,
          device: null,
          state: 'buffered',
          sort: 'takenInAt',
          descending: true,
        },
        { offset: 0, limit: 20_000 },
      ),
    (page) =>
      setSafety({
        persisted: persisted(),
        bufferedFiles: page.matching,
        bufferedBytes: page.rows.reduce((sum, row) => sum + row.sizeBytes, 0),
      }),
    () => undefined,
  );
  onCleanup(stop);
  return [() => ({ ...safety(), persisted: persisted() }), refresh];
}

function followMedia(desk: Desk, adapters: FootageAdapters) {
  const [states, setStates] = createSignal<Readonly<Record<MediumId, MediumState>>>({});
  const set = (medium: MediumId, state: MediumState) => setStates((all) => ({ ...all, [medium]: state }));
  const bureau = desk.book.bureau;

  async function connect(medium: MediumId): Promise<Outcome<MediumStore, MediumRefusal>> {
    const handle = await desk.local.mediumHandle(medium);
    const opened: Outcome<MediumStore, MediumRefusal> =
      handle === null
        ? refused({ code: 'medium-never-connected' })
        : await adapters.medium.open(bureau, medium, handle);
    set(medium, opened.ok ? 'connected' : mediumStateOf(opened.refusal));
    return opened;
  }

  async function choose(
    medium: MediumId,
  ): Promise<Outcome<'connected', MediumRefusal | { readonly code: 'picker-closed' }>> {
    const before = await desk.local.mediumHandle(medium);
    if (before !== null && (await adapters.askPermission(before, 'readwrite'))) {
      const again = await connect(medium);
      if (again.ok) return done('connected');
    }
    const record = await desk.records.get('medium', medium);
    const chosen = await adapters.medium.choose(bureau, medium, record?.label ?? medium);
    if (chosen === null) return refused({ code: 'picker-closed' });
    if (!chosen.ok) return refused(chosen.refusal);
    await desk.local.putMediumHandle(medium, chosen.value);
    const opened = await connect(medium);
    return opened.ok ? done('connected') : refused(opened.refusal);
  }

  const stop = desk.records.watch(
    (model) => model.all('medium'),
    (all) => {
      for (const medium of all) if (states()[medium.id] === undefined) void connect(medium.id);
    },
    () => undefined,
  );
  onCleanup(stop);
  const look = (medium: MediumId, refusal: MediumRefusal | null) => {
    if (refusal !== null) set(medium, mediumStateOf(refusal));
  };
  return { states, connect, choose, look };
}

function followIntakes(desk: Desk, ports: FootagePorts, adapters: FootageAdapters, board: JobBoard) {
  const [sessions, setSessions] = createSignal<readonly IntakeSession[]>([]);
  const jobs = new Map<BatchId, RunningJob<TakenIn, never>>();
  const [jobsVersion, setJobsVersion] = createSignal(0);
  void desk.local
    .intakes()
    .then((kept) => setSessions((now) => [...now, ...kept.filter((k) => !now.some((n) => n.batch === k.batch))]));

  const putItem = (batch: BatchId, item: IntakeItem) =>
    setSessions((all) =>
      all.map((one) =>
        one.batch === batch ? { ...one, items: one.items.map((old) => (old.key === item.key ? item : old)) } : one,
      ),
    );

  async function finish(batch: BatchId): Promise<void> {
    await desk.local.removeIntake(batch);
    jobs.delete(batch);
    setSessions((all) => all.filter((one) => one.batch !== batch));
  }

  function start(session: IntakeSession, source: ChosenSource): void {
    setSessions((all) => [session, ...all.filter((one) => one.batch !== session.batch)]);
    const job = board.start<TakenIn, never>(
      { id: session.batch, kind: 'intake', href: `/intake/${session.batch}` },
      async (control) => {
        const taken = await takeIn(desk, ports, session, source.source, {
          ...control,
          onItem: (item) => putItem(session.batch, item),
        });
        if (taken.failed.length === 0) await finish(session.batch);
        return done(taken);
      },
    );
    jobs.set(session.batch, job);
    setJobsVersion((n) => n + 1);
  }

  const resume: FootageDesk['resume'] = async (batch, again) => {
    const session = sessions().find((one) => one.batch === batch);
    if (session === undefined) return done(null);
    const chosen =
      again ??
      (session.sourceHandle && { source: adapters.reopen(session.sourceHandle), handle: session.sourceHandle });
    if (chosen === null) return refused({ code: 'source-needed' });
    if (
      again === null &&
      session.sourceHandle !== null &&
      !(await adapters.askPermission(session.sourceHandle, 'read'))
    ) {
      return refused({ code: 'source-permission-lost' });
    }
    if (again !== null && !(await holdsAny(again, session))) return refused({ code: 'other-source' });
    const kept = { ...session, sourceHandle: chosen.handle };
    await desk.local.putIntake(kept);
    start(kept, chosen);
    return done(null);
  };

  async function abandon(batch: BatchId): Promise<void> {
    jobs.get(batch)?.stop();
    const session = sessions().find((one) => one.batch === batch);
    for (const item of session?.items ?? []) {
      if (item.state.kind !== 'recorded') await ports.buffer.purge({ batch, key: item.key });
    }
    await finish(batch);
  }

  return {
    sessions,
    start,
    resume,
    abandon,
    job: (batch: BatchId) => {
      jobsVersion();
      return jobs.get(batch) ?? null;
    },
  };
}

/** The card that was put back is the same one if it still holds a file that is waiting. */
async function holdsAny(source: ChosenSource, session: IntakeSession): Promise<boolean> {
  const waiting = new Set(
    session.items.filter((item) => item.state.kind !== 'recorded').map((item) => `${item.path}\n${item.sizeBytes}`),
  );
  const listed = await source.source.list({ signal: new AbortController().signal, report: () => undefined });
  return listed.some((item) => waiting.has(`${item.path}\n${item.sizeBytes}`));
}
