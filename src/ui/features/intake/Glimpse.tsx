import { type JSX, onCleanup, Show } from 'solid-js';
import type { FootageItem } from '../../../domain/ports/footage-source.ts';
import { CAMERA } from '../../../text/camera.ts';
import { createPictureUrl } from '../../live/picture-url.ts';
import styles from './intake.module.css';

export interface GlimpseProps {
  readonly item: FootageItem;
  readonly picture: (item: FootageItem, signal: AbortSignal) => Promise<Blob | null>;
}

/** A small picture of a file that is still on the card. It is fetched while its line is in sight, and not after. */
export function Glimpse(props: GlimpseProps): JSX.Element {
  const stop = new AbortController();
  onCleanup(() => stop.abort());
  const url = createPictureUrl(
    () => props.item,
    (item) => props.picture(item, stop.signal),
  );
  return (
    <Show when={url()} fallback={<span>{url() === null ? CAMERA.noPicture : CAMERA.pictureWaits}</span>}>
      {(src) => <img class={styles.glimpse} src={src()} alt="" />}
    </Show>
  );
}
