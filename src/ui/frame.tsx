import { useLocation, useNavigate } from '@solidjs/router';
import { createMemo, type JSX, Show } from 'solid-js';
import { DEMO } from '../text/demonstration-desk.ts';
import { JOB } from '../text/jobs.ts';
import { ROLE } from '../text/nouns.ts';
import { APP, COMMANDS, PAGES } from '../text/pages.ts';
import { SHELL } from '../text/shell.ts';
import { percent } from '../text/times.ts';
import { createDue, type PageId } from './due.ts';
import { footWords } from './features/sync/foot-words.ts';
import { Button } from './kit/Button.tsx';
import { isBookCare } from './live/book-care.ts';
import { useFootageDesk } from './live/footage-desk.ts';
import type { RunningJob } from './live/jobs.ts';
import { createNames } from './live/names.ts';
import { isDemonstration, useOffice } from './live/office.ts';
import { createRegisterSearch } from './live/register-search.ts';
import { useSyncDesk } from './live/sync-desk.ts';
import type { FootState, RailPage } from './shell/rail-types.ts';
import { Banner, Shell } from './shell/Shell.tsx';

const HREF: Record<PageId, string> = {
  today: '/',
  activities: '/activities',
  check: '/check',
  intake: '/intake',
  store: '/store',
  handover: '/handover',
  register: '/register',
  equipment: '/equipment',
  findings: '/findings',
  rules: '/rules',
  print: '/print',
  examine: '/examine',
  sync: '/sync',
  people: '/people',
  station: '/station',
};

const GROUPS: readonly (readonly PageId[])[] = [
  ['today', 'activities', 'check', 'intake'],
  ['store', 'handover', 'register', 'equipment'],
  ['findings', 'rules', 'print', 'examine'],
  ['sync', 'people'],
];

/** Which rail page the address belongs to. */
export function pageOf(path: string): PageId {
  if (path.startsWith('/party')) return 'register';
  if (path.startsWith('/field') || path.startsWith('/cue')) return 'activities';
  if (isBookCare(path)) return 'examine';
  const found = (Object.keys(HREF) as PageId[]).find((id) => id !== 'today' && path.startsWith(HREF[id]));
  return found ?? 'today';
}

export interface FrameProps {
  readonly update: () => 'none' | 'waiting' | 'activating';
  readonly onUpdate: () => void;
  readonly clockBack: () => boolean;
  readonly children?: JSX.Element;
}

/** The shell round every page: rail with what is due, the foot with what runs, banners, commands. */
export function Frame(props: FrameProps): JSX.Element {
  const office = useOffice();
  const footage = useFootageDesk();
  const sync = useSyncDesk();
  const names = createNames();
  const location = useLocation();
  const navigate = useNavigate();
  const search = createRegisterSearch();
  const due = createDue(names);
  const page = (id: PageId): RailPage => ({ id, name: PAGES[id], href: HREF[id], due: due(id) });
  const station = createMemo(() => names.registers().stations.find((s) => s.id === office.desk.station.station));
  const foot = createMemo(
    (): FootState => ({
      job: jobLine(footage.jobs()),
      sync: { href: HREF.sync, words: isDemonstration(office) ? DEMO.noSync : footWords(sync.report()) },
      station: { href: HREF.station, words: `${office.desk.station.code} ${station()?.name ?? ''}` },
      person: person(office.seat()),
    }),
  );
  const commands = createMemo(() => [
    { id: 'new-activity', words: COMMANDS.newActivity, run: () => navigate('/activities/new') },
    { id: 'intake', words: COMMANDS.intake, run: () => navigate('/intake') },
    { id: 'store', words: COMMANDS.store, run: () => navigate('/store') },
    { id: 'handover', words: COMMANDS.handover, run: () => navigate('/handover/new') },
    { id: 'register', words: COMMANDS.register, run: () => navigate('/register') },
    { id: 'print', words: COMMANDS.print, run: () => navigate('/print') },
    { id: 'lock', words: COMMANDS.lock, run: office.lock },
  ]);

  return (
    <Shell
      bureau={names.registers().bureau?.name ?? ''}
      demo={isDemonstration(office)}
      groups={GROUPS.map((group) => group.map(page))}
      tabs={(['today', 'activities', 'intake', 'register'] as const).map(page)}
      current={pageOf(location.pathname)}
      foot={foot()}
      onLock={office.lock}
      onGo={(href) => navigate(href)}
      commands={commands()}
      found={search.found()}
      onQuery={search.ask}
      banners={
        <>
          <Show when={isDemonstration(office) && office.demonstration}>
            {(desk) => (
              <Banner
                act={
                  <Button size="s" onPress={desk().leave}>
                    {DEMO.leave}
                  </Button>
                }
              >
                {DEMO.banner}
              </Banner>
            )}
          </Show>
          <Show when={office.tab() === 'follower'}>
            <Banner
              act={
                <Button size="s" onPress={office.takeOver}>
                  {SHELL.actHere}
                </Button>
              }
            >
              {SHELL.otherWindow}
            </Banner>
          </Show>
          <Show when={props.clockBack()}>
            <Banner>{APP.clockBack}</Banner>
          </Show>
          <Show when={props.update() === 'waiting'}>
            <Banner
              act={
                <Button size="s" onPress={props.onUpdate}>
                  {SHELL.updateNow}
                </Button>
              }
            >
              {SHELL.updateWaits}
            </Banner>
          </Show>
        </>
      }
    >
      {props.children}
    </Shell>
  );
}

const person = (seat: ReturnType<ReturnType<typeof useOffice>['seat']>): FootState['person'] => {
  const role = seat?.record.roles[0];
  return seat === null
    ? undefined
    : { href: HREF.people, role: role === undefined ? '' : ROLE[role], name: seat.record.name ?? '' };
};

function jobLine(jobs: readonly RunningJob[]): FootState['job'] {
  const open = jobs.filter(({ job }) => ['waiting', 'running', 'paused', 'failed'].includes(job().kind));
  // Of cards and cameras that queue, the one that moves.
  const shown = open.findLast(({ job }) => job().kind === 'running') ?? open.at(-1);
  if (shown === undefined) return { href: HREF.intake };
  const job = shown.job();
  const progress = 'progress' in job ? job.progress : undefined;
  const fraction =
    progress === undefined || progress.bytes.total === 0 ? 0 : progress.bytes.done / progress.bytes.total;
  return {
    href: shown.href,
    words: JOB[shown.kind],
    detail: percent(fraction),
    fraction,
    stopped: job.kind === 'paused' || job.kind === 'failed',
  };
}
