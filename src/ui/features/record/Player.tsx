import { For, type JSX, Show } from 'solid-js';
import type { Instant } from '../../../domain/time.ts';
import { RECORD } from '../../../text/record.ts';
import { lengthInCell } from '../../../text/times.ts';
import type { PlayedStretch } from '../../../usecases/review-footage.ts';
import { cx } from '../../kit/cx.ts';
import { Marks } from './Marks.tsx';
import { createPlayback, type Playback } from './playback.ts';
import styles from './record.module.css';

export interface PlayerProps {
  readonly url: string;
  readonly sound: boolean;
  readonly poster: string | undefined;
  /** Viewer and time, device and its time. */
  readonly marks: readonly string[];
  readonly knownLengthSec: number | undefined;
  readonly now: () => Instant;
  readonly log: (stretch: PlayedStretch) => Promise<string | undefined>;
  /** What is offered where the browser cannot play it, or plays it without a sound. */
  readonly instead?: ((why: 'cannot' | 'silent') => JSX.Element) | undefined;
  /** Stands under it. */
  readonly note?: JSX.Element;
}

const T = RECORD.review;
const STEP_SEC = 5;
const RATES = [1, 1.5, 2] as const;

const said = (sec: number): string => lengthInCell(sec * 1000);

/** Plays footage with a log of every stretch and the viewer's name over the picture. Nothing here hands out a copy. */
export function Player(props: PlayerProps): JSX.Element {
  const play = createPlayback({ now: props.now, log: props.log, knownLengthSec: props.knownLengthSec });
  let frame: HTMLElement | undefined;
  const keys = (event: KeyboardEvent): void => {
    if (event.isComposing || event.altKey || event.shiftKey) return;
    const onButton = event.target instanceof Element && event.target.closest('button') !== null;
    const direction = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : undefined;
    if (event.key === ' ' && !onButton) play.toggle();
    else if (direction === undefined) return;
    else if (event.ctrlKey) play.frame(direction);
    else play.step(direction * STEP_SEC);
    event.preventDefault();
  };
  return (
    <section
      class={styles.player}
      aria-label={T.heading}
      aria-keyshortcuts="Space ArrowLeft ArrowRight"
      onKeyDown={keys}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only the browser's own menu is kept away */}
      <div
        class={cx(styles.frame, props.sound && styles.quiet)}
        ref={(element) => {
          frame = element;
        }}
        onContextMenu={(event) => event.preventDefault()}
      >
        <Show
          when={!props.sound}
          fallback={
            <>
              {/* biome-ignore lint/a11y/useMediaCaption: a recording as it was made */}
              <audio ref={play.attach} src={props.url} preload="metadata" />
              <p class={styles.sound}>{T.sound}</p>
            </>
          }
        >
          {/* biome-ignore lint/a11y/useMediaCaption: a recording as it was made */}
          <video
            class={styles.media}
            ref={play.attach}
            src={props.url}
            poster={play.cannotPlay() ? undefined : props.poster}
            preload="metadata"
            playsinline
            disablepictureinpicture
            onClick={play.toggle}
          />
        </Show>
        <Marks lines={props.marks} />
        <Show when={play.cannotPlay()}>
          <div class={styles.notice}>
            <p role="alert">{T.cannotPlay}</p>
            {props.instead?.('cannot')}
          </div>
        </Show>
      </div>
      <Show when={!play.cannotPlay()}>
        <Bar play={play} onFull={props.sound ? undefined : () => void frame?.requestFullscreen()} />
      </Show>
      <Show when={play.silent() && !play.cannotPlay()}>{props.instead?.('silent')}</Show>
      <Show when={play.unlogged()}>
        {(why) => (
          <p class={styles.unlogged} role="alert">
            {T.notLogged(why())}
            <button type="button" onClick={() => void play.logAgain()}>
              {T.logAgain}
            </button>
          </p>
        )}
      </Show>
      {props.note}
    </section>
  );
}

function Bar(props: { readonly play: Playback; readonly onFull: (() => void) | undefined }): JSX.Element {
  const length = (): number => props.play.lengthSec() ?? 0;
  return (
    <>
      <input
        class={styles.scrub}
        type="range"
        min="0"
        max={length()}
        step="0.04"
        value={props.play.atSec()}
        aria-label={T.position}
        aria-valuetext={T.of(said(props.play.atSec()), said(length()))}
        onInput={(event) => props.play.seek(event.currentTarget.valueAsNumber)}
      />
      <div class={styles.bar}>
        <button type="button" class={styles.main} title={T.keys} onClick={props.play.toggle}>
          {props.play.playing() ? T.pause : T.play}
        </button>
        <span class={styles.clock}>{T.of(said(props.play.atSec()), said(length()))}</span>
        <button type="button" onClick={() => props.play.step(-STEP_SEC)}>
          {T.back}
        </button>
        <button type="button" onClick={() => props.play.step(STEP_SEC)}>
          {T.forward}
        </button>
        <span class={styles.grow} />
        <fieldset class={styles.rates} aria-label={T.speeds}>
          <For each={RATES}>
            {(rate) => (
              <button type="button" aria-pressed={props.play.rate() === rate} onClick={() => props.play.setRate(rate)}>
                {T.speed(rate)}
              </button>
            )}
          </For>
        </fieldset>
        <Show when={props.onFull}>
          {(full) => (
            <button type="button" onClick={() => full()()}>
              {T.full}
            </button>
          )}
        </Show>
      </div>
    </>
  );
}
