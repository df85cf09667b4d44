import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { Instant } from '../../../domain/time.ts';
import type { PlayedStretch } from '../../../usecases/review-footage.ts';
import { follow, type Moment, NOT_WATCHING, type Watching } from './stretches.ts';

export interface Playback {
  readonly playing: Accessor<boolean>;
  readonly atSec: Accessor<number>;
  /** Undefined until the browser knows it. */
  readonly lengthSec: Accessor<number | undefined>;
  readonly rate: Accessor<number>;
  readonly cannotPlay: Accessor<boolean>;
  /** It plays, and not a byte of sound was decoded: there is none, or the browser cannot read it. */
  readonly silent: Accessor<boolean>;
  /** Why the last stretch is not logged; nothing plays until it is. */
  readonly unlogged: Accessor<string | undefined>;
  readonly logAgain: () => Promise<void>;
  readonly toggle: () => void;
  readonly seek: (sec: number) => void;
  /** From where it is: forward, or back with a minus. */
  readonly step: (sec: number) => void;
  /** One picture on or back; it stands still for that. */
  readonly frame: (direction: 1 | -1) => void;
  readonly setRate: (rate: number) => void;
  readonly attach: (media: HTMLMediaElement) => void;
}

export interface PlaybackPorts {
  readonly now: () => Instant;
  /** Signs one stretch into the book: undefined once it is there, else words for the person. Never rejects. */
  readonly log: (stretch: PlayedStretch) => Promise<string | undefined>;
  /** The recording's own length, where the browser can't tell (some fragmented files). */
  readonly knownLengthSec: number | undefined;
}

/** Most cameras here write 25 pictures a second. */
const FRAME_SEC = 1 / 25;

/** Follows what is played and signs each stretch, in order. What could not be logged is kept, and tried again on request. */
function createStretchLog(ports: PlaybackPorts, media: () => HTMLMediaElement | undefined) {
  const [unlogged, setUnlogged] = createSignal<string>();
  let watching: Watching = NOT_WATCHING;
  let pending: readonly PlayedStretch[] = [];
  let logging: Promise<void> = Promise.resolve();

  const logPending = async (): Promise<void> => {
    for (let first = pending[0]; first !== undefined; first = pending[0]) {
      const words = await ports.log(first);
      setUnlogged(words);
      if (words !== undefined) return void media()?.pause();
      pending = pending.slice(1);
    }
  };
  const logAll = (): Promise<void> => {
    logging = logging.then(logPending);
    return logging;
  };
  const say = (what: Moment['what'], sec = media()?.currentTime ?? 0): void => {
    const followed = follow(watching, { what, sec, at: ports.now() });
    watching = followed.state;
    if (followed.closed === null) return;
    pending = [...pending, followed.closed];
    void logAll();
  };
  return { unlogged, logAll, say };
}

type StretchLog = ReturnType<typeof createStretchLog>;

/** Chromium counts what it decoded; where nothing is counted nothing is said. */
const decodedSound = (element: HTMLMediaElement): number | undefined =>
  (element as { readonly webkitAudioDecodedByteCount?: number }).webkitAudioDecodedByteCount;
const SOUND_BY_SEC = 1;

/** What the element says of itself, as signals; every moment goes to the log. */
function createMediaState(ports: PlaybackPorts, log: StretchLog) {
  const [playing, setPlaying] = createSignal(false);
  const [atSec, setAtSec] = createSignal(0);
  const [lengthSec, setLengthSec] = createSignal(ports.knownLengthSec);
  const [cannotPlay, setCannotPlay] = createSignal(false);
  const [silent, setSilent] = createSignal(false);
  const listen = (element: HTMLMediaElement): void => {
    const on = (name: keyof HTMLMediaElementEventMap, act: () => void): void => element.addEventListener(name, act);
    on('play', () => {
      setPlaying(true);
      log.say('play');
    });
    on('pause', () => {
      setPlaying(false);
      log.say('pause');
    });
    on('timeupdate', () => {
      setAtSec(element.currentTime);
      if (element.currentTime > SOUND_BY_SEC) setSilent(decodedSound(element) === 0);
      // On its way to another place it is not playing what lies between.
      if (!element.seeking) log.say('tick');
    });
    on('seeking', () => {
      setAtSec(element.currentTime);
      log.say('seek');
    });
    on('durationchange', () => {
      if (Number.isFinite(element.duration)) setLengthSec(element.duration);
    });
    on('error', () => setCannotPlay(true));
  };
  return { playing, atSec, lengthSec, cannotPlay, silent, listen };
}

/** A player of which every stretch is logged. What could not be logged stops it. */
export function createPlayback(ports: PlaybackPorts): Playback {
  const [rate, setRate] = createSignal(1);
  let media: HTMLMediaElement | undefined;
  const log = createStretchLog(ports, () => media);
  const { listen, ...state } = createMediaState(ports, log);

  const toggle = (): void => {
    if (media === undefined || log.unlogged() !== undefined || state.cannotPlay()) return;
    if (!media.paused) return void media.pause();
    // The event comes a moment later, when it has moved on already.
    log.say('play');
    media.play().catch(() => log.say('pause'));
  };
  const seek = (sec: number): void => {
    if (media === undefined || log.unlogged() !== undefined) return;
    if (!media.paused) log.say('tick');
    media.currentTime = Math.min(Math.max(0, sec), state.lengthSec() ?? sec);
  };
  const step = (sec: number): void => seek((media?.currentTime ?? 0) + sec);
  const leave = (): void => log.say('leave');
  // A closed window may be gone before the signature is written; this is the last moment it can be tried.
  window.addEventListener('pagehide', leave);
  onCleanup(() => {
    window.removeEventListener('pagehide', leave);
    leave();
    media?.pause();
  });
  return {
    ...state,
    rate,
    unlogged: log.unlogged,
    logAgain: log.logAll,
    toggle,
    seek,
    step,
    frame: (direction) => {
      media?.pause();
      step(direction * FRAME_SEC);
    },
    attach: (element) => {
      media = element;
      listen(element);
    },
    setRate: (next) => {
      setRate(next);
      if (media !== undefined) media.playbackRate = next;
    },
  };
}
