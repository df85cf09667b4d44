import { useParams } from '@solidjs/router';
import { type Accessor, type JSX, Match, Switch } from 'solid-js';
import { type ActivityId, asId } from '../../../domain/ids.ts';
import type { PersonRecord, RecordingRecord } from '../../../domain/records.ts';
import { DEFAULT_VALUES } from '../../../regulation/parameters.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import { rulesOf } from '../../../usecases/findings-of.ts';
import { stepsToShow } from '../../../usecases/steps-to-show.ts';
import { readWhole } from '../../../usecases/whole-activity.ts';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { useOffice } from '../../live/office.ts';
import { createReadings } from '../../live/watched.ts';
import { SiteFrame } from './SiteFrame.tsx';
import type { Site } from './site-view.ts';

export interface FoundSite extends Site {
  readonly recordings: readonly RecordingRecord[];
  /** Read together with the activity, so that no phrase is ever signed before its names are here. */
  readonly officers: readonly PersonRecord[];
  readonly voiceWithinSec: number;
}

/** Reads what is known on site of the activity in the address; says so where there is none. */
export function SitePage(props: { readonly children: (site: Accessor<FoundSite>) => JSX.Element }): JSX.Element {
  const office = useOffice();
  const params = useParams<{ id: string }>();
  const readings = createReadings(
    () => asId<ActivityId>(params.id),
    async (model, id): Promise<{ readonly found: FoundSite | null }> => {
      const record = await model.get('activity', id);
      if (record === null) return { found: null };
      const { activity, course } = await readWhole(model, record);
      const [templates, recordings, officers, rules] = await Promise.all([
        model.get('templates', office.desk.book.bureau),
        model.getMany('recording', activity.recordings),
        model.getMany('person', activity.officers),
        rulesOf({ records: model, book: office.desk.book }, activity.arrived?.at ?? office.desk.now()),
      ]);
      const groups = stepsToShow(activity, course, templates);
      const { voiceExplainWithinSec = DEFAULT_VALUES.voiceExplainWithinSec } = rules.parameters;
      return { found: { activity, course, groups, recordings, officers, voiceWithinSec: voiceExplainWithinSec } };
    },
  );
  const alone = (body: JSX.Element): JSX.Element => <SiteFrame officers={[]}>{body}</SiteFrame>;
  return (
    <Switch fallback={alone(null)}>
      <Match when={readings.fault()}>{(fault) => alone(<CannotRead error={fault()} />)}</Match>
      <Match when={readings()?.found}>{(found) => props.children(found)}</Match>
      <Match when={readings()}>{alone(<Empty title={ACTIVITIES.missing} words={ACTIVITIES.missingWords} />)}</Match>
    </Switch>
  );
}
