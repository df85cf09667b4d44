import { Fault, isFault } from '../../../base/fault.ts';
import type { KeyId, StationId } from '../../../domain/ids.ts';
import type { LinkWay } from '../../../domain/link.ts';
import type { LinkEnd } from '../../../domain/link-end.ts';
import type { PublicJwk } from '../../../ledger/ports.ts';
import type { Timers } from '../timers.ts';
import type { Cipher } from './cipher.ts';
import { type FrameQueue, queueFrames } from './frame-queue.ts';
import { BYE, makeJoiner, PING, PONG } from './frames.ts';
import { type Doorkeeper, type HandshakeMeans, type LinkSelf, type Proven, shakeHands } from './handshake.ts';
import { type Heart, startHeart } from './heartbeat.ts';
import { inTurn, MOST_UNREAD_BYTES } from './in-turn.ts';
import { makeOutbox } from './outbox.ts';
import type { Pipe } from './pipe.ts';

export interface LinkListener {
  /** Messages come one after the other: the next waits until the promise settles. */
  message(stream: string, bytes: Uint8Array<ArrayBuffer>): void | Promise<void>;
  closed(end: Fault<LinkEnd>): void;
}

export interface LinkTraffic {
  readonly lastHeardAt: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly messagesIn: number;
  readonly messagesOut: number;
}

/** An authenticated, encrypted connection to one station, for many streams. */
export interface Link {
  /** null: a guest, or, to a guest, its host. */
  readonly station: StationId | null;
  readonly keyId: KeyId;
  readonly key: PublicJwk;
  /** The invitation a guest came by. */
  readonly invite: string | null;
  readonly digits: string;
  readonly way: LinkWay;
  readonly since: number;
  readonly traffic: () => LinkTraffic;
  /** Bytes handed to `send` that the pipe has not taken yet. */
  readonly waitingBytes: () => number;
  /** Resolves when the pipe has taken the message. Rejects with `Fault<LinkEnd>`. RangeError on a message that is too large. */
  send(stream: string, message: Uint8Array): Promise<void>;
  /** To be called once, at once; nothing is read before. */
  listen(listener: LinkListener): void;
  close(end?: LinkEnd): void;
}

export interface LinkMeans extends HandshakeMeans {
  readonly timers: Timers;
}

export const HANDSHAKE_MS = 10_000;

/** Shakes hands over the pipe. Rejects with `Fault<LinkEnd>`, the pipe closed: nothing but the handshake has been said. */
export async function openLink(pipe: Pipe, self: LinkSelf, keeper: Doorkeeper, means: LinkMeans): Promise<Link> {
  const frames = queueFrames(pipe);
  let cancel: () => void = () => undefined;
  const outOfTime = new Promise<never>((_, reject) => {
    cancel = means.timers.after(HANDSHAKE_MS, () => reject(new Fault<LinkEnd>('handshake-timeout')));
  });
  const wire = { send: (frame: Uint8Array<ArrayBuffer>) => pipe.send(frame), next: frames.next, binding: pipe.binding };
  try {
    const proven = await Promise.race([shakeHands(wire, self, keeper, means), outOfTime]);
    return startLink(pipe, frames, proven, means.timers);
  } catch (error) {
    pipe.close();
    throw isFault(error) ? error : new Fault<LinkEnd>('pipe-closed', {}, error);
  } finally {
    cancel();
  }
}

/** A pipe that takes nothing any more must not keep a link from ending. */
const LAST_WORD_MS = 1_000;

function startLink(pipe: Pipe, frames: FrameQueue, proven: Proven, timers: Timers): Link {
  const { cipher, ...peer } = proven;
  const since = timers.now();
  const meter = { lastHeardAt: since, bytesIn: 0, messagesIn: 0 };
  let listener: LinkListener | null = null;
  let over: Fault<LinkEnd> | null = null;
  let heart: Heart | null = null;

  const finish = (reason: Fault<LinkEnd>, sayBye: boolean): void => {
    if (over !== null) return;
    over = reason;
    heart?.stop();
    const cancel = timers.after(LAST_WORD_MS, () => pipe.close());
    void outbox.end(reason, sayBye ? BYE : null).then(() => {
      cancel();
      pipe.close();
    });
    listener?.closed(reason);
  };
  const outbox = makeOutbox(pipe, cipher, (error) => finish(error, false));
  const onHeard = (frame: Uint8Array): void => {
    meter.bytesIn += frame.byteLength;
    meter.lastHeardAt = timers.now();
    heart?.heard();
  };
  const deliver = inTurn(
    async (stream, bytes) => {
      if (over === null) await listener?.message(stream, bytes);
    },
    (error) => finish(new Fault<LinkEnd>('closed-here', {}, error), true),
  );
  const onMessage = (stream: string, bytes: Uint8Array<ArrayBuffer>): void => {
    meter.messagesIn++;
    if (deliver(stream, bytes) > MOST_UNREAD_BYTES) finish(new Fault<LinkEnd>('flood'), true);
  };

  return {
    ...peer,
    way: pipe.way,
    since,
    traffic: () => ({ ...meter, bytesOut: outbox.sentBytes(), messagesOut: outbox.sentMessages() }),
    waitingBytes: outbox.waitingBytes,
    send: outbox.send,
    listen: (given) => {
      listener = given;
      heart = startHeart(
        timers,
        () => outbox.say(PING),
        () => finish(new Fault<LinkEnd>('peer-silent'), false),
      );
      readFrames(frames, cipher, { onHeard, onMessage, say: outbox.say, isOver: () => over !== null }).then(
        (end) => finish(end, end.code !== 'pipe-closed' && end.code !== 'closed-there'),
        (error: unknown) => finish(new Fault<LinkEnd>('frame-malformed', {}, error), true),
      );
    },
    close: (end = 'closed-here') => finish(new Fault<LinkEnd>(end), true),
  };
}

interface Reader {
  readonly onHeard: (frame: Uint8Array) => void;
  readonly onMessage: (stream: string, bytes: Uint8Array<ArrayBuffer>) => void;
  readonly say: (word: Uint8Array<ArrayBuffer>) => void;
  readonly isOver: () => boolean;
}

/** Reads until the link ends, and answers why. */
async function readFrames(frames: FrameQueue, cipher: Cipher, reader: Reader): Promise<Fault<LinkEnd>> {
  const joiner = makeJoiner();
  try {
    for (;;) {
      const frame = await frames.next();
      if (reader.isOver()) return new Fault<LinkEnd>('closed-here');
      const event = joiner.take(await cipher.open(frame));
      // Only what opens counts as heard: anybody on the way can send noise.
      reader.onHeard(frame);
      if (event.kind === 'message') reader.onMessage(event.stream, event.bytes);
      else if (event.kind === 'ping') reader.say(PONG);
      else if (event.kind === 'bye') return new Fault<LinkEnd>('closed-there');
      else if (event.kind === 'fault') return new Fault<LinkEnd>(event.code);
    }
  } catch (error) {
    if (isFault(error)) return error as Fault<LinkEnd>;
    throw error;
  }
}
