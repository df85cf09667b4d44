import type { StationId } from '../domain/ids.ts';
import type { LinkWay } from '../domain/link.ts';
import type { PeerNote, PeerNotes, PeerReceipt } from '../domain/ports/peer-notes.ts';
import type { Instant } from '../domain/time.ts';

/** What a link carried since it was last written down. */
export interface Contact {
  readonly way: LinkWay;
  readonly lastHeardAt: Instant;
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** What is known of other stations, in memory for the screens and in the table for tomorrow. Only the writing tab writes it. */
export interface ContactNotes {
  all(): Promise<readonly PeerNote[]>;
  lastReceipt(station: StationId): Promise<PeerReceipt | null>;
  keepReceipt(station: StationId, receipt: PeerReceipt, at: Instant): Promise<void>;
  /** Adds to what was carried before. */
  carried(station: StationId, contact: Contact): Promise<void>;
}

export function makeContactNotes(table: PeerNotes): ContactNotes {
  // One after the other: a receipt and the end of a link change the same row.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.then(act, act);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const find = async (station: StationId): Promise<PeerNote | null> =>
    (await table.all()).find((note) => note.station === station) ?? null;
  return {
    all: () => table.all(),
    lastReceipt: async (station) => (await find(station))?.receipt ?? null,
    keepReceipt: (station, receipt, at) =>
      inTurn(async () => {
        const before = (await find(station)) ?? { station, way: 'relay' as const, bytesIn: 0, bytesOut: 0 };
        await table.put({ ...before, receipt, lastContactAt: at });
      }),
    carried: (station, contact) =>
      inTurn(async () => {
        const before = await find(station);
        await table.put({
          station,
          receipt: before?.receipt ?? null,
          way: contact.way,
          lastContactAt: contact.lastHeardAt,
          bytesIn: (before?.bytesIn ?? 0) + contact.bytesIn,
          bytesOut: (before?.bytesOut ?? 0) + contact.bytesOut,
        });
      }),
  };
}
