import '../../../src/ui/style/base.css';
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { createResource, createSignal, type JSX, lazy, Match, Show, Switch } from 'solid-js';
import { render } from 'solid-js/web';
import { done } from '../../../src/base/outcome.ts';
import { asId, type MediumId, type PersonId } from '../../../src/domain/ids.ts';
import { subjectOf } from '../../../src/domain/subject.ts';
import { openBook } from '../../../src/ledger/book.ts';
import { makeOffice } from '../../../src/main/make-office.ts';
import { showSettings } from '../../../src/main/show-settings.ts';
import FirstRunPage from '../../../src/ui/features/first-run/FirstRunPage.tsx';
import LockPage from '../../../src/ui/features/lock/LockPage.tsx';
import { Frame } from '../../../src/ui/frame.tsx';
import { type FootageDesk, FootageDeskProvider, type MediumState } from '../../../src/ui/live/footage-desk.ts';
import { createJobBoard } from '../../../src/ui/live/jobs.ts';
import type { JoinStage } from '../../../src/ui/live/join-desk.ts';
import { type Office, OfficeProvider } from '../../../src/ui/live/office.ts';
import { SyncDeskProvider } from '../../../src/ui/live/sync-desk.ts';
import { foundBureau } from '../../../src/usecases/found-bureau.ts';
import { makeDemonstrationDouble } from '../../doubles/demonstration-desk.ts';
import { makeJoinDouble } from '../../doubles/join-desk.ts';
import { makeMemoryBook } from '../../doubles/memory-book-store.ts';
import { makeMemoryKeyring } from '../../doubles/memory-keyring.ts';
import { PASSPHRASE, random, verifier } from '../../doubles/office-desk.ts';
import { makeSyncDouble, type SyncScene } from '../../doubles/sync-desk.ts';
import { type DeskOffice, foundDeskOffice } from './seed.ts';

// ?path=/sync | /sync/invite | /sync/by-hand (&scene=mixed|in-step|alone|asked|invited|expired) | /people | /equipment | /rules | /rules/parameters | /print | /station | lock | first-run, &who=wang|zhang|li|sun|zhou, &empty, &theme=dark, &size=extra-large, &origin.
const params = new URLSearchParams(location.search);
const path = params.get('path') ?? '/people';

const PeoplePage = lazy(() => import('../../../src/ui/features/people/PeoplePage.tsx'));
const EquipmentPage = lazy(() => import('../../../src/ui/features/equipment/EquipmentPage.tsx'));
const PartyPage = lazy(() => import('../../../src/ui/features/party/PartyPage.tsx'));
const TwinsPage = lazy(() => import('../../../src/ui/features/twins/TwinsPage.tsx'));
const SamplePage = lazy(() => import('../../../src/ui/features/sample/SamplePage.tsx'));
const TemplatesPage = lazy(() => import('../../../src/ui/features/rules/TemplatesPage.tsx'));
const DevicePage = lazy(() => import('../../../src/ui/features/equipment/DevicePage.tsx'));
const ArticlesPage = lazy(() => import('../../../src/ui/features/rules/ArticlesPage.tsx'));
const ParametersPage = lazy(() => import('../../../src/ui/features/rules/ParametersPage.tsx'));
const PrintCentrePage = lazy(() => import('../../../src/ui/features/printing/PrintCentrePage.tsx'));
const PrintPage = lazy(() => import('../../../src/ui/features/printing/PrintPage.tsx'));
const SyncPage = lazy(() => import('../../../src/ui/features/sync/SyncPage.tsx'));
const InvitePage = lazy(() => import('../../../src/ui/features/sync/InvitePage.tsx'));
const ByHandPage = lazy(() => import('../../../src/ui/features/sync/ByHandPage.tsx'));
const ExaminePage = lazy(() => import('../../../src/ui/features/examine/ExaminePage.tsx'));
const ReportPage = lazy(() => import('../../../src/ui/features/examine/ReportPage.tsx'));
const WitnessPage = lazy(() => import('../../../src/ui/features/witness/WitnessPage.tsx'));
const IncidentsPage = lazy(() => import('../../../src/ui/features/incidents/IncidentsPage.tsx'));
const SpillPage = lazy(() => import('../../../src/ui/features/spill/SpillPage.tsx'));
const StationPage = lazy(() => import('../../../src/ui/features/station/StationPage.tsx'));

