import { createSignal, For, type JSX, Show } from 'solid-js';
import { FIRST_RUN } from '../../../text/first-run.ts';
import { Button } from '../../kit/Button.tsx';
import { createChecks } from '../../kit/checks.ts';
import { cx } from '../../kit/cx.ts';
import { FaultList } from '../../kit/FaultList.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { Sub } from '../../kit/Words.tsx';
import styles from './first-run.module.css';
import { groupsToConfirm, sameGroup } from './founding-draft.ts';

export interface RecoveryStepProps {
  /** Groups of four joined by `-`. */
  readonly keyText: string;
  readonly onPrint: () => void;
  readonly onEnter: () => void;
}

/**
 * The recovery key, once. Two of its groups are typed back with the key covered, so that a sheet that never left the printer is
 * noticed while the key can still be seen.
 */
export function RecoveryStep(props: RecoveryStepProps): JSX.Element {
  const [covered, setCovered] = createSignal(false);
  const groups = (): readonly string[] => props.keyText.split('-');
  return (
    <Stack>
      <Sheet title={FIRST_RUN.recoveryTitle} waits>
        <Stack>
          <p>{FIRST_RUN.recoveryWhy}</p>
          <ol class={cx(styles.key, covered() && styles.covered)} aria-label={FIRST_RUN.recoveryKey}>
            <For each={groups()}>{(group) => <li>{group}</li>}</For>
          </ol>
          <Line>
            <Button look="primary" size="l" onPress={() => props.onPrint()}>
              {FIRST_RUN.recoveryPrint}
            </Button>
            <Show when={covered()} fallback={<Sub>{FIRST_RUN.recoveryHand}</Sub>}>
              <Button size="l" onPress={() => setCovered(false)}>
                {FIRST_RUN.recoveryAgain}
              </Button>
              <Sub>{FIRST_RUN.recoveryCovered}</Sub>
            </Show>
          </Line>
          <b>{FIRST_RUN.closing}</b>
        </Stack>
      </Sheet>
      <Confirm groups={groups()} keyText={props.keyText} onTyping={() => setCovered(true)} onEnter={props.onEnter} />
    </Stack>
  );
}

function Confirm(props: {
  readonly groups: readonly string[];
  readonly keyText: string;
  readonly onTyping: () => void;
  readonly onEnter: () => void;
}): JSX.Element {
  const asked = groupsToConfirm(props.keyText);
  const [typed, setTyped] = createSignal<readonly [string, string]>(['', '']);
  const wrong = (at: 0 | 1) => (): string | undefined =>
    sameGroup(typed()[at], props.groups[asked[at]] ?? '') ? undefined : FIRST_RUN.recoveryWrong(asked[at] + 1);
  const form = createChecks({
    first: { label: FIRST_RUN.recoveryGroup(asked[0] + 1), check: wrong(0) },
    second: { label: FIRST_RUN.recoveryGroup(asked[1] + 1), check: wrong(1) },
  });
  const missing = (): string | undefined => {
    const empty = asked.filter((_, at) => typed()[at]?.trim() === '');
    return empty.length === 0 ? undefined : FIRST_RUN.recoveryMissing(empty.map((at) => at + 1));
  };
  const box = (at: 0 | 1): JSX.Element => {
    const wires = form.field(at === 0 ? 'first' : 'second');
    return (
      <TextField
        id={wires.id}
        fault={wires.fault}
        label={FIRST_RUN.recoveryGroup(asked[at] + 1)}
        mono
        width="8rem"
        maxLength={8}
        value={typed()[at]}
        onInput={(text) => setTyped(([a, b]) => (at === 0 ? [text, b] : [a, text]))}
      />
    );
  };
  return (
    <Sheet title={FIRST_RUN.recoveryConfirm(asked[0] + 1, asked[1] + 1)}>
      <Stack>
        <FaultList faults={form.faults()} />
        <div class={styles.confirm} onFocusIn={() => props.onTyping()}>
          {box(0)}
          {box(1)}
        </div>
        <Line>
          <Button look="primary" size="l" cannot={missing()} onPress={() => form.submit() && props.onEnter()}>
            {FIRST_RUN.enter}
          </Button>
        </Line>
      </Stack>
    </Sheet>
  );
}
