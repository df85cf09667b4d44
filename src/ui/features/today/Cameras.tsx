import { For, type JSX, Show } from 'solid-js';
import { type CameraAtHand, cameraKeyText } from '../../../domain/camera.ts';
import { deviceOfCamera } from '../../../domain/device-of-camera.ts';
import { profileAtHand } from '../../../domain/device-profile.ts';
import { openActivities } from '../../../domain/open-activities.ts';
import { CAMERA, cameraWords, registeredWords } from '../../../text/camera.ts';
import { NOT_APPLICABLE } from '../../../text/times.ts';
import { Button } from '../../kit/Button.tsx';
import { Note } from '../../kit/Note.tsx';
import { useFootageDesk } from '../../live/footage-desk.ts';
import type { Names } from '../../live/names.ts';
import { createWatched } from '../../live/watched.ts';

/** Cameras that are plugged in and need no chooser, as the register has them: to the intake with one press. */
export function Cameras(props: { readonly names: Names }): JSX.Element {
  const footage = useFootageDesk();
  return (
    <For each={footage.cameras()}>
      {(camera) => (
        <Note
          title={CAMERA.pluggedIn(camera.name)}
          act={
            <Button href={`/intake?camera=${encodeURIComponent(cameraKeyText(camera.key))}`}>{CAMERA.intake}</Button>
          }
        >
          <Known camera={camera} names={props.names} />
        </Note>
      )}
    </For>
  );
}

function Known(props: { readonly camera: CameraAtHand; readonly names: Names }): JSX.Element {
  const device = () => deviceOfCamera(props.names.registers().devices, props.camera);
  const holder = () => {
    const by = device()?.assignedTo ?? null;
    return by === null ? NOT_APPLICABLE : props.names.person(by);
  };
  const open = createWatched(
    () => device()?.id ?? null,
    async (model, id) => (id === null ? [] : openActivities(await model.all('activity'), id)),
  );
  return (
    <>
      {registeredWords(device(), holder())}；{cameraWords(props.camera, profileAtHand(device(), props.camera.name))}
      <Show when={(open() ?? []).length > 0}>
        <div>{CAMERA.openActivities((open() ?? []).map(({ title }) => title ?? ''))}</div>
      </Show>
    </>
  );
}
