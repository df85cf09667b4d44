import type { JSX } from 'solid-js';
import { REGISTER } from '../../../text/register.ts';
import { Button } from '../../kit/Button.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Article } from '../../kit/Words.tsx';

const T = REGISTER.empty;

/** The register of a new bureau: what will be here, and the three acts that bring the first recording. */
export function FirstRecording(): JSX.Element {
  return (
    <Sheet bare>
      <Empty
        title={T.title}
        words={T.words}
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
              <Button href="/equipment" look="primary">
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
            act: <Button href="/activities/new">{T.activity.act}</Button>,
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
    </Sheet>
  );
}