const board = createJobBoard(() => Date.UTC(2026, 2, 5, 8, 36));

/** Something that goes on while the desk is locked. */
function startJob(): void {
  board.start({ id: 'b', kind: 'intake', href: '/intake' }, ({ report }) => {
    report({ files: { done: 7, total: 22 }, bytes: { done: 6_400_000_000, total: 12_100_000_000 } });
    return new Promise(() => {});
  });
}

function fakeFootage(office: DeskOffice): FootageDesk {
  const { 'YP-03': disk, 'YP-04': other } = office.media;
  const [media, setMedia] = createSignal<Readonly<Record<MediumId, MediumState>>>({
    ...(disk && { [disk]: 'connected' }),
    ...(other && { [other]: 'foreign' }),
  });
  const [persisted, setPersisted] = createSignal(params.has('persisted'));
  return {
    jobs: board.running,
    intakes: () => [],
    intakeJob: () => null,
    media,
    lookAtMedia: () => undefined,
    foundWriters: async () => ['Lavf58.29.100'],
    connectMedium: async (medium: MediumId) => {
      setMedia((all) => ({ ...all, [medium]: 'connected' }));
      return done('connected');
    },
    storing: () => null,
    putAwayStoring: () => undefined,
    buffered: () => undefined,
    safety: () => ({
      persisted: persisted(),
      freeBytes: 412_600_000_000,
      bufferedFiles: 7,
      bufferedBytes: 2_900_000_000,
    }),
    askPersist: async () => setPersisted(true),
    exportBook: async () =>
      done({
        'book.jsonl': new Blob(['a']),
        'details.jsonl': new Blob(['b']),
        'keys.json': new Blob(['c']),
        'recordings.json': new Blob(['d']),
      }),
  } as unknown as FootageDesk;
}

function openOffice(desk: DeskOffice): Office {
  const settings = {
    theme: params.get('theme') === 'dark' ? 'dark' : 'light',
    fontSize: params.get('size') === 'extra-large' ? 'extra-large' : 'standard',
    idleLockMinutes: 10,
    numberStyle: 'plain',
  } as const;
  const tab = { state: () => 'writer' as const, onChange: () => () => {}, takeOver: () => {} };
  const who = desk.persons[params.get('who') ?? 'wang'];
  const devices = { settings, tab, show: showSettings, demonstration: makeDemonstrationDouble() };
  return makeOffice(desk.desk, devices, path === 'lock' ? null : (who ?? null));
}

