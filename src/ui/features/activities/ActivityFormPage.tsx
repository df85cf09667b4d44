import { useNavigate, useParams } from '@solidjs/router';
import { type JSX, Match, Show, Switch, untrack } from 'solid-js';
import { type ActivityId, asId } from '../../../domain/ids.ts';
import { formatNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord, BureauRecord, DeviceRecord, PersonRecord } from '../../../domain/records.ts';
import { ACTIVITIES, activityTitle } from '../../../text/activities.ts';
import { activityRefusal } from '../../../text/refusals.ts';
import { type ActivityPlan, changeActivity, createActivity } from '../../../usecases/create-activity.ts';
import { mayLookAt } from '../../../usecases/may-look-at.ts';
import { attempt } from '../../kit/attempt.ts';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { cannotPlan } from '../../kit/may-plan.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { ActivityForm } from './ActivityForm.tsx';
import { fieldsOf, newFields } from './activity-form-view.ts';
import { NotHere } from './NotHere.tsx';
import { createOwnPlan, createSharedPlan, type PlanFields } from './plan-fields.ts';

interface FormGround {
  readonly activity: ActivityRecord | null;
  readonly bureau: BureauRecord | null;
  readonly persons: readonly PersonRecord[];
  readonly devices: readonly DeviceRecord[];
}

const T = ACTIVITIES.form;

/** /activities/new and /activities/:id/edit. */
export default function ActivityFormPage(): JSX.Element {
  const office = useOffice();
  const params = useParams<{ id?: string }>();
  const ground = createWatched(
    () => params.id,
    async (model, id): Promise<FormGround> => {
      const [activity, bureau, persons, devices] = await Promise.all([
        id === undefined ? null : model.get('activity', asId<ActivityId>(id)),
        model.get('bureau', office.desk.book.bureau),
        model.all('person'),
        model.all('device'),
      ]);
      return { activity, bureau, persons, devices };
    },
  );
  const title = (): string => (params.id === undefined ? T.newTitle : T.editTitle);
  const crumbs = () => {
    const activity = ground()?.activity;
    return [
      { words: ACTIVITIES.title, href: '/activities' },
      ...(activity ? [{ words: activityTitle(activity), href: `/activities/${activity.id}` }] : []),
    ];
  };
  return (
    <Switch fallback={<Page title={title()}>{null}</Page>}>
      <Match when={ground.fault()}>
        {(fault) => (
          <Page title={title()}>
            <CannotRead error={fault()} />
          </Page>
        )}
      </Match>
      <Match when={ground()}>
        {(known) => (
          <Page title={title()} purpose={params.id === undefined ? T.purpose : T.editPurpose} crumbs={crumbs()}>
            <Loaded id={params.id} known={known()} />
          </Page>
        )}
      </Match>
    </Switch>
  );
}

function Loaded(props: { readonly id: string | undefined; readonly known: FormGround }): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const navigate = useNavigate();
  const activity = (): ActivityRecord | null => props.known.activity;
  const hidden = (): boolean => {
    const before = activity();
    return before !== null && !mayLookAt(before, seat().record);
  };
  const plan = planOf(props);
  const save = async (plan: ActivityPlan): Promise<{ readonly fault: string } | { readonly saved: ActivityId }> => {
    let saved: ActivityId | undefined;
    const fault = await attempt(async () => {
      const before = activity();
      const outcome =
        before === null
          ? await createActivity(office.desk, seat(), plan)
          : await changeActivity(office.desk, seat(), before, plan);
      if (outcome.ok) saved = outcome.value;
      return outcome;
    }, activityRefusal);
    return fault === undefined && saved !== undefined ? { saved } : { fault: fault ?? '' };
  };
  return (
    <Show when={props.id === undefined || activity() !== null} fallback={<NotHere />}>
      <Show when={!hidden()} fallback={<NotHere hidden />}>
        <ActivityForm
          isNew={props.id === undefined}
          plan={plan}
          no={numberWords(activity(), office.settings().numberStyle)}
          me={seat().record}
          bureau={props.known.bureau}
          persons={props.known.persons}
          devices={props.known.devices}
          now={office.now}
          cannot={cannotPlan(seat().record)}
          onSave={save}
          onDone={(saved) => navigate(`/activities/${saved}`)}
          onCancel={() => navigate(props.id === undefined ? '/activities' : `/activities/${props.id}`)}
        />
      </Show>
    </Show>
  );
}

const numberWords = (activity: ActivityRecord | null, style: 'plain' | 'document'): string =>
  activity === null ? T.numberNew : T.number(formatNumber(activity.no, style));

/** What the form starts from is taken once: a change of the record meanwhile must not take away what is being typed. */
function planOf(props: { readonly id: string | undefined; readonly known: FormGround }): PlanFields {
  const seat = useSeat();
  const { person, record } = untrack(seat);
  const before = untrack(() => props.known.activity);
  const start =
    before === null
      ? newFields(
          record,
          untrack(() => props.known.devices),
        )
      : fieldsOf(before);
  return before !== null && record.roles.includes('officer') && before.officers.includes(person)
    ? createSharedPlan(before.id, () => fieldsOf(props.known.activity ?? before))
    : createOwnPlan(start, untrack(() => props.id) ?? 'new');
}
