import { useNavigate, useParams } from '@solidjs/router';
import { type JSX, Match, Show, Switch } from 'solid-js';
import { type ActivityStage, activityStage, intakesOf } from '../../../domain/activity-stage.ts';
import { type ActivityId, asId } from '../../../domain/ids.ts';
import { formatNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord, RecordingRecord } from '../../../domain/records.ts';
import { ACTIVITIES, ACTIVITY_STAGE, activityTitle } from '../../../text/activities.ts';
import { Button } from '../../kit/Button.tsx';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { Columns, Stack } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Tag } from '../../kit/Words.tsx';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { ActivityRecordings } from './ActivityRecordings.tsx';
import { cannotPlan, mayLookAt } from './activities-view.ts';
import { activityFacts } from './activity-view.ts';
import { DueSheet } from './DueSheet.tsx';
import { MarksSheet } from './MarksSheet.tsx';
import { NotHere } from './NotHere.tsx';
import { StepsSheet } from './StepsSheet.tsx';

interface Found {
  readonly activity: ActivityRecord;
  readonly recordings: readonly RecordingRecord[];
}

/** /activities/:id */
export default function ActivityPage(): JSX.Element {
  const seat = useSeat();
  const params = useParams<{ id: string }>();
  const watched = createWatched(
    () => asId<ActivityId>(params.id),
    async (model, id): Promise<{ readonly found: Found | null }> => {
      const activity = await model.get('activity', id);
      if (activity === null) return { found: null };
      return { found: { activity, recordings: await model.getMany('recording', activity.recordings) } };
    },
  );
  const alone = (body: JSX.Element): JSX.Element => <Page title={ACTIVITIES.title}>{body}</Page>;
  return (
    <Switch fallback={alone(null)}>
      <Match when={watched.fault()}>{(fault) => alone(<CannotRead error={fault()} />)}</Match>
      <Match when={watched()?.found}>
        {(found) => (
          <Show when={mayLookAt(found().activity, seat().record)} fallback={alone(<NotHere hidden />)}>
            <Activity activity={found().activity} recordings={found().recordings} />
          </Show>
        )}
      </Match>
      <Match when={watched()}>{alone(<NotHere />)}</Match>
    </Switch>
  );
}

function Activity(props: Found): JSX.Element {
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
  const stage = (): ActivityStage => activityStage(props.activity, intakesOf(props.recordings));
  const no = (): string => formatNumber(props.activity.no, naming.numberStyle);
  return (
    <Page
      title={activityTitle(props.activity)}
      crumbs={[{ words: ACTIVITIES.title, href: '/activities' }, { words: no() }]}
      density="compact"
      onPrint={() => navigate('/print/F1/working')}
      actions={<Acts activity={props.activity} stage={stage()} />}
    >
      <Columns kind="side">
        <Stack>
          <Sheet
            low
            title={ACTIVITIES.facts.heading}
            aside={<Tag tone={toneOf(stage())}>{ACTIVITY_STAGE[stage()]}</Tag>}
          >
            <Facts columns={2} facts={activityFacts(props.activity, naming)} />
          </Sheet>
          <ActivityRecordings recordings={props.recordings} naming={naming} />
          <StepsSheet activity={props.activity} />
        </Stack>
        <Stack pane={ACTIVITIES.sidePane}>
          <DueSheet activity={props.activity} recordings={props.recordings} naming={naming} />
          <MarksSheet activity={props.activity} naming={naming} stations={names.registers().stations} />
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
