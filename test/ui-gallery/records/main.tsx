import '../../../src/ui/style/base.css';
import { Route, Router } from '@solidjs/router';
import { createResource, createSignal, type JSX, Show } from 'solid-js';
import { render } from 'solid-js/web';
import PrintCentrePage from '../../../src/ui/features/printing/PrintCentrePage.tsx';
import PrintPage from '../../../src/ui/features/printing/PrintPage.tsx';
import RecordPage from '../../../src/ui/features/record/RecordPage.tsx';
import RegisterPage from '../../../src/ui/features/register/RegisterPage.tsx';
import { Frame } from '../../../src/ui/frame.tsx';
import { createExamining } from '../../../src/ui/live/examining.ts';
import { FootageDeskProvider } from '../../../src/ui/live/footage-desk.ts';
import { type Office, OfficeProvider } from '../../../src/ui/live/office.ts';
import { SyncDeskProvider } from '../../../src/ui/live/sync-desk.ts';
import type { Seat } from '../../../src/usecases/desk.ts';
import { foundOffice } from '../../doubles/office-desk.ts';
import { makeSyncDouble } from '../../doubles/sync-desk.ts';
import { makeFootageDouble } from './footage-double.ts';
import { type SeededOffice, seedOffice } from './seed.ts';

// Words of the address: seat=custodian|officer|legal, n=60 activities, files=33 each, theme=dark, empty, follower.
const params = new URLSearchParams(location.search);
document.documentElement.dataset.theme = params.get('theme') ?? 'light';

async function open(): Promise<{ readonly office: SeededOffice; readonly seat: Seat }> {
  if (params.has('empty')) {
    const office = await foundOffice();
    return {
      office: { ...office, officer: office.custodian, legal: office.custodian, media: [] },
      seat: office.custodian,
    };
  }
  const office = await seedOffice(Number(params.get('n') ?? 60), Number(params.get('files') ?? 33));
  const seats: Readonly<Record<string, Seat>> = { custodian: office.custodian, legal: office.legal };
  return { office, seat: seats[params.get('seat') ?? ''] ?? office.officer };
}

declare global {
  interface Window {
    /** For tests that look into the book. */
    office: SeededOffice;
  }
}

async function furnish() {
  const { office, seat } = await open();
  window.office = office;
  const record = await office.desk.records.get('person', seat.person);
  if (record === null) throw new Error('nobody');
  const [now, setNow] = createSignal(office.desk.now());
  setInterval(() => {
    office.clock.advance(1000);
    setNow(office.desk.now());
  }, 1000);
  const unasked = () => Promise.reject(new Error('not asked in this gallery'));
  const made: Office = {
    desk: office.desk,
    seat: () => ({ ...seat, record, own: record.roles }),
    now,
    settings: () => ({ theme: 'light', fontSize: 'standard', idleLockMinutes: 10, numberStyle: 'plain' }),
    changeSettings: async () => undefined,
    unlock: unasked,
    lock: () => undefined,
    signAs: unasked,
    tab: () => (params.has('follower') ? 'follower' : 'writer'),
    takeOver: () => undefined,
    online: () => true,
    examining: createExamining(() => Promise.reject(new Error('not here'))),
  };
  return { made, footage: makeFootageDouble(office.desk, office.media) };
}

const framed = (inside: { readonly children?: JSX.Element }): JSX.Element => (
  <Frame update={() => 'none'} onUpdate={() => undefined} clockBack={() => false}>
    {inside.children}
  </Frame>
);

function Furnished(): JSX.Element {
  const [ready] = createResource(furnish);
  return (
    <Show when={ready()}>
      {(desk) => (
        <OfficeProvider value={desk().made}>
          <FootageDeskProvider value={desk().footage}>
            <SyncDeskProvider value={makeSyncDouble({ scene: 'alone', now: desk().made.now })}>
              <Router>
                <Route component={framed}>
                  <Route path="/register" component={RegisterPage} />
                  <Route path="/register/:id" component={RecordPage} />
                  <Route path="/print" component={PrintCentrePage} />
                  <Route path="/print/:form/:id?" component={PrintPage} />
                  <Route path="*" component={() => <h1>{location.pathname}</h1>} />
                </Route>
              </Router>
            </SyncDeskProvider>
          </FootageDeskProvider>
        </OfficeProvider>
      )}
    </Show>
  );
}

const root = document.getElementById('root');
if (root !== null) render(() => <Furnished />, root);
