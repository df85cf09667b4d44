import { createSignal, onCleanup } from 'solid-js';
import { type CameraAtHand, type CameraKey, type CameraNews, cameraKeyText } from '../domain/camera.ts';
import type { CameraTold, ChosenSource, FootageDesk } from '../ui/live/footage-desk.ts';
import type { CameraAdapters } from './footage-adapters.ts';

type CameraFace = Pick<FootageDesk, 'cameras' | 'camerasOffered' | 'connectCamera' | 'openCamera' | 'cameraTold'>;

/** Cameras that are plugged in now, looked for at the start and whenever one comes or goes. */
export function followCameras(
  adapters: CameraAdapters,
  onChange: (cameras: readonly CameraAtHand[]) => void,
): CameraFace & { readonly lookedAt: (camera: CameraAtHand) => void } {
  const [cameras, setCameras] = createSignal<readonly CameraAtHand[]>([]);
  const look = async () => {
    const granted = await adapters.granted();
    setCameras(granted);
    onChange(granted);
  };
  const lookQuietly = () => void look().catch(() => setCameras([]));
  const [told, setTold] = createSignal<Readonly<Record<string, CameraTold>>>({});
  const note = (key: CameraKey, news: CameraNews) =>
    setTold((all) => ({ ...all, [cameraKeyText(key)]: withNews(all[cameraKeyText(key)], news) }));
  onCleanup(adapters.listen(note));
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
    cameraTold: ({ key }) => told()[cameraKeyText(key)] ?? null,
    lookedAt: ({ key }) => setTold(({ [cameraKeyText(key)]: _told, ...others }) => others),
  };
}

const withNews = ({ fresh, changed }: CameraTold = { fresh: 0, changed: false }, news: CameraNews): CameraTold =>
  news === 'object-added' ? { fresh: fresh + 1, changed } : { fresh, changed: true };
