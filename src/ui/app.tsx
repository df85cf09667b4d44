import { Route, Router } from '@solidjs/router';
import { type Accessor, type Component, ErrorBoundary, type JSX, lazy, onMount, Show, Suspense } from 'solid-js';
import { DEMO } from '../text/demonstration-desk.ts';
import { APP } from '../text/pages.ts';
import { footWords } from './features/sync/foot-words.ts';
import { Frame, type FrameProps } from './frame.tsx';
import { Button } from './kit/Button.tsx';
import { Empty } from './kit/Empty.tsx';
import { Trouble } from './kit/Trouble.tsx';
import { type FootageDesk, FootageDeskProvider, useFootageDesk } from './live/footage-desk.ts';
import type { JoinDesk } from './live/join-desk.ts';
import { isDemonstration, type Office, OfficeProvider, useOffice } from './live/office.ts';
import { type SyncDesk, SyncDeskProvider, useSyncDesk } from './live/sync-desk.ts';
import { Page } from './shell/Page.tsx';

const TodayPage = lazy(() => import('./features/today/TodayPage.tsx'));
const ActivitiesPage = lazy(() => import('./features/activities/ActivitiesPage.tsx'));
const ActivityFormPage = lazy(() => import('./features/activities/ActivityFormPage.tsx'));
const ActivityPage = lazy(() => import('./features/activities/ActivityPage.tsx'));
const CheckPage = lazy(() => import('./features/checkcard/CheckPage.tsx'));
const ChecksPage = lazy(() => import('./features/checkcard/ChecksPage.tsx'));
const FindingsPage = lazy(() => import('./features/findings/FindingsPage.tsx'));
const FieldPage = lazy(() => import('./features/field/FieldPage.tsx'));
const SiteStepsPage = lazy(() => import('./features/field/SiteStepsPage.tsx'));
const NotRecordedPage = lazy(() => import('./features/field/NotRecordedPage.tsx'));
const StopPage = lazy(() => import('./features/field/StopPage.tsx'));
const CuePage = lazy(() => import('./features/field/CuePage.tsx'));
const IntakePage = lazy(() => import('./features/intake/IntakePage.tsx'));
const IntakeRunPage = lazy(() => import('./features/intake/IntakeRunPage.tsx'));
const StorePage = lazy(() => import('./features/store/StorePage.tsx'));
const HandoverListPage = lazy(() => import('./features/handover/HandoverListPage.tsx'));
const NewHandoverPage = lazy(() => import('./features/handover/NewHandoverPage.tsx'));
const HandoverPage = lazy(() => import('./features/handover/HandoverPage.tsx'));
const RegisterPage = lazy(() => import('./features/register/RegisterPage.tsx'));
const RecordPage = lazy(() => import('./features/record/RecordPage.tsx'));
const PrintCentrePage = lazy(() => import('./features/printing/PrintCentrePage.tsx'));
const PrintPage = lazy(() => import('./features/printing/PrintPage.tsx'));
const EquipmentPage = lazy(() => import('./features/equipment/EquipmentPage.tsx'));
const DevicePage = lazy(() => import('./features/equipment/DevicePage.tsx'));
const PartyPage = lazy(() => import('./features/party/PartyPage.tsx'));
const TwinsPage = lazy(() => import('./features/twins/TwinsPage.tsx'));
const SamplePage = lazy(() => import('./features/sample/SamplePage.tsx'));
const PeoplePage = lazy(() => import('./features/people/PeoplePage.tsx'));
const ArticlesPage = lazy(() => import('./features/rules/ArticlesPage.tsx'));
const ParametersPage = lazy(() => import('./features/rules/ParametersPage.tsx'));
const TemplatesPage = lazy(() => import('./features/rules/TemplatesPage.tsx'));
const StationPage = lazy(() => import('./features/station/StationPage.tsx'));
const ExaminePage = lazy(() => import('./features/examine/ExaminePage.tsx'));
const ReportPage = lazy(() => import('./features/examine/ReportPage.tsx'));
const WitnessPage = lazy(() => import('./features/witness/WitnessPage.tsx'));
const IncidentsPage = lazy(() => import('./features/incidents/IncidentsPage.tsx'));
const SpillPage = lazy(() => import('./features/spill/SpillPage.tsx'));
const SyncPage = lazy(() => import('./features/sync/SyncPage.tsx'));
const InvitePage = lazy(() => import('./features/sync/InvitePage.tsx'));
const ByHandPage = lazy(() => import('./features/sync/ByHandPage.tsx'));
const AlreadyHerePage = lazy(() => import('./features/first-run/AlreadyHerePage.tsx'));
const LockPage = lazy(() => import('./features/lock/LockPage.tsx'));

export interface AppProps extends Omit<FrameProps, 'children'> {
  readonly office: Office;
  readonly footage: FootageDesk;
  readonly sync: SyncDesk;
  readonly join: Pick<JoinDesk, 'read'>;
  readonly offline: Accessor<'preparing' | 'ready' | 'unavailable'>;
  /** Hands one file to the browser's downloads. */
  readonly save: (name: string, content: Blob) => void;
}