function Pages(props: { readonly desk: DeskOffice }): JSX.Element {
  const office = openOffice(props.desk);
  const footage = fakeFootage(props.desk);
  const scene = (params.get('scene') ?? 'in-step') as SyncScene;
  const subject = subjectOf('person', props.desk.persons.wang?.person ?? asId<PersonId>(''));
  const sync = makeSyncDouble({ scene, now: office.desk.now, subject });
  const history = createMemoryHistory();
  history.set({ value: path.replace(':device', props.desk.device) });
  if (params.has('job')) startJob();
  const framed = (inner: { readonly children?: JSX.Element }) => (
    <Show when={office.seat()} fallback={<LockPage jobs={board.running()} />}>
      <Frame update={() => 'none'} onUpdate={() => {}} clockBack={() => false}>
        {inner.children}
      </Frame>
    </Show>
  );
  return (
    <OfficeProvider value={office}>
      <FootageDeskProvider value={footage}>
        <SyncDeskProvider value={sync}>
          <MemoryRouter history={history} root={framed}>
            <Route path="/sync" component={SyncPage} />
            <Route path="/sync/invite" component={() => <InvitePage save={() => {}} />} />
            <Route path="/sync/by-hand" component={ByHandPage} />
            <Route path="/register/sample" component={SamplePage} />
            <Route path="/rules/templates" component={TemplatesPage} />
            <Route path="/party" component={PartyPage} />
            <Route path="/activities/twins" component={TwinsPage} />
            <Route path="/equipment/:id" component={DevicePage} />
            <Route path="/rules" component={ArticlesPage} />
            <Route path="/rules/parameters" component={ParametersPage} />
            <Route path="/print" component={PrintCentrePage} />
            <Route path="/print/:form/:id?" component={PrintPage} />
            <Route path="/people" component={PeoplePage} />
            <Route path="/examine" component={ExaminePage} />
            <Route path="/examine/report" component={ReportPage} />
            <Route path="/witness" component={WitnessPage} />
            <Route path="/incidents" component={IncidentsPage} />
            <Route path="/spill" component={SpillPage} />
            <Route
              path="/equipment"
              component={() => <EquipmentPage connectMedium={footage.connectMedium} mediaState={footage.media} />}
            />
            <Route
              path="/station"
              component={() => (
                <StationPage
                  safety={footage.safety}
                  askPersist={footage.askPersist}
                  exportBook={footage.exportBook}
                  save={() => {}}
                  offline={() => 'ready'}
                  sync={() => ''}
                  version="0.1.0"
                />
              )}
            />
            <Route path="*" component={() => <p>{`elsewhere: ${history.get()}`}</p>} />
          </MemoryRouter>
        </SyncDeskProvider>
      </FootageDeskProvider>
    </OfficeProvider>
  );
}

const STAGES: Readonly<Record<string, JoinStage>> = {
  looking: { kind: 'looking', hindrance: null },
  'not-there': { kind: 'looking', hindrance: 'not-there' },
  comparing: { kind: 'comparing', digits: '482913' },
  receiving: { kind: 'receiving', done: 8_214, total: 21_406, hindrance: null },
  lost: { kind: 'receiving', done: 8_214, total: 21_406, hindrance: 'link-lost' },
  declined: { kind: 'ended', why: 'declined' },
  taken: { kind: 'ended', why: 'station-code-taken' },
};

/** A founding with real keys, in memory: it is gone when the page is left. */
function FirstRun(): JSX.Element {
  const [entered, setEntered] = createSignal(false);
  const now = () => new Date(Date.UTC(2026, 2, 5, 1)).toISOString() as never;
  const memory = makeMemoryBook();
  return (
    <Show when={!entered()} fallback={<p>entered</p>}>
      <FirstRunPage
        found={(founding) =>
          foundBureau(founding, {
            keyring: makeMemoryKeyring(),
            verifier,
            random,
            open: (bureau) => openBook(bureau, null, { store: memory.book, verifier, random, now }),
          })
        }
        showRecovery={() => {}}
        enter={() => setEntered(true)}
        join={makeJoinDouble(STAGES[params.get('stage') ?? 'looking'] ?? { kind: 'joined' })}
        elsewhere={params.has('origin') ? { kind: 'other-address', origin: 'http://localhost:4173' } : null}
        demonstration={makeDemonstrationDouble()}
      />
    </Show>
  );
}

function Gallery(): JSX.Element {
  const [desk] = createResource(() => foundDeskOffice(params.has('empty')));
  return <Show when={desk()}>{(made) => <Pages desk={made()} />}</Show>;
}

document.documentElement.dataset.theme = params.get('theme') ?? 'light';
document.documentElement.dataset.passphrase = PASSPHRASE;
const place = document.getElementById('root');
if (place)
  render(
    () => (
      <Switch fallback={<Gallery />}>
        <Match when={path === 'first-run'}>
          <FirstRun />
        </Match>
      </Switch>
    ),
    place,
  );
