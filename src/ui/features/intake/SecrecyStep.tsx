import { createSignal, type JSX, Show } from 'solid-js';
import { INTAKE } from '../../../text/intake.ts';
import type { ClassifiedMedium } from '../../../usecases/seal-classified-medium.ts';
import { Button } from '../../kit/Button.tsx';
import { Line } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { TextField } from '../../kit/TextField.tsx';
import styles from './intake.module.css';

export interface SecrecyStepProps {
  readonly label: string;
  readonly onNone: () => void;
  readonly onBack: () => void;
  /** Signs the card and shows its form. */
  readonly onSeal: (medium: ClassifiedMedium) => Promise<void>;
}

const text = (value: string): string | null => (value.trim() === '' ? null : value.trim());

/** Art. 19, asked before a byte beyond the folder's name is read. Yes ends in the content-free card F16. */
export function SecrecyStep(props: SecrecyStepProps): JSX.Element {
  const [secret, setSecret] = createSignal(false);
  const [mediumNo, setMediumNo] = createSignal('');
  const [appearance, setAppearance] = createSignal('');
  const [sealNo, setSealNo] = createSignal('');
  const [handedTo, setHandedTo] = createSignal('');
  const medium = (): ClassifiedMedium => ({
    mediumNo: text(mediumNo()),
    appearance: text(appearance()),
    sealNo: text(sealNo()),
    handedTo: text(handedTo()),
  });
  return (
    <Show
      when={secret()}
      fallback={
        <Sheet title={INTAKE.secrecyTitle} sub={INTAKE.chosen(props.label)} waits catchesFocus>
          <div class={styles.ask}>
            <b>{INTAKE.secrecyAsk}</b>
            <p>{INTAKE.secrecyWhy}</p>
            <Line>
              <Button size="l" look="primary" onPress={() => props.onNone()}>
                {INTAKE.secrecyNo}
              </Button>
              <Button size="l" onPress={() => setSecret(true)}>
                {INTAKE.secrecyYes}
              </Button>
              <Button look="quiet" onPress={() => props.onBack()}>
                {INTAKE.back}
              </Button>
            </Line>
          </div>
        </Sheet>
      }
    >
      <Sheet title={INTAKE.secretTitle} waits catchesFocus>
        <div class={styles.form}>
          <p>{INTAKE.secretWhy}</p>
          <TextField
            id="secret-no"
            label={INTAKE.secretMediumNo}
            value={mediumNo()}
            onInput={setMediumNo}
            maxLength={60}
          />
          <TextField
            id="secret-look"
            label={INTAKE.secretAppearance}
            hint={INTAKE.secretAppearanceHint}
            value={appearance()}
            onInput={setAppearance}
            maxLength={100}
          />
          <TextField id="secret-seal" label={INTAKE.secretSealNo} value={sealNo()} onInput={setSealNo} maxLength={60} />
          <TextField
            id="secret-to"
            label={INTAKE.secretHandedTo}
            value={handedTo()}
            onInput={setHandedTo}
            maxLength={40}
          />
          <Line>
            <Button look="primary" onPress={() => props.onSeal(medium())}>
              {INTAKE.secretSign}
            </Button>
            <Button look="quiet" onPress={() => props.onBack()}>
              {INTAKE.back}
            </Button>
          </Line>
        </div>
      </Sheet>
    </Show>
  );
}
