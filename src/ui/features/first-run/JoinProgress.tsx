import { createEffect, type JSX, Match, on, Show, Switch } from 'solid-js';
import type { Invite } from '../../../domain/invite.ts';
import { JOIN_TROUBLE, JOINING } from '../../../text/joining.ts';
import { SYNC } from '../../../text/sync.ts';
import { UNKNOWN } from '../../../text/times.ts';
import { announce } from '../../kit/announce.ts';
import { Button } from '../../kit/Button.tsx';
import { Gauge } from '../../kit/Gauge.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Trouble } from '../../kit/Trouble.tsx';
import { StateWord } from '../../kit/Words.tsx';
import type { JoinHindrance, JoinStage, JoinWish } from '../../live/join-desk.ts';
import styles from './first-run.module.css';
import { fractionOf } from './join-view.ts';

export interface JoinProgressProps {
  readonly invite: Invite;
  readonly wish: JoinWish;
  readonly stage: JoinStage;
  readonly onStop: () => void;
  readonly onBack: () => void;
  readonly enter: () => void;
}

/** 核对 and 收账: the digits, the wait for the other side, and the book as it comes. */
export function JoinProgress(props: JoinProgressProps): JSX.Element {
  const at = <K extends JoinStage['kind']>(kind: K) =>
    props.stage.kind === kind ? (props.stage as Extract<JoinStage, { kind: K }>) : undefined;
  createEffect(
    on(
      () => props.stage.kind,
      (kind) => {
        if (kind === 'comparing') announce(JOINING.compare);
        if (kind === 'joined') announce(JOINING.done);
      },
    ),
  );
  const stop = (): JSX.Element => (
    <Line>
      <Button onPress={() => props.onStop()}>{JOINING.stop}</Button>
    </Line>
  );
  return (
    <Switch>
      <Match when={at('looking')}>
        {(now) => (
          <Sheet title={JOINING.connecting}>
            <Stack>
              <p>{JOINING.connectingWhy}</p>
              <Hindrance code={now().hindrance} />
              {stop()}
            </Stack>
          </Sheet>
        )}
      </Match>
      <Match when={at('comparing')}>
        {(now) => (
          <Sheet title={JOINING.compare} waits>
            <Stack>
              <div class={styles.digits} data-testid="join-digits">
                {JOINING.digits(now().digits)}
              </div>
              <p>{JOINING.compareWhy}</p>
              <p role="status">{JOINING.waits}</p>
              {stop()}
            </Stack>
          </Sheet>
        )}
      </Match>
      <Match when={at('receiving')}>{(now) => <Receiving stage={now()} />}</Match>
      <Match when={at('joined')}>
        <Sheet title={JOINING.done}>
          <Stack>
            <StateWord state="synced" large>
              {JOINING.doneWhy(props.invite.bureauName, SYNC.station(props.wish.code, props.wish.name))}
            </StateWord>
            <Line>
              <Button look="primary" size="l" onPress={() => props.enter()}>
                {JOINING.enter}
              </Button>
            </Line>
          </Stack>
        </Sheet>
      </Match>
      <Match when={at('ended')}>
        {(now) => (
          <Trouble
            {...JOIN_TROUBLE[now().why]}
            code={now().why}
            act={
              <Button look="primary" onPress={() => props.onBack()}>
                {JOINING.back}
              </Button>
            }
          />
        )}
      </Match>
    </Switch>
  );
}

function Receiving(props: { readonly stage: Extract<JoinStage, { kind: 'receiving' }> }): JSX.Element {
  const count = (): string =>
    props.stage.total === null ? UNKNOWN : JOINING.received(props.stage.done, props.stage.total);
  return (
    <Sheet title={JOINING.receiving} sub={count()}>
      <Stack>
        <Gauge
          name={JOINING.receiving}
          value={fractionOf(props.stage.done, props.stage.total)}
          size="l"
          stopped={props.stage.hindrance !== null}
        />
        <p>{JOINING.receivingWhy}</p>
        <Hindrance code={props.stage.hindrance} />
      </Stack>
    </Sheet>
  );
}

/** What keeps it waiting. It goes on by itself, so this is no failure. */
function Hindrance(props: { readonly code: JoinHindrance | null }): JSX.Element {
  return (
    <Show when={props.code}>
      {(code) => (
        <Note tone="wait" title={JOIN_TROUBLE[code()].happened}>
          {JOIN_TROUBLE[code()].safe}
          {JOIN_TROUBLE[code()].toDo}
        </Note>
      )}
    </Show>
  );
}
