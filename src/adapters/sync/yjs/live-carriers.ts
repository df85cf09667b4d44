import { isFault } from '../../../base/fault.ts';
import type { StationId } from '../../../domain/ids.ts';
import type { StoredEntry } from '../../../ledger/ports.ts';
import { type CarriedEntry, type Carriers, makeCarriers } from '../carrier.ts';
import { isStateVector, MAX_UPDATE_BYTES } from '../foreign-update.ts';
import type { Lane } from '../lane.ts';
import { MAX_MESSAGE_BYTES } from '../link/frames.ts';
import { type Cause, type DocProvider, type JoinedPeer, provideDoc } from './doc-provider.ts';
import { isEmptyUpdate, readSyncMessage } from './sync-message.ts';

const PREFIX = 'c/';
export const carrierStream = (shard: string): string => `${PREFIX}${shard}`;
export const shardOfStream = (stream: string): string | null =>
  stream.startsWith(PREFIX) ? stream.slice(PREFIX.length) : null;

/** A carrier holds its whole shard in memory. The bureau's and those of the present month are used; others only now and then. */
const MOST_OPEN = 6;
/** A lane that is so far behind learns of the rest by frontiers: nothing is lost by not sending it. */
export const MOST_WAITING_BYTES = 8 * 1_048_576;

/** Who brought entries here, and whom they are to be sent on to. */
export interface Passage {
  /** null: they are our own, or nobody knows any more. */
  readonly from: StationId | null;
  /** False for what was asked for in bulk: others hear of it by frontiers. */
  readonly pass: boolean;
}

interface Means {
  readonly readShard: (shard: string) => Promise<readonly CarriedEntry[]>;
  /** Stations that this one has links to, as it told us. */
  readonly neighboursOf: (station: StationId) => ReadonlySet<StationId>;
  /** A name no other page uses: y-webrtc keeps rooms by name. */
  readonly room: string;
}

interface Open {
  readonly provider: DocProvider;
  readonly joined: Map<Lane, JoinedPeer>;
}

/** Carriers under y-webrtc: what the book stores goes out over every lane that has it from nobody else. */
export interface LiveCarriers {
  join(lane: Lane): void;
  leave(lane: Lane): void;
  /** After the book has stored them. Entries of one shard go in one update. */
  appended(entries: readonly StoredEntry[], passageOf: (entry: StoredEntry) => Passage): Promise<void>;
  /** A message that asks what we have: y-webrtc answers from the carrier, if it is open. */
  answer(lane: Lane, shard: string, message: Uint8Array): void;
  close(): void;
}

export function makeLiveCarriers(means: Means): LiveCarriers {
  const lanes = new Set<Lane>();
  const carriers = makeCarriers(means);
  const shelf = openCarriers(carriers, means, lanes);
  let turn: Promise<void> = Promise.resolve();

  const append = async (entries: readonly StoredEntry[], passage: Passage): Promise<void> => {
    for (const [shard, some] of groupBy(entries, (entry) => entry.shard)) {
      if (passage.pass && lanes.size > 0) await shelf.ensure(shard, some);
      await carriers.appendAll(shard, some, passage).catch((error: unknown) => {
        if (!isFault(error) || error.code !== 'branch-given-up') throw error;
        // Built anew from the book the next time; until then frontiers tell.
        shelf.shut(shard);
      });
    }
  };

  return {
    join: (lane) => {
      lanes.add(lane);
      shelf.join(lane);
    },
    leave: (lane) => {
      lanes.delete(lane);
      shelf.leave(lane);
    },
    appended: (entries, passageOf) => {
      const passages = entries.map((entry) => [entry, passageOf(entry)] as const);
      const mine = turn.then(async () => {
        for (const some of groupBy(passages, ([, { from, pass }]) => `${from} ${pass}`).values()) {
          const passage = some[0]?.[1];
          if (passage === undefined) continue;
          await append(
            some.map(([entry]) => entry),
            passage,
          );
        }
      });
      // What the store refused once must not keep back what follows.
      turn = mine.catch(() => undefined);
      return mine;
    },
    answer: (lane, shard, message) => shelf.peer(lane, shard)?.hear(message),
    close: shelf.close,
  };
}

