import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import type { BureauStorage } from '../adapters/storage/bureau-storage.ts';
import { acquireWriter } from '../adapters/storage/writer-lock.ts';
import type { StationIdentity } from '../domain/ports/local-state.ts';
import type { UnlockedPerson } from '../ledger/keyring.ts';
import { App } from '../ui/app.tsx';
import type { createAppUpdate } from '../ui/live/app-update.ts';
import type { DemonstrationDesk } from '../ui/live/demonstration-desk.ts';
import { createIdleLock } from '../ui/live/idle-lock.ts';
import { createJobBoard } from '../ui/live/jobs.ts';
import type { JoinDesk } from '../ui/live/join-desk.ts';
import { browserFootage } from './browser-footage.ts';
import { watchClock } from './clock-watch.ts';
import { makeClosedSyncDesk } from './closed-sync-desk.ts';
import { demonstrationFootage } from './demonstration-footage.ts';
import { Failed } from './Failed.tsx';
import { followDuties } from './follow-duties.ts';
import { plainMedia } from './follow-media.ts';
import { makeFootageDesk } from './make-footage-desk.ts';
import { makeOffice } from './make-office.ts';
import { makeSyncDesk } from './make-sync-desk.ts';
import { openDesk } from './open-desk.ts';
import { remindTonight } from './safe-notices.ts';
import { saveFile } from './save-file.ts';
import { showSettings } from './show-settings.ts';

const UPDATE_CHECK_MS = 60 * 60_000;

/** A book to open, and who founded it just now. */
export interface Opened {
  readonly storage: BureauStorage;
  readonly identity: StationIdentity;
  readonly founder: UnlockedPerson | null;
}

export interface BureauDeskProps {
  readonly opened: Opened;
  readonly read: JoinDesk['read'];
  readonly update: ReturnType<typeof createAppUpdate>;
  readonly demonstration: DemonstrationDesk;
  /** Gets the question whether a job runs that a reload would stop. */
  readonly onBusy: (busy: () => boolean) => void;
}

/** The desk of one bureau. In a script of its own: first use has no need of it. */
export default function BureauDesk(props: BureauDeskProps): JSX.Element {
  const { storage, identity, founder } = props.opened;
  const writer = acquireWriter(`luzheng-${identity.bureau}`);
  const [ready, setReady] = createSignal<Awaited<ReturnType<typeof make>> | null>(null);
  const [error, setError] = createSignal<unknown>(null);

  async function make() {
    const opened = await openDesk(storage, identity, () => writer.state() === 'writer');
    return { opened, desk: opened.desk, settings: await opened.desk.local.settings() };
  }
  make().then(setReady, setError);
  storage.onClosed(() => location.reload());
  onCleanup(() => writer.release());

  return (
    <Show when={ready()} fallback={<Show when={error()}>{(why) => <Failed error={why()} />}</Show>}>
      {(made) => {
        const { opened, desk, settings } = made();
        const tab = {
          state: writer.state,
          takeOver: () => void writer.takeOver(),
          onChange: (listener: (state: 'writer' | 'follower') => void) =>
            writer.onChange((state) => void desk.book.refresh().then(() => listener(state))),
        };
        const office = makeOffice(
          desk,
          { settings, tab, show: showSettings, demonstration: props.demonstration },
          founder,
        );
        const board = createJobBoard(() => Date.now());
        const { inside } = props.demonstration;
        const adapters = inside ? demonstrationFootage(identity.bureau) : browserFootage(identity.bureau);
        const footage = makeFootageDesk(desk, adapters, board, office.seat);
        // No link of the demonstration is ever opened: it can't reach another PC, nor be reached.
        const sync = inside ? makeClosedSyncDesk() : makeSyncDesk(opened, tab);
        props.onBusy(board.busy);
        const [updating, setUpdating] = createSignal(props.update.state());
        onCleanup(props.update.subscribe(setUpdating));
        const checking = setInterval(() => void props.update.check(), UPDATE_CHECK_MS);
        onCleanup(() => clearInterval(checking));
        const warn = (event: BeforeUnloadEvent) => board.busy() && event.preventDefault();
        window.addEventListener('beforeunload', warn);
        onCleanup(() => window.removeEventListener('beforeunload', warn));
        createIdleLock(() => office.settings().idleLockMinutes, office.lock, office.now);
        const { buffer, derivatives } = adapters;
        const remind = inside ? () => undefined : remindTonight;
        followDuties(office, { ...plainMedia(desk, adapters), buffer, derivatives, states: footage.media, remind });
        const clockBack = watchClock(desk, () => writer.state() === 'writer');
        return (
          <App
            office={office}
            footage={footage}
            sync={sync}
            join={{ read: props.read }}
            update={() => updating().kind}
            offline={() => updating().offline}
            save={saveFile}
            onUpdate={() => void props.update.apply()}
            clockBack={clockBack}
          />
        );
      }}
    </Show>
  );
}
