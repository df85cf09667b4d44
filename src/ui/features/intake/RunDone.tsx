import { createEffect, createSignal, type JSX, on, Show } from 'solid-js';
import type { BatchRecord } from '../../../domain/records.ts';
import { INTAKE } from '../../../text/intake.ts';
import { RULE } from '../../../text/refusals.ts';
import { countersignIntake } from '../../../usecases/countersign-intake.ts';
import { attempt } from '../../kit/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { StateWord } from '../../kit/Words.tsx';
import { useOffice, useSeat } from '../../live/office.ts';
import styles from './intake.module.css';

/** All safe: the officer signs under what the station signed, and goes on to storing. */
export function RunDone(props: { readonly batch: BatchRecord }): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const [fault, setFault] = createSignal('');
  const sign = async () => {
    const words = await attempt(
      () => countersignIntake(office.desk, seat(), props.batch, seat().record.division),
      (refusal) => RULE[refusal.rule],
    );
    setFault(words ?? '');
  };
  let next: HTMLElement | undefined;
  // The signed button goes and takes the focus along: it goes on to what comes next.
  createEffect(
    on(
      () => props.batch.countersigned !== null,
      (signed, before) => {
        if (signed && before === false && document.activeElement === document.body) next?.focus();
      },
    ),
  );
  const mine = () => props.batch.takenInBy === seat().person;
  return (
    <Sheet catchesFocus>
      <Stack>
        <p class={styles.big}>{INTAKE.done(props.batch.recordings.length)}</p>
        <p>{INTAKE.mayUnplug}</p>
        <Show when={fault()}>
          <p class={styles.fault} role="alert">
            {fault()}
          </p>
        </Show>
        <Line>
          <Show
            when={props.batch.countersigned === null}
            fallback={<StateWord state="signed">{INTAKE.countersigned}</StateWord>}
          >
            <Show when={mine()}>
              <Button look="primary" onPress={sign}>
                {INTAKE.countersign}
              </Button>
            </Show>
          </Show>
          <Button
            href="/store"
            look={props.batch.countersigned === null ? undefined : 'primary'}
            ref={(el) => {
              next = el;
            }}
          >
            {INTAKE.goStore}
          </Button>
          <Button href="/register">{INTAKE.recordedHere}</Button>
          <Button look="quiet" href="/intake">
            {INTAKE.another}
          </Button>
        </Line>
        <p class={styles.sub}>{INTAKE.countersignWhy}</p>
      </Stack>
    </Sheet>
  );
}