/** The app of a founded bureau: the lock, or the pages in their frame. */
export function App(props: AppProps): JSX.Element {
  // Real footage, other PCs and exports have no place in the demonstration.
  const real = (page: Component): Component => (isDemonstration(props.office) ? NotInDemonstration : page);
  const root = (inside: { readonly children?: JSX.Element }): JSX.Element => (
    <Locked>
      <Guarded>{inside.children}</Guarded>
    </Locked>
  );
  const framed = (inside: { readonly children?: JSX.Element }): JSX.Element => (
    <Frame update={props.update} onUpdate={props.onUpdate} clockBack={props.clockBack}>
      <Guarded>{inside.children}</Guarded>
    </Frame>
  );
  return (
    <OfficeProvider value={props.office}>
      <FootageDeskProvider value={props.footage}>
        <SyncDeskProvider value={props.sync}>
          <Router root={root}>
            <Route path="/field/:id" component={FieldPage} />
            <Route path="/field/:id/steps" component={SiteStepsPage} />
            <Route path="/field/:id/not-recorded" component={NotRecordedPage} />
            <Route path="/field/:id/stop" component={StopPage} />
            <Route path="/cue/:id" component={CuePage} />
            <Route component={framed}>
              <Route path="/" component={TodayPage} />
              <Route path="/activities" component={ActivitiesPage} />
              <Route path="/activities/twins" component={TwinsPage} />
              <Route path="/activities/new" component={ActivityFormPage} />
              <Route path="/activities/:id" component={ActivityPage} />
              <Route path="/activities/:id/edit" component={ActivityFormPage} />
              <Route path="/check" component={ChecksPage} />
              <Route path="/check/:id" component={CheckPage} />
              <Route path="/intake" component={real(IntakePage)} />
              <Route path="/intake/:batch" component={real(IntakeRunPage)} />
              <Route path="/store" component={StorePage} />
              <Route path="/handover" component={HandoverListPage} />
              <Route path="/handover/new" component={NewHandoverPage} />
              <Route path="/handover/:id" component={HandoverPage} />
              <Route path="/register" component={RegisterPage} />
              <Route path="/register/sample" component={SamplePage} />
              <Route path="/register/:id" component={RecordPage} />
              <Route path="/party" component={PartyPage} />
              <Route path="/equipment" component={Equipment} />
              <Route path="/equipment/:id" component={DevicePage} />
              <Route path="/findings" component={FindingsPage} />
              <Route path="/print" component={PrintCentrePage} />
              <Route path="/print/:form/:id?" component={PrintPage} />
              <Route path="/examine" component={ExaminePage} />
              <Route path="/examine/report" component={ReportPage} />
              <Route path="/witness" component={WitnessPage} />
              <Route path="/incidents" component={IncidentsPage} />
              <Route path="/spill" component={SpillPage} />
              <Route path="/rules" component={ArticlesPage} />
              <Route path="/rules/templates" component={TemplatesPage} />
              <Route path="/rules/parameters" component={ParametersPage} />
              <Route path="/sync" component={real(SyncPage)} />
              <Route path="/sync/invite" component={real(() => <InvitePage save={props.save} />)} />
              <Route path="/sync/by-hand" component={real(ByHandPage)} />
              <Route path="/join" component={real(() => <AlreadyHerePage join={props.join} />)} />
              <Route path="/people" component={PeoplePage} />
              <Route path="/station" component={real(() => <Station offline={props.offline} save={props.save} />)} />
              <Route path="*" component={NotFound} />
            </Route>
          </Router>
        </SyncDeskProvider>
      </FootageDeskProvider>
    </OfficeProvider>
  );
}

/** Nothing of the bureau is drawn while nobody has unlocked; jobs go on below. */
function Locked(props: { readonly children: JSX.Element }): JSX.Element {
  const office = useOffice();
  const footage = useFootageDesk();
  return (
    <Show when={office.seat() !== null} fallback={<LockPage jobs={footage.jobs()} />}>
      {props.children}
    </Show>
  );
}

function Guarded(props: { readonly children: JSX.Element }): JSX.Element {
  return (
    <ErrorBoundary
      fallback={(error: unknown, reset) => (
        <Page title={APP.faultTitle}>
          <Trouble
            happened={APP.faultTitle}
            safe={APP.faultSafe}
            toDo={APP.faultDo}
            code={error instanceof Error ? error.message : String(error)}
            facts={{ stack: error instanceof Error ? (error.stack ?? '') : '' }}
            act={<Button onPress={reset}>{APP.reopen}</Button>}
          />
        </Page>
      )}
    >
      <Suspense>{props.children}</Suspense>
    </ErrorBoundary>
  );
}

function Equipment(): JSX.Element {
  const footage = useFootageDesk();
  onMount(footage.lookAtMedia);
  return <EquipmentPage connectMedium={footage.connectMedium} mediaState={footage.media} />;
}

function Station(props: Pick<AppProps, 'offline' | 'save'>): JSX.Element {
  const footage = useFootageDesk();
  const office = useOffice();
  const sync = useSyncDesk();
  return (
    <StationPage
      safety={footage.safety}
      askPersist={footage.askPersist}
      exportBook={footage.exportBook}
      save={props.save}
      offline={props.offline}
      sync={() => (isDemonstration(office) ? DEMO.noSync : footWords(sync.report()))}
      version={import.meta.env.VITE_APP_VERSION}
    />
  );
}

function NotInDemonstration(): JSX.Element {
  return (
    <Page title={DEMO.closedTitle}>
      <Empty title={DEMO.closedTitle} words={DEMO.closed} />
    </Page>
  );
}

function NotFound(): JSX.Element {
  return (
    <Page title={APP.notFound}>
      <Empty title={APP.notFound} words={APP.notFoundWhy} />
    </Page>
  );
}
