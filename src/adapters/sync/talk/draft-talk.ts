import type { ActivityId, StationId } from '../../../domain/ids.ts';
import type { DoorWhy } from '../../../ledger/door-why.ts';
import type { Lane } from '../lane.ts';
import { DRAFT_STREAM, decodeDraftMessage, encodeDraftMessage } from '../messages/draft-message.ts';
import type { SharedDrafts } from '../shared-drafts.ts';
import type { Timers } from '../timers.ts';

export interface DraftPorts {
  readonly drafts: SharedDrafts;
  /** Whether drafts of an activity may be at a station: where one of its officers signs. */
  readonly mayHold: (station: StationId, activity: ActivityId) => Promise<boolean>;
  /** This station. */
  readonly self: StationId;
}

export interface DraftTalk {
  /** Tells a station that was met what it may know of what is kept here. */
  greet(lane: Lane): Promise<void>;
  hear(lane: Lane, bytes: Uint8Array): Promise<void>;
  stop(): void;
}

export interface DraftMeans {
  readonly timers: Timers;
  readonly lanes: () => Iterable<Lane>;
  readonly begin: (work: Promise<void>) => void;
  readonly charge: (lane: Lane, why: DoorWhy) => void;
}

/** So long a writer rests before others see it: whole states travel, not keystrokes. */
const REST_MS = 800;
/** Nobody types faster than one state a rest; twenty activities may be told of at a meeting. */
const MOST_PER_MINUTE = 300;
const MINUTE_MS = 60_000;
/** Book and footage go first. */
const MOST_WAITING_BYTES = 256 * 1024;

/** Keeps the drafts of activities equal among the stations of their officers. What comes is examined and may be dropped; it never meets the book. */
export function makeDraftTalk({ drafts, mayHold, self }: DraftPorts, means: DraftMeans): DraftTalk {
  const resting = new Map<ActivityId, () => void>();
  const heard = new Map<StationId, { since: number; count: number }>();

  const tell = async (lane: Lane, activity: ActivityId): Promise<void> => {
    if (lane.waitingBytes() > MOST_WAITING_BYTES || !(await mayHold(lane.station, activity))) return;
    const state = await drafts.stateOf(activity);
    // A lane that is closing tells its owner so; the next meeting brings it.
    if (state !== null) await lane.send(DRAFT_STREAM, encodeDraftMessage({ activity, state })).catch(() => undefined);
  };
  const tellAll = async (activity: ActivityId, but: StationId | null): Promise<void> => {
    for (const lane of [...means.lanes()]) if (lane.station !== but) await tell(lane, activity);
  };
  const forget = drafts.onWritten((activity) => {
    resting.get(activity)?.();
    const cancel = means.timers.after(REST_MS, () => {
      resting.delete(activity);
      means.begin(tellAll(activity, null));
    });
    resting.set(activity, cancel);
  });
  const tooMany = ({ station }: Lane): boolean => {
    const now = means.timers.now();
    const before = heard.get(station);
    const counted = before === undefined || now - before.since >= MINUTE_MS ? { since: now, count: 0 } : before;
    counted.count++;
    heard.set(station, counted);
    return counted.count > MOST_PER_MINUTE;
  };

  return {
    greet: async (lane) => {
      for (const activity of await drafts.held()) await tell(lane, activity);
    },
    hear: async (lane, bytes) => {
      if (tooMany(lane)) return means.charge(lane, 'draft-flood');
      const message = decodeDraftMessage(bytes);
      if (message === null) return means.charge(lane, 'draft-malformed');
      const { activity, state } = message;
      // Its book may be ahead of ours, so this is no fault; the next meeting asks again.
      if (!(await mayHold(self, activity)) || !(await mayHold(lane.station, activity))) return;
      const came = await drafts.take(activity, state);
      if (came === 'taken') await tellAll(activity, lane.station);
      else if (came !== 'nothing-new') means.charge(lane, `draft-${came}`);
    },
    stop: () => {
      forget();
      for (const cancel of resting.values()) cancel();
    },
  };
}
