import { isFault } from '../../../base/fault.ts';
import type { CameraNews } from '../../../domain/camera.ts';
import { CONTAINER, EVENT } from './codes.ts';
import { decodeHead, decodeParams, HEADER_BYTES, MOST_RESPONSE_BYTES } from './container.ts';
import type { BytePipe } from './pipe.ts';

const NEWS: Readonly<Record<number, CameraNews>> = {
  [EVENT.objectAdded]: 'object-added',
  [EVENT.objectRemoved]: 'object-removed',
  [EVENT.storeAdded]: 'store-changed',
  [EVENT.storeRemoved]: 'store-changed',
  [EVENT.objectInfoChanged]: 'object-removed',
  [EVENT.deviceInfoChanged]: 'lost',
  [EVENT.storeFull]: 'store-full',
  [EVENT.deviceReset]: 'lost',
  [EVENT.storageInfoChanged]: 'store-changed',
  [EVENT.unreportedStatus]: 'lost',
};

/** null: an event that changes nothing here, of a maker's own, or nonsense. */
export function decodeEvent(bytes: Uint8Array): CameraNews | null {
  try {
    const head = decodeHead(bytes);
    // Some leave out parameters, and some pad to the endpoint's packet.
    if (head.type !== CONTAINER.event || head.length > MOST_RESPONSE_BYTES) return null;
    decodeParams(bytes.subarray(HEADER_BYTES, head.length));
    return NEWS[head.code] ?? null;
  } catch (error) {
    if (!isFault(error)) throw error;
    return null;
  }
}

const MOST_FAILURES = 8;

/**
 * Takes events off their own endpoint for as long as the cable is there. Not for the news alone: one responder waits with
 * everything else until its event was read. An endpoint that only fails is left alone; a list is always asked for anew.
 */
export async function followEvents(
  pipe: Pick<BytePipe, 'event'>,
  isOpen: () => boolean,
  pauseMs: number,
  tell: (news: CameraNews) => void,
): Promise<void> {
  const { event } = pipe;
  if (event === undefined) return;
  for (let failures = 0; isOpen() && failures < MOST_FAILURES; ) {
    try {
      const news = decodeEvent(await event());
      failures = 0;
      if (news !== null && isOpen()) tell(news);
    } catch (error) {
      if (isFault(error) && error.code === 'camera-gone') return;
      failures += 1;
      // The cable was let go of and is being taken again.
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
