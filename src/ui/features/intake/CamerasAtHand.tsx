import { For, type JSX, Show } from 'solid-js';
import type { CameraAtHand } from '../../../domain/camera.ts';
import { deviceOfCamera } from '../../../domain/device-of-camera.ts';
import { profileAtHand } from '../../../domain/device-profile.ts';
import { openActivities } from '../../../domain/open-activities.ts';
import type { ActivityRecord, DeviceRecord } from '../../../domain/records.ts';
import { CAMERA, cameraWords, registeredWords } from '../../../text/camera.ts';
import { Button } from '../../kit/Button.tsx';
import { Row, Rows } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Sub, Tag } from '../../kit/Words.tsx';
import type { CameraTold, ChosenSource } from '../../live/footage-desk.ts';

export interface CamerasAtHandProps {
  readonly cameras: readonly CameraAtHand[];
  readonly devices: readonly DeviceRecord[];
  readonly activities: readonly ActivityRecord[];
  readonly holder: (device: DeviceRecord) => string;
  readonly told: (camera: CameraAtHand) => CameraTold | null;
  readonly open: (camera: CameraAtHand) => ChosenSource;
  readonly onChosen: (source: ChosenSource) => void;
}

/** Cameras that are plugged in and need no chooser, by the name they give themselves and as the register has them. */
export function CamerasAtHand(props: CamerasAtHandProps): JSX.Element {
  const deviceOf = (camera: CameraAtHand) => deviceOfCamera(props.devices, camera);
  const known = (camera: CameraAtHand) => {
    const device = deviceOf(camera);
    return registeredWords(device, device === null ? '' : props.holder(device));
  };
  const open = (camera: CameraAtHand) => {
    const device = deviceOf(camera);
    return device === null ? [] : openActivities(props.activities, device.id);
  };
  return (
    <Show when={props.cameras.length > 0}>
      <Sheet title={CAMERA.atHand} bare>
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
                <b>{known(camera)}</b> <Sub>{cameraWords(camera, profileAtHand(deviceOf(camera), camera.name))}</Sub>
                <Show when={open(camera).length > 0}>
                  <div>
                    <Sub>{CAMERA.openActivities(open(camera).map(({ title }) => title ?? ''))}</Sub>
                  </div>
                </Show>
                <Show when={props.told(camera)}>
                  {(told) => <Tag tone="wait">{told().fresh > 0 ? CAMERA.fresh(told().fresh) : CAMERA.changed}</Tag>}
                </Show>
              </Row>
            )}
          </For>
        </Rows>
      </Sheet>
    </Show>
  );
}
