import { createSignal, type JSX, Match, onCleanup, Show, Switch } from 'solid-js';
import { render } from 'solid-js/web';
import './ui/style/base.css';
import { type BureauStorage, openBureauStorage } from './adapters/storage/bureau-storage.ts';
import { type KnownBureaus, openKnownBureaus } from './adapters/storage/known-bureaus.ts';
import { acquireWriter } from './adapters/storage/writer-lock.ts';
import { isFault } from './base/fault.ts';
import { done, type Outcome } from './base/outcome.ts';
import { JOIN_PATH, parseInvite } from './domain/invite.ts';
import type { StationIdentity } from './domain/ports/local-state.ts';
import type { UnlockedPerson } from './ledger/keyring.ts';
import { browserFootage } from './main/browser-footage.ts';
import { watchClock } from './main/clock-watch.ts';
import { askFoundedElsewhere, tellFounded } from './main/founded-elsewhere.ts';
import { type Joined, makeJoinDesk } from './main/join-here.ts';
import { makeFootageDesk } from './main/make-footage-desk.ts';
import { makeOffice } from './main/make-office.ts';
import { makeSyncDesk } from './main/make-sync-desk.ts';
import { foundHere, openDesk, now as present } from './main/open-desk.ts';
import { saveFile } from './main/save-file.ts';
import { showRecovery } from './main/show-recovery.ts';
import { showSettings } from './main/show-settings.ts';
import { faultWords } from './text/faults.ts';
import { APP } from './text/pages.ts';
import { App } from './ui/app.tsx';
import FirstRunPage from './ui/features/first-run/FirstRunPage.tsx';
import type { FoundedElsewhere } from './ui/features/first-run/KnownElsewhereNote.tsx';
import { Button } from './ui/kit/Button.tsx';
import { Trouble } from './ui/kit/Trouble.tsx';
import { createAppUpdate } from './ui/live/app-update.ts';
import { createIdleLock } from './ui/live/idle-lock.ts';
import { createJobBoard } from './ui/live/jobs.ts';
import type { JoinDesk } from './ui/live/join-desk.ts';
import { FirstFrame } from './ui/shell/FirstFrame.tsx';
import type { Founded, Founding, FoundingRefusal } from './usecases/found-bureau.ts';

const UPDATE_CHECK_MS = 60 * 60_000;

/** Filled in once a desk is open: a reload must not stop what runs. */
const runningJobs = { busy: () => false };
/** From the first page on: an app that was only looked at opens again without the server. */
const update = createAppUpdate({
  container: navigator.serviceWorker,
  locks: navigator.locks,
  isBusy: () => runningJobs.busy(),
  reload: () => location.reload(),
});

/** Where this origin stands: unfounded, or with a book to open. */
interface Opened {
  readonly storage: BureauStorage;
  readonly identity: StationIdentity;
  readonly founder: UnlockedPerson | null;
}

/** The bureau this origin belongs to; a founding that never finished does not count. */
async function openKnown(known: KnownBureaus): Promise<Opened | null> {
  for (const { bureau } of await known.list()) {
    const storage = await openBureauStorage(bureau);
    const identity = await storage.local.identity();
    if (identity !== null) return { storage, identity, founder: null };
    storage.close();
  }
  return null;
}

type Boot =
  | { readonly kind: 'opening' }
  | { readonly kind: 'first-run'; readonly known: KnownBureaus }
  | { readonly kind: 'open'; readonly opened: Opened }
  | { readonly kind: 'failed'; readonly error: unknown };

function Root(): JSX.Element {
  const [boot, setBoot] = createSignal<Boot>({ kind: 'opening' });
  const [founded, setFounded] = createSignal<Opened | null>(null);
  const [elsewhere, setElsewhere] = createSignal<FoundedElsewhere | null>(null);

  openKnownBureaus()
    .then(async (known) => {
      const opened = await openKnown(known);
      setBoot(opened === null ? { kind: 'first-run', known } : { kind: 'open', opened });
      if (opened === null) setElsewhere(await askFoundedElsewhere());
      else void tellFounded(opened.identity.bureau);
    })
    .catch((error: unknown) => setBoot({ kind: 'failed', error }));

  const found = async (known: KnownBureaus, founding: Founding): Promise<Outcome<Founded, FoundingRefusal>> => {
    const result = await foundHere(known, founding);
    if (!result.ok) return result;
    const { founded: made, storage, identity } = result.value;
    setFounded({ storage, identity, founder: made.founder });
    void tellFounded(identity.bureau);
    return done(made);
  };
  const joined = ({ storage, identity }: Joined) => {
    setFounded({ storage, identity, founder: null });
    void tellFounded(identity.bureau);
  };
  const enter = () => {
    const opened = founded();
    // The invitation has done its work, and must not lie about in the address.
    if (location.pathname === JOIN_PATH) history.replaceState(null, '', '/');
    if (opened !== null) setBoot({ kind: 'open', opened });
  };
  const at = <K extends Boot['kind']>(kind: K) => {
    const now = boot();
    return now.kind === kind ? (now as Extract<Boot, { kind: K }>) : undefined;
  };

  return (
    <Switch>
      <Match when={at('first-run')}>
        {(now) => (
          <FirstRunPage
            found={(founding) => found(now().known, founding)}
            showRecovery={(made, founding) => void showRecovery(made, founding)}
            enter={enter}
            elsewhere={elsewhere()}
            join={makeJoinDesk(now().known, joined)}
            invitation={invitationInAddress()}
          />
        )}
      </Match>
      <Match when={at('open')}>
        {(now) => <Bureau opened={now().opened} read={(text) => parseInvite(text, present())} />}
      </Match>
      <Match when={at('failed')}>{(now) => <Failed error={now().error} />}</Match>
    </Switch>
  );
}

/** `/join#…`: the invitation stands where no server sees it. */
const invitationInAddress = (): string | undefined =>
  location.pathname === JOIN_PATH && location.hash.length > 1 ? location.hash.slice(1) : undefined;

function Failed(props: { readonly error: unknown }): JSX.Element {
  const code = () => (isFault(props.error) ? props.error.code : String(props.error));
  return (
    <FirstFrame title={APP.faultTitle} narrow>
      <Trouble
        {...faultWords(code())}
        code={code()}
        act={<Button onPress={() => location.reload()}>{APP.reload}</Button>}
      />
    </FirstFrame>
  );
}

/** The desk of one bureau. */
function Bureau(props: { readonly opened: Opened; readonly read: JoinDesk['read'] }): JSX.Element {
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
        const office = makeOffice(desk, { settings, tab, show: showSettings }, founder);
        const board = createJobBoard(() => Date.now());
        const footage = makeFootageDesk(desk, browserFootage(identity.bureau), board, office.seat);
        const sync = makeSyncDesk(opened, tab);
        runningJobs.busy = board.busy;
        const [updating, setUpdating] = createSignal(update.state());
        onCleanup(update.subscribe(setUpdating));
        const checking = setInterval(() => void update.check(), UPDATE_CHECK_MS);
        onCleanup(() => clearInterval(checking));
        const warn = (event: BeforeUnloadEvent) => board.busy() && event.preventDefault();
        window.addEventListener('beforeunload', warn);
        onCleanup(() => window.removeEventListener('beforeunload', warn));
        createIdleLock(() => office.settings().idleLockMinutes, office.lock, office.now);
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
            onUpdate={() => void update.apply()}
            clockBack={clockBack}
          />
        );
      }}
    </Show>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
render(() => <Root />, root);
