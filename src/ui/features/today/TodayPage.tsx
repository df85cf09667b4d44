import { createMemo, type JSX, Match, Show, Switch } from 'solid-js';
import type { ReadModel } from '../../../domain/ports/read-model.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import { beijingDate, type Instant, plusMs } from '../../../domain/time.ts';
import { articleName, nowInHead } from '../../../text/times.ts';
import { TODAY } from '../../../text/today.ts';
import { awaitsLeader } from '../../../usecases/awaits-leader.ts';
import type { Desk } from '../../../usecases/desk.ts';
import { waitingActs } from '../../../usecases/second-signature.ts';
import { Button } from '../../kit/Button.tsx';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { Columns, Stack } from '../../kit/Layout.tsx';
import { cannotPlan } from '../../kit/may-plan.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { Sub } from '../../kit/Words.tsx';
import { FirstActs } from '../../live/FirstActs.tsx';
import { createBoardReadings } from '../../live/findings-board.ts';
import { useFootageDesk } from '../../live/footage-desk.ts';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createReadings, createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { Cameras } from './Cameras.tsx';
import { type CareFacts, careItems } from './care-items.ts';
import { DueRows } from './DueRows.tsx';
import { readDeskFacts } from './desk-facts.ts';
import type { Naming } from './due-words.ts';
import { judgedItems } from './judged-items.ts';
import { Certificates, RecordTallySheet } from './SideSheets.tsx';
import { dueItems, expiringCertificates, mostUrgent, recordTally } from './today-view.ts';
import { UrgentThing } from './UrgentThing.tsx';
import { unfinishedIntakes } from './unfinished-intakes.ts';

/** Findings of so long ago are looked at; older ones stand on the page of findings. */
const LOOK_BACK_MS = 90 * 86_400_000;

const NO_CARE: CareFacts = { waiting: [], spills: [], spilled: [], published: { rules: [], templates: [] } };

const careFacts =
  (desk: Desk) =>
  async (model: ReadModel, viewer: PersonRecord): Promise<CareFacts> => {
    const [waiting, spills, rules, templates] = await Promise.all([
      waitingActs(desk, viewer.id),
      model.all('spill'),
      model.get('ruleSet', desk.book.bureau),
      model.get('templates', desk.book.bureau),
    ]);
    const published = awaitsLeader({ rules, templates }, viewer);
    const named = [...new Set(spills.flatMap(({ recordings }) => recordings))];
    return { waiting, spills, spilled: await model.getMany('recording', named), published };
  };

/** Beginning of the minute: rows need not be thought over every second. */
const minuteOf = (now: Instant): Instant => `${now.slice(0, 16)}:00.000Z` as Instant;

/** 今日: the duty desk. What is due lies on top, sorted by deadline. */
export default function TodayPage(): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const footageDesk = useFootageDesk();
  const names = createNames();
  const minute = createMemo(() => minuteOf(office.now()));
  const today = createMemo(() => beijingDate(minute()));
  const facts = createWatched(
    // A new day has other activities to go to; a new minute has not.
    () => ({ person: seat().person, day: today() }),
    (model, { person }) => readDeskFacts(model, { person, now: office.desk.now() }),
  );
  const standing = createMemo(() =>
    unfinishedIntakes(footageDesk.intakes(), seat().person, (batch) => footageDesk.intakeJob(batch)?.job() ?? null),
  );
  const board = createBoardReadings(() => ({ now: minute(), from: plusMs(minute(), -LOOK_BACK_MS) }));
  const judged = createMemo(() => judgedItems(board.units() ?? [], seat().record, minute()));
  const care = createReadings(() => seat().record, careFacts(office.desk));
  const cared = () => careItems(care() ?? NO_CARE, seat().record.roles, minute());
  const items = createMemo(() => {
    const known = facts();
    return known === undefined ? [] : dueItems(known, minute(), standing(), [...judged(), ...cared()]);
  });
  const urgent = createMemo(() => mostUrgent(items()));
  const rest = createMemo(() => items().filter((item) => item.id !== urgent()?.id));
  const naming: Naming = {
    person: names.person,
    device: names.device,
    get numberStyle() {
      return office.settings().numberStyle;
    },
  };

  return (
    <Page
      title={TODAY.title}
      purpose={TODAY.purpose}
      actions={
        <>
          <Sub>{nowInHead(minute())}</Sub>
          <Button href="/activities/new" cannot={cannotPlan(seat().record)} reasonAt="before">
            {TODAY.create}
          </Button>
        </>
      }
    >
      <Cameras names={names} />
      <Switch>
        <Match when={facts.fault()}>{(fault) => <CannotRead error={fault()} />}</Match>
        <Match when={facts()}>
          {(known) => (
            <Show
              when={known().anyActivity || items().length > 0}
              fallback={<FirstActs title={TODAY.due.nothing} words={TODAY.due.firstWords} />}
            >
              <Show when={urgent()}>{(item) => <UrgentThing item={item()} naming={naming} />}</Show>
              <Columns kind="side">
                <Sheet bare title={TODAY.due.heading} sub={countWords(rest().length, urgent() !== null)}>
                  <DueRows items={rest()} now={minute()} naming={naming} beside={urgent() !== null} />
                </Sheet>
                <Stack pane={TODAY.side}>
                  <Show when={seat().record.roles.includes('officer')}>
                    <RecordTallySheet tally={recordTally(known(), minute())} article={articleName(6)} />
                  </Show>
                  <Certificates found={expiringCertificates(names.registers().persons, seat().record, minute())} />
                </Stack>
              </Columns>
            </Show>
          )}
        </Match>
      </Switch>
    </Page>
  );
}

function countWords(n: number, beside: boolean): string | undefined {
  if (n === 0) return undefined;
  return beside ? TODAY.due.more(n) : TODAY.due.count(n);
}
