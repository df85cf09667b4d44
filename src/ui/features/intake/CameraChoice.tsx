import { createSignal, For, type JSX, Show } from 'solid-js';
import { isFault } from '../../../base/fault.ts';
import type { CameraAtHand } from '../../../domain/camera.ts';
import type { DeviceRecord } from '../../../domain/records.ts';
import { CAMERA } from '../../../text/camera.ts';
import { faultWords } from '../../../text/faults.ts';
import { Button } from '../../kit/Button.tsx';
import { Row, Rows } from '../../kit/Layout.tsx';
import { Trouble } from '../../kit/Trouble.tsx';
import { Sub } from '../../kit/Words.tsx';
import type { ChosenSource } from '../../live/footage-desk.ts';
import { deviceOfCamera } from './intake-view.ts';

export interface CameraChoiceProps {
  readonly cameras: readonly CameraAtHand[];
  readonly offered: boolean;
  readonly devices: readonly DeviceRecord[];
  readonly holder: (device: DeviceRecord) => string;
  /** Opens the browser's chooser. */
  readonly connect: () => Promise<ChosenSource | null>;
  readonly open: (camera: CameraAtHand) => ChosenSource;
  readonly onChosen: (source: ChosenSource) => void;
}

/** Cameras on a cable: those at hand by name, and the browser's chooser for others. */
export function CameraChoice(props: CameraChoiceProps): JSX.Element {
  const [fault, setFault] = createSignal<string | null>(null);
  const connect = async () => {
    setFault(null);
    try {
      const source = await props.connect();
      if (source !== null) props.onChosen(source);
    } catch (error) {
      if (!isFault(error)) throw error;
      setFault(error.code);
    }
  };
  const known = (camera: CameraAtHand): string => {
    const device = deviceOfCamera(props.devices, camera);
    if (device === null) return CAMERA.notRegistered;
    return CAMERA.registeredAs(device.label ?? device.id, props.holder(device));
  };
  return (
    <Show when={props.offered} fallback={<p>{CAMERA.notOffered}</p>}>
      <Show when={props.cameras.length > 0}>
        <section aria-label={CAMERA.atHand}>
          <Rows>
            <For each={props.cameras}>
              {(camera) => (
                <Row
                  end={
                    <Button look="primary" onPress={() => props.onChosen(props.open(camera))}>
                      {CAMERA.take(camera.name)}
                    </Button>
                  }
                >
                  <b>{known(camera)}</b> <Sub>{CAMERA.serial(camera.key.serial ?? '／')}</Sub>
                </Row>
              )}
            </For>
          </Rows>
        </section>
      </Show>
      <div>
        <Button onPress={connect}>{CAMERA.connect}</Button> <Sub>{CAMERA.connectHint}</Sub>
      </div>
      <Show when={fault()}>{(code) => <Trouble {...faultWords(code())} code={code()} />}</Show>
    </Show>
  );
}
