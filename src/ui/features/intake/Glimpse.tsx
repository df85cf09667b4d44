import { type JSX, onCleanup, Show } from 'solid-js';
import type { MediaFacts } from '../../../domain/media-facts.ts';
import type { FootageItem } from '../../../domain/ports/footage-source.ts';
import { CAMERA } from '../../../text/camera.ts';
import type { Preview } from '../../live/footage-desk.ts';
import { createPictureUrl } from '../../live/picture-url.ts';
import styles from './intake.module.css';

export interface GlimpseProps {
  readonly item: FootageItem;
  readonly preview: (item: FootageItem, signal: AbortSignal) => Promise<Preview | null>;
  /** What the file says of itself, which over a cable nobody knew before. */
  readonly onFacts: (facts: MediaFacts) => void;
}

/** A small picture of a file that is still on the card. It is fetched while its line is in sight, and not after. */
export function Glimpse(props: GlimpseProps): JSX.Element {
  const stop = new AbortController();
  onCleanup(() => stop.abort());
  const url = createPictureUrl(
    () => props.item,
    async (item) => {
      const preview = await props.preview(item, stop.signal);
      if (preview !== null) props.onFacts(preview.facts);
      return preview?.picture ?? null;
    },
  );
  return (
    <Show when={url()} fallback={<span>{url() === null ? CAMERA.noPicture : CAMERA.pictureWaits}</span>}>
      {(src) => <img class={styles.glimpse} src={src()} alt="" />}
    </Show>
  );
}
