import { type Accessor, createContext, useContext } from 'solid-js';
import type { Outcome } from '../../base/outcome.ts';
import type { EntryId, KeyId, StationId } from '../../domain/ids.ts';
import type { LinkWay, WayReason } from '../../domain/link.ts';
import type { Subject } from '../../domain/subject.ts';
import type { Instant } from '../../domain/time.ts';
import type { StationRefusal } from '../../usecases/admit-station.ts';
import type { Seat } from '../../usecases/desk.ts';
import type { Receipts } from '../../usecases/witnesses.ts';

/** One other station as its line of the page shows it. Counts come from what it signed last; null: it has signed nothing yet. */
export interface PeerView {
  readonly station: StationId;
  readonly code: string;
  readonly name: string | null;
  readonly state: 'connected' | 'connecting' | 'off';
  /** In use, or the last that was; null: never reached. */
  readonly way: LinkWay | null;
  readonly why: WayReason | null;
  readonly lastContactAt: Instant | null;
  /** Entries it signed to hold. */
  readonly theirs: number | null;
  /** When it signed that, by its own clock. */
  readonly signedAt: Instant | null;
  readonly toSend: number | null;
  readonly toGet: number | null;
  /** Where its chain and ours part; null where they do not. */
  readonly fork: { readonly key: KeyId; readonly seq: number } | null;
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** An entry that no other station has signed to hold. */
export interface UndeliveredEntry {
  readonly id: EntryId;
  readonly kind: string;
  readonly subject: Subject;
  readonly at: Instant;
}

export interface Undelivered {
  readonly count: number;
  /** Oldest first, a few hundred at most. */
  readonly oldest: readonly UndeliveredEntry[];
}

/** What is known of the other stations now. `asOf`: when it was compared. */
export interface SyncReport {
  readonly asOf: Instant;
  readonly ours: number;
  readonly peers: readonly PeerView[];
  readonly undelivered: Undelivered;
  /** What each other admitted station last signed to hold. */
  readonly receipts: Receipts;
  /** Whether the bureau's own PC, over which stations find one another, answers. */
  readonly service: 'connecting' | 'on' | 'off';
  /** Code of what kept this book from taking what came; null: nothing did. */
  readonly fault: string | null;
}

/** An invitation that is open: the same text in every form it is handed over in. */
export interface OpenInvitation {
  readonly text: string;
  readonly link: string;
  readonly expiresAt: Instant;
}

/** A PC that holds the invitation and asks to be admitted. */
export interface JoinRequest {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly place: string | null;
  /** Six digits, the same on both screens unless somebody stands between. */
  readonly digits: string;
  readonly askedAt: Instant;
}

export type AdmitRefusal = StationRefusal | { readonly code: 'request-gone' };

/** Texts of a link by hand that cannot be used; worded in text/sync.ts. */
export type HandRefusal = {
  readonly code:
    | 'not-a-code'
    | 'other-act'
    | 'cut-off'
    | 'damaged'
    | 'newer-version'
    | 'other-bureau'
    | 'other-session'
    /** The texts fit, and the machines found no way to each other. */
    | 'no-way';
};

/** Other stations, as screens may ask for them. Made by main.tsx; acts work only in the tab that writes. */
export interface SyncDesk {
  /** null until the first comparison. */
  readonly report: Accessor<SyncReport | null>;
  readonly invitation: Accessor<OpenInvitation | null>;
  readonly requests: Accessor<readonly JoinRequest[]>;
  invite(): Promise<void>;
  withdrawInvitation(): void;
  admit(request: string, seat: Seat): Promise<Outcome<null, AdmitRefusal>>;
  refuse(request: string): void;
  /** Tries all links again now. */
  retry(): void;
  /** null where this browser cannot link two PCs without a service. */
  readonly byHand: HandLinks | null;
}

/** A link without any server: one station makes an offer, the other answers, the first takes the answer. */
export interface HandLinks {
  offer(): Promise<string>;
  answer(offer: string): Promise<Outcome<string, HandRefusal>>;
  finish(answer: string): Promise<Outcome<null, HandRefusal>>;
}

const SyncDeskContext = createContext<SyncDesk>();
export const SyncDeskProvider = SyncDeskContext.Provider;

export function useSyncDesk(): SyncDesk {
  const desk = useContext(SyncDeskContext);
  if (desk === undefined) throw new Error('no sync desk above this screen');
  return desk;
}
