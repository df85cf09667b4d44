import type { StationId } from '../domain/ids.ts';
import type { LinkWay } from '../domain/link.ts';
import { toInstant } from '../domain/time.ts';
import type { ContactNotes } from './contact-notes.ts';

/** A link's counters, from when it came about. */
export interface Traffic {
  readonly station: StationId;
  /** When it came about. */
  readonly since: number;
  readonly way: LinkWay;
  readonly lastHeardAt: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** A browser may end without a word: what it has carried since the last note is forgotten then, and when it heard last. */
const NOTE_EVERY_MS = 10_000;

export interface TrafficNotes {
  /** Writes down what has grown for long enough, and all of a link that has ended: it is found missing. Answers with what is not written yet. */
  look(linked: readonly Traffic[], now: number): Promise<ReadonlyMap<StationId, Traffic>>;
}

interface Noted {
  /** The counters at the last look. */
  last: Traffic;
  /** What of them is written down, and when that was. */
  written: Pick<Traffic, 'bytesIn' | 'bytesOut'>;
  at: number;
}

export function makeTrafficNotes({ carried }: Pick<ContactNotes, 'carried'>): TrafficNotes {
  const known = new Map<StationId, Noted>();
  const write = async (noted: Noted, now: number): Promise<void> => {
    const { station, way, lastHeardAt, ...counters } = openOf(noted);
    noted.written = { bytesIn: noted.last.bytesIn, bytesOut: noted.last.bytesOut };
    noted.at = now;
    const { bytesIn, bytesOut } = counters;
    await carried(station, { way, lastHeardAt: toInstant(lastHeardAt), bytesIn, bytesOut });
  };
  return {
    look: async (linked, now) => {
      const open = new Map<StationId, Traffic>();
      for (const [station, noted] of known) {
        if (linked.some((each) => each.station === station && each.since === noted.last.since)) continue;
        known.delete(station);
        await write(noted, now);
      }
      for (const each of linked) {
        const noted = known.get(each.station) ?? { last: each, written: { bytesIn: 0, bytesOut: 0 }, at: now };
        noted.last = each;
        known.set(each.station, noted);
        if (now - noted.at >= NOTE_EVERY_MS) await write(noted, now);
        open.set(each.station, openOf(noted));
      }
      return open;
    },
  };
}

const openOf = ({ last, written }: Noted): Traffic => ({
  ...last,
  bytesIn: last.bytesIn - written.bytesIn,
  bytesOut: last.bytesOut - written.bytesOut,
});
