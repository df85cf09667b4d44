import { createSignal, type JSX, Match, onCleanup, Show, Switch } from 'solid-js';
import type { Invite } from '../../../domain/invite.ts';
import { JOINING } from '../../../text/joining.ts';
import { Stack } from '../../kit/Layout.tsx';
import { Steps } from '../../kit/Steps.tsx';
import type { JoinDesk, Joining, JoinWish } from '../../live/join-desk.ts';
import { JoinProgress } from './JoinProgress.tsx';
import { joinStepsAt, stepOf } from './join-view.ts';
import { WishStep } from './WishStep.tsx';

export interface JoinStepsProps {
  readonly invite: Invite;
  readonly join: JoinDesk;
  readonly onBack: () => void;
  readonly enter: () => void;
}

/** Joining with an invitation that was read: this PC's name, the digits, the book. */
export function JoinSteps(props: JoinStepsProps): JSX.Element {
  const [wish, setWish] = createSignal<JoinWish | null>(null);
  const [joining, setJoining] = createSignal<Joining | null>(null);
  const stage = () => joining()?.stage() ?? null;
  const taken = () => {
    const now = stage();
    return now?.kind === 'ended' && now.why === 'station-code-taken' ? (wish()?.code ?? null) : null;
  };
  const ask = (next: JoinWish): void => {
    joining()?.stop();
    setWish(next);
    setJoining(props.join.begin(props.invite, next));
  };
  const stop = (): void => {
    joining()?.stop();
    setJoining(null);
  };
  onCleanup(() => stage()?.kind !== 'joined' && joining()?.stop());
  return (
    <Stack>
      <Steps
        name={JOINING.stepsName}
        steps={joinStepsAt(taken() ? 'station' : stepOf(stage()), props.invite, wish())}
      />
      <Switch>
        <Match when={joining() === null || taken() !== null}>
          <WishStep invite={props.invite} wish={wish()} taken={taken()} onAsk={ask} onBack={props.onBack} />
        </Match>
        <Match when={stage()}>
          {(now) => (
            <Show when={wish()}>
              {(asked) => (
                <JoinProgress
                  invite={props.invite}
                  wish={asked()}
                  stage={now()}
                  onStop={stop}
                  onBack={props.onBack}
                  enter={props.enter}
                />
              )}
            </Show>
          )}
        </Match>
      </Switch>
    </Stack>
  );
}
