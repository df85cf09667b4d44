import { createSignal, For, type JSX, Show } from 'solid-js';
import { FIRST_RUN } from '../../../text/first-run.ts';
import { Button } from '../../kit/Button.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { TextField } from '../../kit/TextField.tsx';
import styles from './first-run.module.css';
import { groupsToConfirm, sameGroup } from './founding-draft.ts';

export interface RecoveryStepProps {
  /** Groups of four joined by `-`. */
  readonly keyText: string;
  readonly onPrint: () => void;
  readonly onEnter: () => void;
}

/** The recovery key, once. Two of its groups are typed back, so that a sheet that never left the printer is noticed. */
export function RecoveryStep(props: RecoveryStepProps): JSX.Element {
  const groups = () => props.keyText.split('-');
  const asked = () => groupsToConfirm(props.keyText);
  const [first, setFirst] = createSignal('');
  const [second, setSecond] = createSignal('');
  const [fault, setFault] = createSignal<string | undefined>(undefined);
  const enter = () => {
    const [a, b] = asked();
    const right = sameGroup(first(), groups()[a] ?? '') && sameGroup(second(), groups()[b] ?? '');
    setFault(right ? undefined : FIRST_RUN.recoveryWrong);
    if (right) props.onEnter();
  };
  return (
    <Stack>
      <Sheet title={FIRST_RUN.recoveryTitle} waits>
        <Stack>
          <p>{FIRST_RUN.recoveryWhy}</p>
          <ol class={styles.key} aria-label={FIRST_RUN.recoveryKey}>
            <For each={groups()}>{(group) => <li>{group}</li>}</For>
          </ol>
          <Line>
            <Button look="primary" size="l" onPress={() => props.onPrint()}>
              {FIRST_RUN.recoveryPrint}
            </Button>
          </Line>
        </Stack>
      </Sheet>
      <Sheet title={FIRST_RUN.recoveryConfirm(asked()[0] + 1, asked()[1] + 1)}>
        <div class={styles.pair}>
          <TextField
            id="group-a"
            label={FIRST_RUN.recoveryGroup(asked()[0] + 1)}
            mono
            width="8rem"
            maxLength={4}
            value={first()}
            onInput={setFirst}
            fault={fault()}
          />
          <TextField
            id="group-b"
            label={FIRST_RUN.recoveryGroup(asked()[1] + 1)}
            mono
            width="8rem"
            maxLength={4}
            value={second()}
            onInput={setSecond}
          />
        </div>
        <Show when={first() !== '' && second() !== ''}>
          <Line>
            <Button size="l" onPress={enter}>
              {FIRST_RUN.enter}
            </Button>
          </Line>
        </Show>
      </Sheet>
    </Stack>
  );
}
