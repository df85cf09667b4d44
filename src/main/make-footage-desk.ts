import { createSignal } from 'solid-js';
import { makeStatementVerifier } from '../adapters/keys/statement-verifier.ts';
import { done, type Outcome, refused } from '../base/outcome.ts';
import type { CameraAtHand } from '../domain/camera.ts';
import type { MediumId } from '../domain/ids.ts';
import { formatRecordingNumber } from '../domain/numbering.ts';
import type { FootageItem, FootageSource } from '../domain/ports/footage-source.ts';
import type { RecordingRecord } from '../domain/records.ts';
import type { FootageDesk, Preview, StoringJob } from '../ui/live/footage-desk.ts';
import type { JobBoard } from '../ui/live/jobs.ts';
import type { SeatedPerson } from '../ui/live/office.ts';
import { checkCopies } from '../usecases/check-copies.ts';
import { readClockCode } from '../usecases/clock-code.ts';
import type { Desk } from '../usecases/desk.ts';
import { exportBook } from '../usecases/export-book.ts';
import type { FootagePorts, MediumRefusal } from '../usecases/footage-ports.ts';
import { foundWriters } from '../usecases/found-writers.ts';
import type { ExaminationPorts } from '../usecases/intake-examination.ts';
import { type IntakePlan, openIntake, planIntake } from '../usecases/plan-intake.ts';
import { type Stored, storeFootage } from '../usecases/store-footage.ts';
import { followCameras } from './follow-cameras.ts';
import { followIntakes } from './follow-intakes.ts';
import { followMedia } from './follow-media.ts';
import { followSafety } from './follow-safety.ts';
import { followWatched } from './follow-watched.ts';
import type { FootageAdapters } from './footage-adapters.ts';
import { verifier } from './open-desk.ts';
import { pathOnMedium } from './path-on-medium.ts';
import { makeSafeNotices } from './safe-notices.ts';

