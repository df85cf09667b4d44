import { For, type JSX } from 'solid-js';
import { cameraKeyText } from '../../../domain/camera.ts';
import { CAMERA } from '../../../text/camera.ts';
import { Button } from '../../kit/Button.tsx';
import { Note } from '../../kit/Note.tsx';
import { useFootageDesk } from '../../live/footage-desk.ts';

/** Cameras that are plugged in and need no chooser: to the intake with one press. */
export function Cameras(): JSX.Element {
  const footage = useFootageDesk();
  return (
    <For each={footage.cameras()}>
      {({ key, name }) => (
        <Note
          title={CAMERA.pluggedIn(name)}
          act={<Button href={`/intake?camera=${encodeURIComponent(cameraKeyText(key))}`}>{CAMERA.intake}</Button>}
        >
          {key.serial === null ? undefined : CAMERA.serial(key.serial)}
        </Note>
      )}
    </For>
  );
}
