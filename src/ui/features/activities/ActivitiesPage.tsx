import { useNavigate } from '@solidjs/router';
import { createMemo, createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import { isMerged } from '../../../domain/activity-stage.ts';
import type { ActivityRecord, PersonRecord } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import { intakesAmong, readRegrouped } from '../../../usecases/activity-due.ts';
import { excusedAmong } from '../../../usecases/excused.ts';
import { mayLookAt } from '../../../usecases/may-look-at.ts';
import { wholeActivities } from '../../../usecases/whole-activity.ts';
import { Button } from '../../kit/Button.tsx';
import { CannotRead } from '../../kit/CannotRead.tsx';
import type { Sort } from '../../kit/DataTable.tsx';
import { cannotPlan } from '../../kit/may-plan.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { ActivityFilters } from './ActivityFilters.tsx';
import { ActivityTable } from './ActivityTable.tsx';
import {
  type ActivityFilter,
  type ActivitySort,
  activityRows,
  type Intakes,
  type Naming,
  NO_FILTER,
  passes,
  sorted,
} from './activities-view.ts';
import { NoActivities } from './NoActivities.tsx';
import { TwinsNote } from './TwinsNote.tsx';

const minuteOf = (now: Instant): Instant => `${now.slice(0, 16)}:00.000Z` as Instant;

/** 执法活动: every activity the person may look at. */
export default function ActivitiesPage(): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const names = createNames();
  const navigate = useNavigate();
  const watched = createWatched(
    () => seat().record,
    async (model, viewer: PersonRecord) => {
      const activities = wholeActivities(await model.all('activity'));
      const mine = activities.filter((activity) => !isMerged(activity) && mayLookAt(activity, viewer));
      return {
        any: activities.length > 0,
        activities: mine,
        regrouped: await readRegrouped(model, mine),
        excused: await excusedAmong(model, mine),
      };
    },
  );
  const [filter, setFilter] = createSignal<ActivityFilter>(NO_FILTER);
  const [sort, setSort] = createSignal<Sort & { readonly by: ActivitySort }>({ by: 'day', direction: 'descending' });
  const minute = createMemo(() => minuteOf(office.now()));
  const naming: Naming = {
    person: names.person,
    device: names.device,
    get numberStyle() {
      return office.settings().numberStyle;
    },
  };
  const intakes: Intakes = (activity) => intakesAmong(activity, watched()?.regrouped ?? []);
  const shown = createMemo((): readonly ActivityRecord[] => {
    const passing = (watched()?.activities ?? []).filter((activity) => passes(activity, filter(), intakes));
    return sorted(passing, sort().by, sort().direction === 'descending');
  });
  const rows = createMemo(() => activityRows(shown(), minute(), naming, intakes, watched()?.excused));
  const cannotCreate = (): string | undefined => cannotPlan(seat().record);
  const sortBy = (by: string): void => {
    const same = sort().by === by;
    setSort({
      by: by as ActivitySort,
      direction: same && sort().direction === 'descending' ? 'ascending' : 'descending',
    });
  };

  return (
    <Page
      title={ACTIVITIES.title}
      purpose={ACTIVITIES.purpose}
      density="compact"
      actions={
        <Button look="primary" href="/activities/new" cannot={cannotCreate()} reasonAt="before">
          {ACTIVITIES.create}
        </Button>
      }
    >
      <Switch>
        <Match when={watched.fault()}>{(fault) => <CannotRead error={fault()} />}</Match>
        <Match when={watched()}>
          {(known) => (
            <Show when={known().activities.length > 0} fallback={<NoActivities any={known().any} />}>
              <TwinsNote activities={known().activities} />
              <ActivityFilters
                filter={filter()}
                onChange={setFilter}
                me={seat().record}
                all={known().activities.length}
                shown={rows().length}
              />
              <Sheet bare fill>
                <ActivityTable
                  rows={rows()}
                  sort={sort()}
                  onSort={sortBy}
                  onOpen={(row) => navigate(`/activities/${row.id}`)}
                />
              </Sheet>
            </Show>
          )}
        </Match>
      </Switch>
    </Page>
  );
}