/** Acts on footage as screens ask for them: use cases as jobs, sessions followed file by file, media as they stand. */
export function makeFootageDesk(
  desk: Desk,
  adapters: FootageAdapters,
  board: JobBoard,
  seat: () => SeatedPerson | null,
): FootageDesk {
  const media = followMedia(desk, adapters);
  const ports: FootagePorts = { buffer: adapters.buffer, probe: adapters.probe, media: { connect: media.connect } };
  const notices = makeSafeNotices();
  const takeInPorts = { ...ports, examination: examinationPorts(desk, adapters) };
  const watching = followWatched(desk, adapters);
  const intakes = followIntakes(desk, takeInPorts, adapters, board, (session) => {
    notices.tellIfSafe(session);
    void watching.note(session);
  });
  const { lookedAt, ...cameras } = followCameras(adapters.cameras, intakes.goOn);
  const { look: refreshSafety, ...waiting } = followSafety(desk, adapters);

  const tell = { look: media.look, stored: refreshSafety, lookedAt };
  const long = longActs(desk, ports, adapters, board, tell);
  return {
    ...long,
    jobs: board.running,
    ...cameras,
    ...notices.face,
    ...watching.face,
    cardList: (batch) => desk.local.cardList(batch),
    pickFolder: adapters.pickFolder,
    fromDrop: adapters.fromDrop,
    begin: async (source, chosen, about) => {
      const at = seat();
      if (at === null) throw new Error('nobody sits at the desk');
      const { handle: sourceHandle, camera: sourceCamera = null } = source;
      const from = { ...about, sourceLabel: source.source.label, sourceHandle, sourceCamera };
      const session = await openIntake(desk, at, chosen, from);
      intakes.start(session, source);
      return session.batch;
    },
    intakes: intakes.sessions,
    intakeJob: intakes.job,
    resume: intakes.resume,
    abandon: intakes.abandon,
    media: media.states,
    lookAtMedia: media.lookAgain,
    connectMedium: media.choose,
    ...reviewing(desk, ports, adapters),
    thumbnail: (recording) => desk.local.thumbnail(recording),
    ...waiting,
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

/** What is looked at, and what is made to look at it. */
const reviewing = (
  desk: Desk,
  ports: FootagePorts,
  { derivatives, probe, examiner }: FootageAdapters,
): Pick<FootageDesk, 'openForReview' | 'foundWriters' | 'derive' | 'dropDerivative'> => ({
  openForReview: (recording) => openForReview(desk, ports, recording),
  foundWriters: (device, signal) =>
    foundWriters(desk.records, { probe, examiner, open: (one) => openForReview(desk, ports, one) }, device, signal),
  derive: ({ id, sources }, original, control) =>
    derivatives.make(id, original, sources[0]?.originalName ?? '', control),
  // One that cannot be removed now goes at the next start.
  dropDerivative: (recording) => void derivatives.drop(recording).catch(() => undefined),
});

const statements = makeStatementVerifier();

const examinationPorts = ({ book }: Desk, { examiner, codes }: FootageAdapters): ExaminationPorts => ({
  examiner,
  codes,
  readClock: (text) => readClockCode(text, book.bureau, book.membership(), statements),
});

const isUnderWay = (job: StoringJob | null): boolean => {
  const kind = job?.job().kind;
  return kind === 'waiting' || kind === 'running';
};

/** Acts that run as jobs on the board. */
function longActs(
  desk: Desk,
  ports: FootagePorts,
  adapters: FootageAdapters,
  board: JobBoard,
  tell: {
    readonly look: (medium: MediumId, refusal: MediumRefusal | null) => void;
    readonly stored: () => void;
    readonly lookedAt: (camera: CameraAtHand) => void;
  },
): Pick<FootageDesk, 'plan' | 'preview' | 'store' | 'storing' | 'putAwayStoring' | 'check'> {
  const [storing, setStoring] = createSignal<StoringJob | null>(null);
  return {
    storing,
    putAwayStoring: () => setStoring((now) => (isUnderWay(now) ? now : null)),
    plan: (source, options) => {
      if (source.camera) tell.lookedAt(source.camera);
      const [found, setFound] = createSignal<readonly FootageItem[]>([]);
      const add = (some: readonly FootageItem[]) => setFound((all) => [...all, ...some]);
      const job = board.start<IntakePlan, never>({ id: 'plan', kind: 'planning', href: '/intake' }, async (control) =>
        done(await planIntake(desk, source.source, adapters.probe, options, { ...control, found: add })),
      );
      return { ...job, found };
    },
    preview: ({ source }, item, signal) => preview(adapters, source, item, signal),
    store: (medium, recordings) => {
      const job = storing();
      // Two at once would write the same files beside one another.
      if (job !== null && isUnderWay(job)) return job;
      const begun = board.start<Stored, MediumRefusal>(
        { id: 'store', kind: 'storing', href: '/store' },
        async (control) => {
          const pathOf = await pathOnMedium(desk);
          const stored = await storeFootage(desk, { ...ports, pathOf }, medium, recordings, control);
          tell.look(medium, stored.ok ? null : stored.refusal);
          tell.stored();
          return stored;
        },
      );
      setStoring(begun);
      return begun;
    },
    check: (medium, recordings) =>
      board.start({ id: `check-${medium}`, kind: 'checking', href: '/register' }, async (control) => {
        const checked = await checkCopies(desk, ports, medium, recordings, control);
        if (!checked.ok) tell.look(medium, checked.refusal);
        return checked;
      }),
  };
}

const PREVIEW_WIDTH = 160;

async function preview(
  { probe }: FootageAdapters,
  source: FootageSource,
  item: FootageItem,
  signal: AbortSignal,
): Promise<Preview | null> {
  const opened = source.peek === undefined ? await source.open(item, signal) : null;
  const blob = opened?.kind === 'blob' ? opened.blob : ((await source.peek?.(item, signal)) ?? null);
  if (blob === null) return null;
  const facts = await probe.probe(blob, item.name, { signal, modifiedAt: item.modifiedAt });
  return { facts, picture: await probe.thumbnail(blob, facts, { signal, maxWidth: PREVIEW_WIDTH }) };
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
