import { createSignal, onCleanup } from 'solid-js';
import { done, type Outcome, refused } from '../base/outcome.ts';
import type { MediumId } from '../domain/ids.ts';
import type { MediumState } from '../ui/live/footage-desk.ts';
import type { Desk } from '../usecases/desk.ts';
import type { FootagePorts, MediumRefusal, MediumStore } from '../usecases/footage-ports.ts';
import { type FootageAdapters, mediumStateOf } from './footage-adapters.ts';

/** Opens media that were connected before, and tells nobody how they stand. */
export const plainMedia = (desk: Desk, { medium }: Pick<FootageAdapters, 'medium'>): Pick<FootagePorts, 'media'> => ({
  media: {
    connect: async (id) => {
      const handle = await desk.local.mediumHandle(id);
      return handle === null ? refused({ code: 'medium-never-connected' }) : medium.open(desk.book.bureau, id, handle);
    },
  },
});

/** How each registered medium stands at this station, and the way to connect it. */
export function followMedia(desk: Desk, adapters: FootageAdapters) {
  const [states, setStates] = createSignal<Readonly<Record<MediumId, MediumState>>>({});
  const set = (medium: MediumId, state: MediumState) => setStates((all) => ({ ...all, [medium]: state }));
  const bureau = desk.book.bureau;

  const { media } = plainMedia(desk, adapters);

  async function connect(medium: MediumId): Promise<Outcome<MediumStore, MediumRefusal>> {
    const opened = await media.connect(medium);
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
    const isNew = record?.lastVerifiedAt == null;
    const chosen = await adapters.medium.choose(bureau, { medium, label: record?.label ?? medium, isNew });
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
  const lookAgain = () => {
    for (const medium of Object.keys(states())) void connect(medium as MediumId);
  };
  // Disks are plugged in and pulled while another window is in front.
  window.addEventListener('focus', lookAgain);
  onCleanup(() => window.removeEventListener('focus', lookAgain));
  const look = (medium: MediumId, refusal: MediumRefusal | null) => {
    if (refusal !== null) set(medium, mediumStateOf(refusal));
  };
  return { states, connect, choose, look, lookAgain };
}