interface CarrierShelf {
  /** Opens the shard's carrier but for what is just being appended: that is to go out as an update. */
  ensure(shard: string, fresh: readonly StoredEntry[]): Promise<void>;
  join(lane: Lane): void;
  leave(lane: Lane): void;
  peer(lane: Lane, shard: string): JoinedPeer | undefined;
  shut(shard: string): void;
  close(): void;
}

function openCarriers(carriers: Carriers, means: Means, lanes: ReadonlySet<Lane>): CarrierShelf {
  const open = new Map<string, Open>();
  let joinings = 0;

  const join = (shard: string, { provider, joined }: Open, lane: Lane): void => {
    const out = (message: Uint8Array, cause: Cause): void => {
      if (!goesOut(message, cause, lane, means.neighboursOf)) return;
      lane.send(carrierStream(shard), message).catch(() => undefined);
    };
    // A name of its own: y-webrtc forgets connections by name, and one station may have an old lane and a new one.
    joined.set(lane, provider.join(`${lane.station} ${joinings++}`, out));
  };
  const shut = (shard: string): void => {
    open.get(shard)?.provider.destroy();
    open.delete(shard);
    carriers.close(shard);
  };

  return {
    ensure: async (shard, fresh) => {
      const known = open.get(shard);
      // The last used stands last.
      open.delete(shard);
      if (known !== undefined) return void open.set(shard, known);
      const later = new Set(fresh.map(placeOf));
      await carriers.open(shard, (entry) => later.has(placeOf(entry)));
      const doc = await carriers.doc(shard);
      if (doc === null) return;
      const one: Open = { provider: await provideDoc(doc, `${means.room} ${shard}`), joined: new Map() };
      open.set(shard, one);
      for (const lane of lanes) join(shard, one, lane);
      const [oldest] = open.keys();
      if (open.size > MOST_OPEN && oldest !== undefined) shut(oldest);
    },
    join: (lane) => {
      for (const [shard, one] of open) join(shard, one, lane);
    },
    leave: (lane) => {
      for (const { joined } of open.values()) {
        joined.get(lane)?.leave();
        joined.delete(lane);
      }
    },
    peer: (lane, shard) => open.get(shard)?.joined.get(lane),
    shut,
    close: () => {
      for (const shard of [...open.keys()]) shut(shard);
    },
  };
}

/**
 * y-webrtc sends everything to everybody. Here an update goes to those who do not have it from the station it came from, and a
 * state vector to nobody: frontiers say what is missing, and unlike state vectors they show forks.
 */
function goesOut(message: Uint8Array, cause: Cause, lane: Lane, neighboursOf: Means['neighboursOf']): boolean {
  const read = readSyncMessage(message);
  if (read?.kind !== 'update' || isEmptyUpdate(read.bytes)) return false;
  if (read.bytes.byteLength > MAX_UPDATE_BYTES || message.byteLength > MAX_MESSAGE_BYTES) return false;
  if (lane.waitingBytes() > MOST_WAITING_BYTES) return false;
  return cause.kind === 'answer' || reaches(cause.origin as Passage, lane, neighboursOf);
}

/** Whether what came by this passage is to go on to a lane. */
export const reaches = (
  { from, pass }: Passage,
  { station }: Pick<Lane, 'station'>,
  neighboursOf: Means['neighboursOf'],
): boolean => pass && (from === null || (from !== station && !neighboursOf(from).has(station)));

const placeOf = ({ keyId, slot }: CarriedEntry): string => `${keyId} ${slot}`;

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** True for a question that may be handed to y-webrtc. */
export const isQuestion = (message: Uint8Array): boolean => {
  const read = readSyncMessage(message);
  return read?.kind === 'state-vector' && isStateVector(read.bytes);
};
