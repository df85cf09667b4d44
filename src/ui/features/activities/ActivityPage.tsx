import { useNavigate, useParams } from '@solidjs/router';
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js';
import { type ActivityStage, activityStage, intakesOf } from '../../../domain/activity-stage.ts';
import { type ActivityId, asId } from '../../../domain/ids.ts';
import { formatNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord, RecordingRecord } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';
import { isExcusedWhole } from '../../../regulation/standing.ts';
import { ACTIVITIES, ACTIVITY_STAGE, activityTitle } from '../../../text/activities.ts';
import { PARTY } from '../../../text/party.ts';
import { type JudgedActivity, judgeActivity } from '../../../usecases/judged-activity.ts';
import { mayLookAt } from '../../../usecases/may-look-at.ts';
import { Button } from '../../kit/Button.tsx';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { Columns, Stack } from '../../kit/Layout.tsx';
import { cannotPlan } from '../../kit/may-plan.ts';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Tag } from '../../kit/Words.tsx';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createReadings } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { ActivityLinks } from './ActivityLinks.tsx';
import { ActivityRecordings } from './ActivityRecordings.tsx';
import { activityFacts } from './activity-view.ts';
import { DueSheet } from './DueSheet.tsx';
import { FindingsSheet } from './FindingsSheet.tsx';
import { GapsSheet } from './GapsSheet.tsx';
import { MarksSheet } from './MarksSheet.tsx';
import { NonRecordingSheet } from './NonRecordingSheet.tsx';
import { NotesSheet } from './NotesSheet.tsx';
import { NotHere } from './NotHere.tsx';
import { StepsSheet } from './StepsSheet.tsx';
import { TimelineSheet } from './TimelineSheet.tsx';

/** Beginning of the minute: deadlines need not be thought over every second. */
const minuteOf = (now: Instant): Instant => `${now.slice(0, 16)}:00.000Z` as Instant;

/** /activities/:id */
export default function ActivityPage(): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const params = useParams<{ id: string }>();
  const minute = createMemo(() => minuteOf(office.now()));
  const readings = createReadings(
    () => ({ id: asId<ActivityId>(params.id), at: minute() }),
    async (records, { id, at }): Promise<{ readonly judged: JudgedActivity | null }> => ({
      judged: await judgeActivity({ records, book: office.desk.book }, id, at),
    }),
  );
  const alone = (body: JSX.Element): JSX.Element => <Page title={ACTIVITIES.title}>{body}</Page>;
  return (
    <Switch fallback={alone(null)}>
      <Match when={readings.fault()}>{(fault) => alone(<CannotRead error={fault()} />)}</Match>
      <Match when={readings()?.judged}>
        {(judged) => (
          <Show when={mayLookAt(judged().records.activity, seat().record)} fallback={alone(<NotHere hidden />)}>
            <Activity judged={judged()} />
          </Show>
        )}
      </Match>
      <Match when={readings()}>{alone(<NotHere />)}</Match>
    </Switch>
  );
}

function Activity(props: { readonly judged: JudgedActivity }): JSX.Element {
  const office = useOffice();
  const names = createNames();
  const navigate = useNavigate();
  const naming = {
    person: names.person,
    device: names.device,
    division: names.division,
    get numberStyle() {
      return office.settings().numberStyle;
    },
  };
  const activity = (): ActivityRecord => props.judged.records.activity;
  const recordings = (): readonly RecordingRecord[] => props.judged.records.recordings;
  const stage = (): ActivityStage => activityStage(activity(), intakesOf(recordings()));
  const no = (): string => formatNumber(activity().no, naming.numberStyle);
  return (
    <Page
      title={activityTitle(activity())}
      crumbs={[{ words: ACTIVITIES.title, href: '/activities' }, { words: no() }]}
      density="compact"
      onPrint={() => navigate(`/print/F1-check/${activity().id}`)}
      actions={<Acts activity={activity()} stage={stage()} />}
    >
      <Show when={activity().mergedInto}>
        {(kept) => (
          <Note title={ACTIVITIES.merged.title}>
            <a href={`/activities/${kept()}`}>{ACTIVITIES.merged.follow}</a>
          </Note>
        )}
      </Show>
      <TimelineSheet judged={props.judged} naming={naming} />
      <Columns kind="side">
        <Stack>
          <Sheet
            low
            title={ACTIVITIES.facts.heading}
            aside={<Tag tone={toneOf(stage())}>{ACTIVITY_STAGE[stage()]}</Tag>}
          >
            <Facts columns={2} facts={activityFacts(activity(), naming)} />
          </Sheet>
          <Sheet low title={PARTY.forms}>
            <ActivityLinks activity={activity()} />
          </Sheet>
          <StepsSheet judged={props.judged} naming={naming} />
          <ActivityRecordings recordings={recordings()} naming={naming} />
        </Stack>
        <Stack pane={ACTIVITIES.sidePane}>
          <FindingsSheet judged={props.judged} naming={naming} />
          <DueSheet
            activity={activity()}
            recordings={recordings()}
            naming={naming}
            excused={recordings().length === 0 && isExcusedWhole(props.judged.facts)}
          />
          <GapsSheet judged={props.judged} naming={naming} />
          <NonRecordingSheet judged={props.judged} naming={naming} />
          <NotesSheet judged={props.judged} naming={naming} />
          <MarksSheet judged={props.judged} naming={naming} stations={names.registers().stations} />
        </Stack>
      </Columns>
    </Page>
  );
}

const toneOf = (stage: ActivityStage): 'plain' | 'good' | 'wait' => {
  if (stage === 'taken-in') return 'good';
  return stage === 'planned' || stage === 'on-site' ? 'plain' : 'wait';
};

/** One primary act, by how far the activity has come. */
function Acts(props: { readonly activity: ActivityRecord; readonly stage: ActivityStage }): JSX.Element {
  const seat = useSeat();
  const T = ACTIVITIES.acts;
  const onSite = (): boolean => props.activity.finished === null;
  return (
    <>
      <Button href={`/activities/${props.activity.id}/edit`} cannot={cannotPlan(seat().record)} reasonAt="before">
        {T.edit}
      </Button>
      <Show when={onSite()}>
        <Button href={`/check/${props.activity.id}`}>{T.check}</Button>
        <Button href={`/cue/${props.activity.id}`}>{T.cue}</Button>
      </Show>
      <Show
        when={onSite()}
        fallback={
          <Button
            look={props.stage === 'taken-in' ? 'plain' : 'primary'}
            href={`/intake?activity=${props.activity.id}`}
          >
            {props.stage === 'taken-in' ? T.intakeMore : T.intake}
          </Button>
        }
      >
        <Button look="primary" href={`/field/${props.activity.id}`}>
          {T.field}
        </Button>
      </Show>
    </>
  );
}
