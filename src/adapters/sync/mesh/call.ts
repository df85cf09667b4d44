import { Fault, isFault } from '../../../base/fault.ts';
import type { LinkEnd, ReachCode } from '../../../domain/link-end.ts';
import type { Pipe } from '../link/pipe.ts';
import { CONNECT_MS, type DirectMeans, makeAnswer, makeOffer, type Offer } from '../rtc/direct.ts';
import type { Signalling } from '../signalling.ts';
import { encodePeerMessage, type PeerMessage } from './peer-message.ts';

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
  let attempt = 0;
  let waiting: {
    readonly attempt: number;
    readonly give: (sdp: string) => void;
    readonly fail: (error: unknown) => void;
  } | null = null;
  let closeLast: () => void = () => undefined;
  const say = (message: PeerMessage): void => signalling.send(peer, encodePeerMessage(message));

  const answerTo = (own: number): Promise<string> =>
    new Promise((give, fail) => {
      const cancel = means.timers.after(ANSWER_MS, () => fail(new Fault<ReachCode>('not-reachable')));
      waiting = {
        attempt: own,
        give: (sdp) => {
          cancel();
          give(sdp);
        },
        fail: (error) => {
          cancel();
          fail(error);
        },
      };
    });

  const straight = async (own: number): Promise<Pipe> => {
    if (means.relayOnly()) throw new Fault<ReachCode>('relay-chosen');
    const offer: Offer = await makeOffer('direct', means);
    closeLast = offer.close;
    try {
      const answered = answerTo(own);
      say({ kind: 'offer', attempt: own, sdp: offer.sdp });
      return await offer.accept(await answered);
    } catch (error) {
      offer.close();
      throw error;
    }
  };

  const answer = async ({ attempt: theirs, sdp }: Extract<PeerMessage, { kind: 'offer' }>): Promise<Reached | null> => {
    if (means.relayOnly()) {
      say({ kind: 'decline', attempt: theirs, why: 'relay-chosen' });
      return null;
    }
    // A caller that calls anew has given up what it had.
    closeLast();
    try {
      const made = await makeAnswer(sdp, 'direct', means);
      closeLast = made.close;
      say({ kind: 'answer', attempt: theirs, sdp: made.sdp });
      return { pipe: await made.pipe, why: null };
    } catch (error) {
      if (detourOf(error) === 'no-candidates') say({ kind: 'decline', attempt: theirs, why: 'no-candidates' });
      // Whoever calls decides whether to take the relay.
      return null;
    }
  };

  return {
    reach: async (straightOnly) => {
      attempt++;
      const own = attempt;
      try {
        return { pipe: await straight(own), why: null };
      } catch (error) {
        const why = detourOf(error);
        if (straightOnly) throw new Fault<ReachCode>(why, {}, error);
        say({ kind: 'relay', attempt: own, why });
        return { pipe: signalling.relay(peer), why };
      }
    },
    hear: async (message) => {
      if (message.kind === 'offer') return answer(message);
      if (message.kind === 'relay') return { pipe: signalling.relay(peer), why: message.why };
      if (message.kind === 'answer' && message.attempt === waiting?.attempt) waiting.give(message.sdp);
      if (message.kind === 'decline' && message.attempt === waiting?.attempt)
        waiting.fail(new Fault<ReachCode>(message.why));
      return null;
    },
    close: () => {
      waiting?.fail(new Fault<ReachCode>('not-here'));
      closeLast();
    },
  };
}

/** A description that cannot be used is as good as none. */
function detourOf(error: unknown): Exclude<Detour, null> {
  const code = isFault(error) ? (error.code as ReachCode | LinkEnd) : null;
  return code === 'no-candidates' || code === 'relay-chosen' ? code : 'not-reachable';
}
