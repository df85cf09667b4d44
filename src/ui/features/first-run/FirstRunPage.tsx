import { createSignal, type JSX, Show } from 'solid-js';
import type { Invite } from '../../../domain/invite.ts';
import { FIRST_RUN } from '../../../text/first-run.ts';
import { DemonstrationSheet } from '../../kit/DemonstrationSheet.tsx';
import { Stack } from '../../kit/Layout.tsx';
import type { DemonstrationDesk } from '../../live/demonstration-desk.ts';
import type { JoinDesk } from '../../live/join-desk.ts';
import { FirstFrame } from '../../shell/FirstFrame.tsx';
import { FoundSteps, type FoundStepsProps } from './FoundSteps.tsx';
import { JoinSteps } from './JoinSteps.tsx';

export interface FirstRunPageProps extends Omit<FoundStepsProps, 'onInvite' | 'join'> {
  readonly join: JoinDesk;
  readonly demonstration: DemonstrationDesk;
}

/** First use: found the bureau's book, or join it with an invitation. */
export default function FirstRunPage(props: FirstRunPageProps): JSX.Element {
  const [invite, setInvite] = createSignal<Invite | null>(null);
  return (
    <FirstFrame title={FIRST_RUN.title} purpose={FIRST_RUN.purpose} foot={FIRST_RUN.foot}>
      <Show
        when={invite()}
        fallback={
          <Stack>
            <FoundSteps {...props} onInvite={setInvite} />
            <DemonstrationSheet desk={props.demonstration} first />
          </Stack>
        }
      >
        {(read) => (
          <JoinSteps invite={read()} join={props.join} onBack={() => setInvite(null)} enter={() => props.enter()} />
        )}
      </Show>
    </FirstFrame>
  );
}
