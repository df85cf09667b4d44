import type { JSX } from 'solid-js';
import { ACTIVITIES } from '../../../text/activities.ts';
import { TODAY } from '../../../text/today.ts';
import { Button } from '../../kit/Button.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Article } from '../../kit/Words.tsx';

const T = ACTIVITIES.empty.acts;

/** The board of a bureau without an activity: what will be here, and the three things to do first. */
export function FirstActs(props: {
  readonly cannotCreate: string | undefined;
  readonly anyDevice: boolean;
}): JSX.Element {
  return (
    <Empty
      title={TODAY.due.nothing}
      words={TODAY.due.firstWords}
      acts={[
        {
          title: T.device.title,
          why: (
            <>
              {T.device.why}
              <Article article={2} />
            </>
          ),
          act: (
            <Button href="/equipment" look={props.anyDevice ? 'plain' : 'primary'}>
              {T.device.act}
            </Button>
          ),
        },
        {
          title: T.activity.title,
          why: (
            <>
              {T.activity.why}
              <Article article={6} />
            </>
          ),
          act: (
            <Button
              href="/activities/new"
              look={props.anyDevice ? 'primary' : 'plain'}
              cannot={props.cannotCreate}
              reasonAt="under"
            >
              {T.activity.act}
            </Button>
          ),
        },
        {
          title: T.intake.title,
          why: (
            <>
              {T.intake.why}
              <Article article={13} />
            </>
          ),
          act: <Button href="/intake">{T.intake.act}</Button>,
        },
      ]}
    />
  );
}
