import { createSignal, type JSX, Show } from 'solid-js';
import { isFault } from '../../../base/fault.ts';
import { deviceOfCamera } from '../../../domain/device-of-camera.ts';
import type { DeviceRecord } from '../../../domain/records.ts';
import { faultLine } from '../../../text/fault-line.ts';
import { INTAKE } from '../../../text/intake.ts';
import { CARRIER } from '../../../text/nouns.ts';
import { Button } from '../../kit/Button.tsx';
import { createChecks } from '../../kit/checks.ts';
import { FaultList } from '../../kit/FaultList.tsx';
import { Select } from '../../kit/Select.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { TextField } from '../../kit/TextField.tsx';
import type { ChosenSource } from '../../live/footage-desk.ts';
import { CameraChoice, type CameraChoiceProps } from './CameraChoice.tsx';
import { CamerasAtHand, type CamerasAtHandProps } from './CamerasAtHand.tsx';
import { DriveHelp } from './DriveHelp.tsx';
import styles from './intake.module.css';

/** `none`: footage of a device the bureau did not provide; then the explanation must say whose and why (Art. 2). */
export interface SourceChoice {
  readonly device: string;
  readonly explanation: string;
}

export interface SourceStepProps {
  readonly devices: readonly DeviceRecord[];
  readonly choice: SourceChoice;
  readonly onChoice: (choice: SourceChoice) => void;
  readonly pick: () => Promise<ChosenSource | null>;
  readonly drop: (transfer: DataTransfer) => Promise<ChosenSource | null>;
  readonly cameras: Omit<CameraChoiceProps & CamerasAtHandProps, 'devices' | 'onChosen'>;
  readonly onChosen: (source: ChosenSource) => void;
}

export const NO_DEVICE = 'none';

export const isAnswered = ({ device, explanation }: SourceChoice): boolean =>
  device !== '' && (device !== NO_DEVICE || explanation.trim() !== '');

const deviceChoices = (devices: readonly DeviceRecord[]) => [
  ...devices.map((d) => ({ value: d.id as string, label: `${d.label ?? d.id}（${CARRIER[d.carrier]}）` })),
  { value: NO_DEVICE, label: INTAKE.deviceNone },
];

/** Which device, and which folder. A drop zone stands beside the picker: a dropped folder is a true directory handle. */
export function SourceStep(props: SourceStepProps): JSX.Element {
  const [over, setOver] = createSignal(false);
  const [dropFault, setDropFault] = createSignal('');
  const form = createChecks({
    device: { label: INTAKE.device, check: () => (props.choice.device === '' ? INTAKE.deviceMissing : undefined) },
    explanation: {
      label: INTAKE.explanation,
      check: () =>
        props.choice.device === NO_DEVICE && props.choice.explanation.trim() === ''
          ? INTAKE.explanationMissing
          : undefined,
    },
  });
  const take = async (asked: Promise<ChosenSource | null>, dropped: boolean) => {
    setOver(false);
    setDropFault('');
    const source = await asked;
    if (source === null && dropped) setDropFault(INTAKE.dropEmpty);
    if (source !== null && form.submit()) props.onChosen(source);
  };
  /** Nobody else hears of it: no button was pressed. */
  const tellDropFault = (error: unknown) => setDropFault(faultLine(isFault(error) ? error.code : 'unexpected'));
  /** A camera the register knows by its serial number answers the first question itself. */
  const takeCamera = (source: ChosenSource) => {
    const camera = source.camera ?? null;
    const known = camera === null ? null : deviceOfCamera(props.devices, camera);
    if (known !== null) props.onChoice({ device: known.id, explanation: '' });
    if (form.submit()) props.onChosen(source);
  };

  return (
    <>
      <CamerasAtHand {...props.cameras} devices={props.devices} onChosen={takeCamera} />
      <Sheet title={INTAKE.steps.source}>
        <FaultList faults={form.faults()} />
        <div class={styles.form}>
          <Select
            {...form.field('device')}
            label={INTAKE.device}
            hint={INTAKE.deviceHint}
            value={props.choice.device}
            choices={deviceChoices(props.devices)}
            onChange={(device) => props.onChoice({ ...props.choice, device })}
          />
          <Show when={props.choice.device === NO_DEVICE}>
            <TextField
              {...form.field('explanation')}
              label={INTAKE.explanation}
              hint={INTAKE.explanationHint}
              rows={2}
              maxLength={500}
              value={props.choice.explanation}
              onInput={(explanation) => props.onChoice({ ...props.choice, explanation })}
            />
          </Show>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside is the way by keyboard */}
          <div
            class={styles.drop}
            classList={{ [styles.over ?? '']: over() }}
            data-testid="drop-zone"
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              event.preventDefault();
              if (event.dataTransfer !== null) void take(props.drop(event.dataTransfer), true).catch(tellDropFault);
            }}
          >
            <Button look="primary" size="l" onPress={() => form.submit() && take(props.pick(), false)}>
              {INTAKE.choose}
            </Button>
            <p>{over() ? INTAKE.dropNow : INTAKE.drop}</p>
            <Show when={dropFault()}>
              <p class={styles.fault} role="alert">
                {dropFault()}
              </p>
            </Show>
          </div>
          <DriveHelp
            device={props.devices.find((one) => one.id === props.choice.device) ?? null}
            devices={props.devices}
          />
          <CameraChoice {...props.cameras} onChosen={takeCamera} />
        </div>
      </Sheet>
    </>
  );
}
