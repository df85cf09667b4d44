import '../../../src/ui/style/base.css';
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { createResource, createSignal, type JSX, lazy, Show } from 'solid-js';
import { render } from 'solid-js/web';
import { type Instant, plusMs, toInstant } from '../../../src/domain/time.ts';
import { Frame } from '../../../src/ui/frame.tsx';
import { createExamining } from '../../../src/ui/live/examining.ts';
import { type FootageDesk, FootageDeskProvider } from '../../../src/ui/live/footage-desk.ts';
import { type Office, OfficeProvider, type SeatedPerson } from '../../../src/ui/live/office.ts';
import { SyncDeskProvider } from '../../../src/ui/live/sync-desk.ts';
import { makeSyncDouble } from '../../doubles/sync-desk.ts';
import { foundSampleOffice, playDay, type SampleOffice } from './seed.ts';

// ?path=/ &who=zhang|li|wang|zhao|sun|zhou &at=2026-03-05T16:42:00+08:00 &empty &offline &style=document &theme &size
// In a path, :today, :tomorrow, :away, :late, :done and :gaps stand for the sample activities.
const params = new URLSearchParams(location.search);
const root = document.documentElement;
root.dataset.theme = params.get('theme') ?? 'light';
root.dataset.fontSize = params.get('size') ?? 'standard';

const TodayPage = lazy(() => import('../../../src/ui/features/today/TodayPage.tsx'));
const ActivitiesPage = lazy(() => import('../../../src/ui/features/activities/ActivitiesPage.tsx'));
const ActivityFormPage = lazy(() => import('../../../src/ui/features/activities/ActivityFormPage.tsx'));
const ActivityPage = lazy(() => import('../../../src/ui/features/activities/ActivityPage.tsx'));
const CheckPage = lazy(() => import('../../../src/ui/features/checkcard/CheckPage.tsx'));
const ChecksPage = lazy(() => import('../../../src/ui/features/checkcard/ChecksPage.tsx'));
const FindingsPage = lazy(() => import('../../../src/ui/features/findings/FindingsPage.tsx'));
const FieldPage = lazy(() => import('../../../src/ui/features/field/FieldPage.tsx'));
const SiteStepsPage = lazy(() => import('../../../src/ui/features/field/SiteStepsPage.tsx'));
const NotRecordedPage = lazy(() => import('../../../src/ui/features/field/NotRecordedPage.tsx'));
const StopPage = lazy(() => import('../../../src/ui/features/field/StopPage.tsx'));
const CuePage = lazy(() => import('../../../src/ui/features/field/CuePage.tsx'));

declare global {
  interface Window {
    /** Puts the office's clock ahead, for tests. */
    skipTime: (ms: number) => void;
  }
}

interface Means {
  readonly sample: SampleOffice;
  readonly seat: SeatedPerson;
  readonly start: Instant;
}

async function open(): Promise<Means> {
  const sample = await foundSampleOffice(params.has('empty'));
  const start = toInstant(Date.parse(params.get('at') ?? '2026-03-05T16:42:00+08:00'));
  if (!params.has('empty')) await playDay(sample, start);
  sample.office.clock.set(start);
  const seat = sample.seats[(params.get('who') ?? 'zhang') as keyof SampleOffice['seats']];
  const record = await sample.office.desk.records.get('person', seat.person);
  if (record === null) throw new Error('nobody of that name');
  return { sample, seat: { ...seat, record, own: record.roles }, start };
}

function makeOffice({ sample, seat, start }: Means): Office {
  const begun = performance.now();
  let skippedMs = 0;
  const current = (): Instant => plusMs(start, Math.floor((performance.now() - begun) / 1000) * 1000 + skippedMs);
  const [now, setNow] = createSignal(current());
  const [locked, setLocked] = createSignal(false);
  const tick = (): void => {
    const at = current();
    sample.office.clock.set(at);
    setNow(at);
  };
  setInterval(tick, 250);
  window.skipTime = (ms) => {
    skippedMs += ms;
    tick();
  };
  return {
    desk: sample.office.desk,
    seat: () => (locked() ? null : seat),
    now,
    settings: () => ({
      theme: 'light',
      fontSize: 'standard',
      idleLockMinutes: 10,
      numberStyle: params.get('style') === 'document' ? 'document' : 'plain',
    }),
    changeSettings: async () => {},
    unlock: async () => ({ ok: true, value: null }),
    lock: () => void setLocked((was) => !was),
    signAs: async () => ({ ok: true, value: seat }),
    tab: () => (params.has('follower') ? 'follower' : 'writer'),
    takeOver: () => {},
    online: () => !params.has('offline'),
    examining: createExamining(() => Promise.reject(new Error('not here'))),
  };
}

const FOOTAGE = {
  jobs: () => [],
  cameras: () => [],
  cameraTold: () => null,
  camerasOffered: true,
  intakes: () => [],
  intakeJob: () => null,
  storing: () => null,
  putAwayStoring: () => undefined,
  buffered: () => undefined,
  safety: () => ({ persisted: true, freeBytes: 412_600_000_000, bufferedFiles: 7, bufferedBytes: 2_900_000_000 }),
} as unknown as FootageDesk;

const SYNC = makeSyncDouble({ scene: 'alone', now: () => toInstant(Date.parse('2026-03-05T16:42:00+08:00')) });

const OWN_FRAME = /^\/(field|cue)\//;

function App(props: Means): JSX.Element {
  const office = makeOffice(props);
  const history = createMemoryHistory();
  const names = props.sample.activities as Readonly<Record<string, string>>;
  history.set({ value: (params.get('path') ?? '/').replace(/:(\w+)/, (_, name: string) => names[name] ?? name) });
  const framed = (inner: { readonly children?: JSX.Element; readonly location: { readonly pathname: string } }) => (
    <Show
      when={office.seat() !== null}
      fallback={
        <button type="button" onClick={() => office.lock()}>
          unlock
        </button>
      }
    >
      <Show when={!OWN_FRAME.test(inner.location.pathname)} fallback={inner.children}>
        <Frame update={() => 'none'} onUpdate={() => {}} clockBack={() => false}>
          {inner.children}
        </Frame>
      </Show>
    </Show>
  );
  return (
    <OfficeProvider value={office}>
      <FootageDeskProvider value={FOOTAGE}>
        <SyncDeskProvider value={SYNC}>
          <MemoryRouter history={history} root={framed}>
            <Route path="/" component={TodayPage} />
            <Route path="/activities" component={ActivitiesPage} />
            <Route path="/activities/new" component={ActivityFormPage} />
            <Route path="/activities/:id" component={ActivityPage} />
            <Route path="/activities/:id/edit" component={ActivityFormPage} />
            <Route path="/check" component={ChecksPage} />
            <Route path="/check/:id" component={CheckPage} />
            <Route path="/findings" component={FindingsPage} />
            <Route path="/field/:id" component={FieldPage} />
            <Route path="/field/:id/steps" component={SiteStepsPage} />
            <Route path="/field/:id/not-recorded" component={NotRecordedPage} />
            <Route path="/field/:id/stop" component={StopPage} />
            <Route path="/cue/:id" component={CuePage} />
            <Route path="*" component={() => <h1>elsewhere</h1>} />
          </MemoryRouter>
        </SyncDeskProvider>
      </FootageDeskProvider>
    </OfficeProvider>
  );
}

function Gallery(): JSX.Element {
  const [means] = createResource(open);
  return <Show when={means()}>{(known) => <App {...known()} />}</Show>;
}

const place = document.getElementById('root');
if (place) render(() => <Gallery />, place);
