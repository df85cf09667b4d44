import { createSignal } from 'solid-js';
import { treeSha256 } from '../../../src/adapters/hashing/tree-sha256.ts';
import { done, refused } from '../../../src/base/outcome.ts';
import type { MediumId } from '../../../src/domain/ids.ts';
import { browserDerivatives } from '../../../src/main/browser-derivatives.ts';
import type { FootageDesk, MediumState } from '../../../src/ui/live/footage-desk.ts';
import { createJobBoard } from '../../../src/ui/live/jobs.ts';
import { checkCopies } from '../../../src/usecases/check-copies.ts';
import type { Desk } from '../../../src/usecases/desk.ts';
import type { MediumStore } from '../../../src/usecases/footage-ports.ts';

const params = new URLSearchParams(location.search);
const VIDEO = new URL('../../vectors/media/DCIM/100MEDIA/20260305_093112.MP4', import.meta.url).href;
const STREAM = new URL('../../vectors/media/PRIVATE/00001.MTS', import.meta.url).href;
const PHOTO = new URL('../../vectors/media/DCIM/100MEDIA/DSC0001.JPG', import.meta.url).href;
const SOUND = new URL('../../vectors/media/VOICE/20260305-101500.WAV', import.meta.url).href;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const bytesOf = async (href: string, type: string): Promise<Blob> =>
  new Blob([await (await fetch(href)).arrayBuffer()], { type });

/** Media that answer slowly and find nothing wrong; the first is not connected until somebody connects it. */
export function makeFootageDouble(desk: Desk, media: readonly MediumId[]): FootageDesk {
  const board = createJobBoard(() => Date.now());
  const [states, setStates] = createSignal<Readonly<Record<MediumId, MediumState>>>(
    Object.fromEntries(media.map((medium, i) => [medium, i === 0 ? 'connected' : 'missing'])),
  );
  const store: MediumStore = {
    put: async (path) => ({ path }),
    verify: async (_path, _expected, control) => {
      for (let i = 1; i <= 5; i++) {
        control.signal.throwIfAborted();
        await pause(60);
        control.report(i * 200_000_000);
      }
      return { result: params.has('damage') ? 'different' : 'same' };
    },
    open: async () => new Blob(),
    remove: async () => ({ result: 'deleted' }),
  };
  const nothing = (): never => {
    throw new Error('not in this double');
  };
  const derivatives = browserDerivatives(desk.book.bureau, {
    treeOf: async (blob) =>
      treeSha256([new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))]),
  });
  return {
    jobs: board.running,
    pickFolder: nothing,
    fromDrop: nothing,
    cameras: () => [],
    cameraTold: () => null,
    camerasOffered: false,
    connectCamera: nothing,
    openCamera: nothing,
    preview: nothing,
    plan: nothing,
    begin: nothing,
    intakes: () => [],
    intakeJob: () => null,
    resume: nothing,
    abandon: nothing,
    cardList: async () => null,
    watched: () => ({ kind: 'none' }),
    watchFolder: nothing,
    allowWatched: nothing,
    stopWatching: nothing,
    openWatched: nothing,
    lookAtWatched: nothing,
    notices: () => 'none',
    askNotices: nothing,
    store: nothing,
    check: (medium, recordings) =>
      board.start({ id: `check-${medium}`, kind: 'checking', href: '/register' }, (control) =>
        checkCopies(
          desk,
          {
            media: {
              connect: async (asked) =>
                states()[asked] === 'connected' ? done(store) : refused({ code: 'medium-missing' }),
            },
          },
          medium,
          recordings,
          control,
        ),
      ),
    media: states,
    lookAtMedia: () => undefined,
    connectMedium: async (medium) => {
      setStates((all) => ({ ...all, [medium]: 'connected' }));
      return done('connected');
    },
    openForReview: async (recording) => {
      if (params.has('unplugged')) return refused({ code: 'medium-not-connected' });
      if (params.has('unplayable')) return done(await bytesOf(STREAM, ''));
      if (recording.mediaType === 'photo') return done(await bytesOf(PHOTO, 'image/jpeg'));
      return done(await (recording.mediaType === 'audio' ? bytesOf(SOUND, 'audio/wav') : bytesOf(VIDEO, 'video/mp4')));
    },
    derive: ({ id }, original, control) => derivatives.make(id, original, '', control),
    dropDerivative: (recording) => void derivatives.drop(recording),
    foundWriters: async () => [],
    thumbnail: () => bytesOf(PHOTO, 'image/jpeg'),
    storing: () => null,
    putAwayStoring: () => undefined,
    buffered: () => undefined,
    safety: () => ({ persisted: true, freeBytes: 412_600_000_000, bufferedFiles: 33, bufferedBytes: 29_700_000_000 }),
    askPersist: async () => true,
    exportBook: nothing,
  };
}
