import { createSignal, onCleanup } from 'solid-js';
import type { CameraAtHand } from '../domain/camera.ts';
import type { ChosenSource, FootageDesk } from '../ui/live/footage-desk.ts';
import type { CameraAdapters } from './footage-adapters.ts';

/** Cameras that are plugged in now, looked for at the start and whenever one comes or goes. */
export function followCameras(
  adapters: CameraAdapters,
  onChange: (cameras: readonly CameraAtHand[]) => void,
): Pick<FootageDesk, 'cameras' | 'camerasOffered' | 'connectCamera' | 'openCamera'> {
  const [cameras, setCameras] = createSignal<readonly CameraAtHand[]>([]);
  const look = async () => {
    const granted = await adapters.granted();
    setCameras(granted);
    onChange(granted);
  };
  const lookQuietly = () => void look().catch(() => setCameras([]));
  lookQuietly();
  onCleanup(adapters.watch(lookQuietly));
  const openCamera = (camera: CameraAtHand): ChosenSource => ({
    source: adapters.source(camera),
    handle: null,
    camera,
  });
  return {
    cameras,
    camerasOffered: adapters.isOffered,
    connectCamera: async () => {
      const camera = await adapters.choose();
      lookQuietly();
      return camera === null ? null : openCamera(camera);
    },
    openCamera,
  };
}
