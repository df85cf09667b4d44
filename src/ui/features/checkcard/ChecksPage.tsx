import { createMemo, For, type JSX, Match, Show, Switch } from 'solid-js';
import { type DeviceDayRecord, deviceDayId } from '../../../domain/course-records.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import { beijingDate } from '../../../domain/time.ts';
import { activityTitle } from '../../../text/activities.ts';
import { CHECKCARD } from '../../../text/checkcard.ts';
import { timeInTable } from '../../../text/times.ts';
import { dayOfGoing, toCheck } from '../../../usecases/devices-to-check.ts';
import { wholeActivities } from '../../../usecases/whole-activity.ts';
import { Button } from '../../kit/Button.tsx';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Columns, Row, Rows } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Article, Sub, Tag } from '../../kit/Words.tsx';
import { useOffice, useSeat } from '../../live/office.ts';
import { createReadings } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { ClockSheet } from './ClockSheet.tsx';
import { standingOf } from './check-view.ts';

const T = CHECKCARD.lists;

interface Listed {
  readonly activities: readonly ActivityRecord[];
  readonly days: readonly DeviceDayRecord[];
}

/** /check: the clock for every recorder, and the activities there are devices to check for. */
export default function ChecksPage(): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const today = createMemo(() => beijingDate(office.now()));
  const readings = createReadings(
    () => ({ person: seat().person, today: today() }),
    async (records, asked): Promise<Listed> => {
      const activities = toCheck(wholeActivities(await records.all('activity')), asked.person, office.desk.now());
      const devices = [...new Set(activities.flatMap((activity) => activity.devices))];
      const days = await records.getMany(
        'deviceDay',
        devices.map((device) => deviceDayId(device, asked.today)),
      );
      return { activities, days };
    },
  );
  return (
    <Page title={CHECKCARD.title} purpose={T.rule}>
      <Columns kind="clock">
        <ClockSheet />
        <Switch>
          <Match when={readings.fault()}>{(fault) => <CannotRead error={fault()} />}</Match>
          <Match when={readings()}>{(listed) => <Listing {...listed()} today={today()} />}</Match>
        </Switch>
      </Columns>
    </Page>
  );
}

function Listing(props: Listed & { readonly today: string }): JSX.Element {
  const state = (activity: ActivityRecord): { readonly words: string; readonly all: boolean } => {
    const { devices } = activity;
    const day = dayOfGoing(activity, props.today);
    const passed = devices.filter((device) => standingOf(device, props.days, day).passed === true).length;
    return { words: T.state(passed, devices.length), all: passed === devices.length };
  };
  return (
    <Show
      when={props.activities.length > 0}
      fallback={
        <Empty title={T.none} words={T.noneWords}>
          <Button href="/activities/new">{T.create}</Button>
        </Empty>
      }
    >
      <Sheet bare title={T.heading} aside={<Article article={5} />}>
        <Rows>
          <For each={props.activities}>
            {(activity) => (
              <Row
                end={
                  <Button size="s" href={`/check/${activity.id}`} name={T.about(activityTitle(activity))}>
                    {T.open}
                  </Button>
                }
              >
                <b>{activityTitle(activity)}</b>{' '}
                <Sub>{activity.plannedAt === null ? T.unplanned : T.planned(timeInTable(activity.plannedAt))}</Sub>{' '}
                <Tag tone={state(activity).all ? 'good' : 'wait'}>{state(activity).words}</Tag>
              </Row>
            )}
          </For>
        </Rows>
      </Sheet>
    </Show>
  );
}
