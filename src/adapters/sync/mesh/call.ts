import { Fault, isFault } from '../../../base/fault.ts';
import type { LinkEnd, ReachCode } from '../../../domain/link-end.ts';
import type { Pipe } from '../link/pipe.ts';
import { CONNECT_MS, type DirectMeans, makeAnswer, makeOffer } from '../rtc/direct.ts';
import type { Signalling } from '../signalling.ts';
import { encodePeerMessage, type PeerMessage } from './peer-message.ts';
import { makePendingAnswer, type PendingAnswer } from './pending-answer.ts';

/** Why a pipe goes through the relay; null where it is straight. */
export type Detour = Exclude<ReachCode, 'not-here'> | null;

export interface CallMeans extends DirectMeans {
  /** The user, or a test, wants everything to go through the relay. */
  readonly relayOnly: () => boolean;
}

export interface Reached {
  readonly pipe: Pipe;
  readonly why: Detour;
}

/** The way to one peer of a meeting place, as long as it is there. One of the two calls, the other answers. */
export interface Call {
  /** Straight if that can be, else by the relay. `straightOnly`: a relay is in use already. Rejects with `Fault<ReachCode>`. */
  reach(straightOnly: boolean): Promise<Reached>;
  /** What the caller says. Answers with a pipe, or null where the message asks for none. */
  hear(message: PeerMessage): Promise<Reached | null>;
  close(): void;
}

/** The answer to an offer needs as long as an offer. */
const ANSWER_MS = 2 * CONNECT_MS;

export function makeCall(signalling: Signalling, peer: string, means: CallMeans): Call {
  const pending = makePendingAnswer(means.timers);
  const line: Line = {
    ...means,
    say: (message) => signalling.send(peer, encodePeerMessage(message)),
    closeLast: () => undefined,
    offers: 0,
    making: Promise.resolve(),
  };
  let attempt = 0;

  return {
    reach: async (straightOnly) => {
      attempt++;
      const own = attempt;
      try {
        return { pipe: await callStraight(line, own, pending), why: null };
      } catch (error) {
        const why = detourOf(error);
        if (straightOnly) throw new Fault<ReachCode>(why, {}, error);
        line.say({ kind: 'relay', attempt: own, why });
        return { pipe: signalling.relay(peer), why };
      }
    },
    hear: async (message) => {
      if (message.kind === 'offer') return answerStraight(line, message);
      if (message.kind === 'relay') return { pipe: signalling.relay(peer), why: message.why };
      if (message.kind === 'answer') pending.give(message.attempt, message.sdp);
      if (message.kind === 'decline') pending.fail(message.attempt, message.why);
      return null;
    },
    close: () => {
      pending.fail(null, 'not-here');
      line.closeLast();
    },
  };
}

interface Line extends CallMeans {
  readonly say: (message: PeerMessage) => void;
  closeLast: () => void;
  /** Heard of this peer. */
  offers: number;
  /** The answer that is being made. */
  making: Promise<unknown>;
}

async function callStraight(line: Line, attempt: number, pending: PendingAnswer): Promise<Pipe> {
  if (line.relayOnly()) throw new Fault<ReachCode>('relay-chosen');
  const offer = await makeOffer('direct', line);
  line.closeLast = offer.close;
  try {
    const answered = pending.wait(attempt, ANSWER_MS);
    line.say({ kind: 'offer', attempt, sdp: offer.sdp });
    return await offer.accept(await answered);
  } catch (error) {
    offer.close();
    throw error;
  }
}

/** null: whoever calls decides whether to take the relay. */
async function answerStraight(
  line: Line,
  { attempt, sdp }: Extract<PeerMessage, { kind: 'offer' }>,
): Promise<Reached | null> {
  if (line.relayOnly()) {
    line.say({ kind: 'decline', attempt, why: 'relay-chosen' });
    return null;
  }
  // A caller that calls anew has given up what it had; one that calls a thousand times must not have a thousand connections open here.
  line.offers++;
  const own = line.offers;
  await line.making.catch(() => undefined);
  if (own !== line.offers) return null;
  line.closeLast();
  try {
    const making = makeAnswer(sdp, 'direct', line);
    line.making = making;
    const made = await making;
    line.closeLast = made.close;
    line.say({ kind: 'answer', attempt, sdp: made.sdp });
    return { pipe: await made.pipe, why: null };
  } catch (error) {
    if (detourOf(error) === 'no-candidates') line.say({ kind: 'decline', attempt, why: 'no-candidates' });
    return null;
  }
}

/** A description that cannot be used is as good as none. */
function detourOf(error: unknown): Exclude<Detour, null> {
  const code = isFault(error) ? (error.code as ReachCode | LinkEnd) : null;
  return code === 'no-candidates' || code === 'relay-chosen' ? code : 'not-reachable';
}
