import { type JSX, Show } from 'solid-js';
import { ACTIVITIES } from '../../../text/activities.ts';
import { Button } from '../../kit/Button.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Article } from '../../kit/Words.tsx';

const T = ACTIVITIES.empty;

export interface NoActivitiesProps {
  /** There are some, but none this person may look at. */
  readonly any: boolean;
  readonly anyDevice: boolean;
  /** Why the person cannot create one. */
  readonly cannot: string | undefined;
}

export function NoActivities(props: NoActivitiesProps): JSX.Element {
  return (
    <Show when={props.any} fallback={<FirstActivity anyDevice={props.anyDevice} cannot={props.cannot} />}>
      <Empty title={T.notInSight} words={T.notInSightWords} />
    </Show>
  );
}

function FirstActivity(props: Omit<NoActivitiesProps, 'any'>): JSX.Element {
  const { device, activity, intake } = T.acts;
  return (
    <Empty
      title={T.title}
      words={T.words}
      acts={[
        {
          title: device.title,
          why: [device.why, <Article article={2} />],
          act: (
            <Button href="/equipment" look={props.anyDevice ? 'plain' : 'primary'}>
              {device.act}
            </Button>
          ),
        },
        {
          title: activity.title,
          why: [activity.why, <Article article={6} />],
          act: (
            <Button
              href="/activities/new"
              look={props.anyDevice ? 'primary' : 'plain'}
              cannot={props.cannot}
              reasonAt="under"
            >
              {activity.act}
            </Button>
          ),
        },
        {
          title: intake.title,
          why: [intake.why, <Article article={13} />],
          act: <Button href="/intake">{intake.act}</Button>,
        },
      ]}
    />
  );
}
