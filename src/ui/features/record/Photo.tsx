import { createSignal, type JSX, Show } from 'solid-js';
import { RECORD } from '../../../text/record.ts';
import { Marks } from './Marks.tsx';
import styles from './record.module.css';

/** One look at a photograph; it was logged before it is shown. */
export function Photo(props: { readonly url: string; readonly marks: readonly string[] }): JSX.Element {
  const [cannotShow, setCannotShow] = createSignal(false);
  return (
    <section class={styles.player} aria-label={RECORD.review.heading}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only the browser's own menu is kept away */}
      <div class={styles.frame} onContextMenu={(event) => event.preventDefault()}>
        <Show
          when={!cannotShow()}
          fallback={
            <p class={styles.notice} role="alert">
              {RECORD.review.cannotPlay}
            </p>
          }
        >
          <img
            class={styles.media}
            src={props.url}
            alt={RECORD.review.photo}
            draggable={false}
            onError={() => setCannotShow(true)}
          />
        </Show>
        <Marks lines={props.marks} />
      </div>
    </section>
  );
}
