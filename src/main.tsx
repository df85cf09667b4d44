import { createSignal, ErrorBoundary, type JSX, lazy, Match, Suspense, Switch } from 'solid-js';
import { render } from 'solid-js/web';
import './ui/style/base.css';
import { openBureauStorage } from './adapters/storage/bureau-storage.ts';
import { DEFAULT_SETTINGS } from './adapters/storage/default-settings.ts';
import { type KnownBureaus, openKnownBureaus } from './adapters/storage/known-bureaus.ts';
import { done, type Outcome } from './base/outcome.ts';
import { JOIN_PATH, parseInvite } from './domain/invite.ts';
import type { Opened } from './main/BureauDesk.tsx';
import { demonstrationOfWindow, makeDemonstrationDesk } from './main/demonstration-desk.ts';
import { Failed } from './main/Failed.tsx';
import { askFoundedElsewhere, tellFounded } from './main/founded-elsewhere.ts';
import { type Joined, makeJoinDesk } from './main/join-here.ts';
import { foundHere, now as present } from './main/open-desk.ts';
import { showRecovery } from './main/show-recovery.ts';
import { showSettings } from './main/show-settings.ts';
import FirstRunPage from './ui/features/first-run/FirstRunPage.tsx';
import type { FoundedElsewhere } from './ui/features/first-run/KnownElsewhereNote.tsx';
import { createAppUpdate } from './ui/live/app-update.ts';
import type { Founded, Founding, FoundingRefusal } from './usecases/found-bureau.ts';

const BureauDesk = lazy(() => import('./main/BureauDesk.tsx'));

/** Filled in once a desk is open: a reload must not stop what runs. */
const runningJobs = { busy: () => false };
/** From the first page on: an app that was only looked at opens again without the server. */
const update = createAppUpdate({
  container: navigator.serviceWorker,
  locks: navigator.locks,
  isBusy: () => runningJobs.busy(),
  reload: () => location.reload(),
});

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
  | { readonly kind: 'open'; readonly opened: Opened; readonly inside: boolean }
  | { readonly kind: 'failed'; readonly error: unknown };

function Root(): JSX.Element {
  const [boot, setBoot] = createSignal<Boot>({ kind: 'opening' });
  const [founded, setFounded] = createSignal<Opened | null>(null);
  const [elsewhere, setElsewhere] = createSignal<FoundedElsewhere | null>(null);

  const openBook = async (): Promise<void> => {
    const demonstration = await demonstrationOfWindow();
    // The hub hears nothing of it: a demonstration is no bureau that others could join.
    if (demonstration !== null) return void setBoot({ kind: 'open', opened: demonstration, inside: true });
    const known = await openKnownBureaus();
    const opened = await openKnown(known);
    setBoot(opened === null ? { kind: 'first-run', known } : { kind: 'open', opened, inside: false });
    if (opened === null) setElsewhere(await askFoundedElsewhere());
    else void tellFounded(opened.identity.bureau);
  };
  openBook().catch((error: unknown) => setBoot({ kind: 'failed', error }));

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
    if (opened !== null) setBoot({ kind: 'open', opened, inside: false });
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
            demonstration={makeDemonstrationDesk(false)}
          />
        )}
      </Match>
      <Match when={at('open')}>
        {(now) => (
          <ErrorBoundary fallback={(error: unknown) => <Failed error={error} />}>
            <Suspense>
              <BureauDesk
                opened={now().opened}
                read={(text) => parseInvite(text, present())}
                update={update}
                demonstration={makeDemonstrationDesk(now().inside)}
                onBusy={(busy) => {
                  runningJobs.busy = busy;
                }}
              />
            </Suspense>
          </ErrorBoundary>
        )}
      </Match>
      <Match when={at('failed')}>{(now) => <Failed error={now().error} />}</Match>
    </Switch>
  );
}

/** `/join#…`: the invitation stands where no server sees it. */
const invitationInAddress = (): string | undefined =>
  location.pathname === JOIN_PATH && location.hash.length > 1 ? location.hash.slice(1) : undefined;

// Until a desk says what its persons chose: the first page follows the system, too.
showSettings(DEFAULT_SETTINGS);
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
render(() => <Root />, root);
