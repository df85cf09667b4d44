import { decodeHubReach, HUB_REACH_PATH, type HubReach } from '../../base/hub-reach.ts';
import type { SignallingTrouble } from './signalling.ts';

/** What the hub this page came from says about itself, and what it said last. */
export interface HubAcquaintance {
  /** Asks now. null: no answer, or not a hub of this app. Never rejects. */
  ask(): Promise<HubReach | null>;
  /** As it was at the last answer, in this session or an earlier one. */
  readonly known: () => HubReach | null;
  /** Why signalling does not come about; a guess. Never rejects. */
  whyNoAnswer(): Promise<SignallingTrouble>;
}

export interface HubAcquaintancePorts {
  /** Origin of this page. */
  readonly origin: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Pick<Response, 'ok' | 'json'>>;
  readonly store: Pick<Storage, 'getItem' | 'setItem'>;
  readonly nowMs: () => number;
}

const KEY = 'luzheng.hub-reach';
const ANSWER_WITHIN_MS = 5_000;

export function makeHubAcquaintance({ origin, fetch, store, nowMs }: HubAcquaintancePorts): HubAcquaintance {
  const known = (): HubReach | null => {
    try {
      return decodeHubReach(JSON.parse(store.getItem(KEY) ?? 'null'));
    } catch {
      // Somebody else's text under our name, or a browser that keeps nothing for us.
      return null;
    }
  };
  const ask = async (): Promise<HubReach | null> => {
    try {
      const init: RequestInit = { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) };
      const answer = await fetch(origin + HUB_REACH_PATH, init);
      const reach = answer.ok ? decodeHubReach(await answer.json()) : null;
      if (reach !== null) store.setItem(KEY, JSON.stringify(reach));
      return reach;
    } catch {
      return null;
    }
  };
  return {
    ask,
    known,
    /**
     * Browsers tell a page nothing of the reason: a hub that is off and one whose certificate is not trusted look alike to
     * fetch, to WebSocket and to resource timing (tried in Chromium 156). What can be told: an answer at all, and a clock
     * outside the times of the certificate that was last in use.
     */
    whyNoAnswer: async () => {
      if ((await ask()) !== null) return 'refused';
      const last = known();
      if (!origin.startsWith('https:') || last === null) return 'no-answer';
      const { from, until } = last.certificate;
      const isInTime = Date.parse(from) <= nowMs() && nowMs() <= Date.parse(until);
      return isInTime ? 'no-answer' : 'certificate-not-trusted?';
    },
  };
}

/** For main: this page, its fetch, its own storage. */
export function browserHubAcquaintance(): HubAcquaintance {
  const { origin } = location;
  return makeHubAcquaintance({
    origin,
    fetch: (url, init) => fetch(url, init),
    store: localStorage,
    nowMs: () => Date.now(),
  });
}
