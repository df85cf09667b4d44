import type { Lane } from '../../src/adapters/sync/lane.ts';
import { makeSynchroniser, type Synchroniser } from '../../src/adapters/sync/synchroniser.ts';
import { grown, stationOf } from './books.ts';
import { claimsAreTrue } from './claims.ts';
import { type LaneWire, makeLaneWire } from './lane-wire.ts';
import { type ManualTimers, makeManualTimers } from './manual-timers.ts';
import { type OfficeKit, type OfficeOptions, openOfficeBook, type UnlinkedOffice } from './office-of-kit.ts';

export { makeOfficeKit, type OfficeKit } from './office-of-kit.ts';

export interface Office extends UnlinkedOffice {
  readonly sync: Synchroniser;
}

export interface Offices {
  readonly wire: LaneWire;
  readonly timers: ManualTimers;
  readonly kit: OfficeKit;
  readonly office: (name: string) => Office;
  readonly all: readonly Office[];
  readonly healAll: () => void;
  /** Delivers what is under way and lets time pass, until nothing moves any more. Then whatever the page says anywhere must be so. */
  readonly deliverAll: (choose?: () => number) => Promise<void>;
  /** Work that is under way inside the offices; nothing is delivered. */
  readonly idle: () => Promise<void>;
}

interface Options extends OfficeOptions {
  /** Offices that somebody else plays. */
  readonly without?: readonly string[];
  /** Offices that sign of themselves what is not so. */
  readonly liars?: readonly string[];
}

/** Several offices of one bureau on one wire, not linked yet. */
export async function makeOffices(kit: OfficeKit, options: Options = {}): Promise<Offices> {
  const wire = makeLaneWire();
  const timers = makeManualTimers();
  const all: Office[] = [];
  for (const name of kit.names) {
    if (options.without?.includes(name)) continue;
    all.push(await openOffice(name, kit, options, { wire, timers }));
  }
  const idle = async (): Promise<void> => {
    for (const { sync } of all) await sync.idle();
  };
  const pairs = all.flatMap((a, i) => all.slice(i + 1).map((b) => [a.name, b.name] as const));
  return {
    wire,
    timers,
    kit,
    all,
    idle,
    office: (name) => {
      const found = all.find((each) => each.name === name);
      if (found === undefined) throw new Error(`no office ${name}`);
      return found;
    },
    healAll: () => {
      for (const [a, b] of pairs) wire.heal(a, b);
    },
    deliverAll: async (choose = () => 0) => {
      for (;;) {
        await idle();
        if (wire.queue.length > 0) await wire.deliver(choose() % wire.queue.length);
        else if (timers.next() !== null) timers.pass(timers.next() ?? 0);
        else return claimsAreTrue({ offices: all, isLinked: (a, b) => wire.isLinked(a.name, b.name), ...options });
      }
    },
  };
}

async function openOffice(
  name: string,
  kit: OfficeKit,
  options: Options,
  { wire, timers }: { readonly wire: LaneWire; readonly timers: ManualTimers },
): Promise<Office> {
  const office = await openOfficeBook(name, kit, options, timers);
  const sync = makeSynchroniser(office.ports);
  wire.join({
    name,
    plugged: (to, cable): ReturnType<Synchroniser['attach']> => {
      const key = kit.stations.get(to)?.public.signing;
      if (key === undefined) throw new Error(`no station ${to}`);
      const lane: Lane = { station: stationOf(to), key, way: 'same-pc', ...cable };
      return sync.attach(lane);
    },
  });
  return {
    ...office,
    sync: {
      ...sync,
      idle: async () => {
        await sync.idle();
        await office.forksNoted();
        await sync.idle();
      },
    },
  };
}

/** What all books come to: the entries, their verdicts, the records folded from them. */
export const stateOf = async (office: Office) => ({
  frontier: await office.book.frontier(),
  ...(await grown(office)),
});
