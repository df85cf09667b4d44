import { createMemo, createSignal, onCleanup } from 'solid-js';
import { done, type Outcome, refused } from '../base/outcome.ts';
import type { BureauId, PersonId } from '../domain/ids.ts';
import { lenderOf, rolesAt } from '../domain/person-record.ts';
import type { DraftKeeper } from '../domain/ports/drafts.ts';
import type { Settings } from '../domain/ports/local-state.ts';
import type { ReadModel } from '../domain/ports/read-model.ts';
import type { PersonRecord } from '../domain/records.ts';
import type { Role } from '../domain/role.ts';
import type { Instant } from '../domain/time.ts';
import type { UnlockedPerson, UnlockRefusal } from '../ledger/keyring.ts';
import type { DemonstrationDesk } from '../ui/live/demonstration-desk.ts';
import { createExamining } from '../ui/live/examining.ts';
import type { Office, SeatedPerson } from '../ui/live/office.ts';
import type { Desk, Seat } from '../usecases/desk.ts';
import { examineOwnBook } from '../usecases/examine-book.ts';
import { withLapsed } from '../usecases/lapsed-delegations.ts';
import { verifier } from './open-desk.ts';

/** A turn for clicks and drawing. A message, because timers of a window in the background come once a second. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

export interface OfficeDevices {
  readonly settings: Settings;
  readonly tab: {
    readonly state: () => 'writer' | 'follower';
    readonly onChange: (listener: (state: 'writer' | 'follower') => void) => () => void;
    readonly takeOver: () => void;
  };
  /** Puts theme and font size on the document. */
  readonly show: (settings: Settings) => void;
  readonly demonstration: DemonstrationDesk;
}

/** Yjs is not small, and on most days nobody opens a form that keeps a draft: it comes with the first one. */
function draftsLater(bureau: BureauId): DraftKeeper {
  const keeper = (): Promise<DraftKeeper> =>
    import('./draft-keeper.ts').then(({ draftKeeperOf }) => draftKeeperOf(bureau));
  return {
    open: async (person) => (await keeper()).open(person),
    openShared: async (activity) => (await keeper()).openShared(activity),
  };
}

/** The office of one unlocked or locked desk: who sits there, which tab writes, what time it is. */
export function makeOffice(desk: Desk, devices: OfficeDevices, founder: UnlockedPerson | null): Office {
  const [now, setNow] = createSignal(desk.now());
  const ticking = setInterval(() => setNow(desk.now()), 1000);
  const [settings, setSettings] = createSignal(devices.settings);
  const [tab, setTab] = createSignal(devices.tab.state());
  const [online, setOnline] = createSignal(navigator.onLine);
  const seats = makeSeats(desk, now);
  const goneOnline = () => setOnline(navigator.onLine);
  window.addEventListener('online', goneOnline);
  window.addEventListener('offline', goneOnline);
  const stopTab = devices.tab.onChange(setTab);
  onCleanup(() => {
    clearInterval(ticking);
    stopTab();
    window.removeEventListener('online', goneOnline);
    window.removeEventListener('offline', goneOnline);
  });
  devices.show(settings());
  if (founder !== null) void seats.take(founder);
  return {
    desk,
    now,
    settings,
    tab,
    online,
    seat: seats.seat,
    lock: seats.lock,
    unlock: seats.unlock,
    signAs: seats.signAs,
    takeOver: devices.tab.takeOver,
    drafts: draftsLater(desk.book.bureau),
    demonstration: devices.demonstration,
    examining: createExamining((control) => examineOwnBook(desk, verifier, { ...control, pause })),
    changeSettings: async (next) => {
      await desk.local.putSettings(next);
      setSettings(next);
      devices.show(next);
    },
  };
}

async function withLenders(model: ReadModel, person: PersonId) {
  const record = await model.get('person', person);
  const lenders = (record?.delegations ?? []).flatMap((one) => lenderOf(one) ?? []);
  return { record, lenders: lenders.length === 0 ? [] : await model.getMany('person', lenders) };
}

function makeSeats(desk: Desk, now: () => Instant) {
  const [unlocked, setUnlocked] = createSignal<{
    readonly person: UnlockedPerson;
    readonly record: PersonRecord;
    readonly lenders: readonly PersonRecord[];
  } | null>(null);
  let stopWatching: (() => void) | null = null;
  const roles = createMemo(
    () => {
      const at = unlocked();
      return at === null ? [] : rolesAt(withLapsed(at.record, desk.book.membership()), now(), at.lenders);
    },
    [] as readonly Role[],
    { equals: (a, b) => a.join() === b.join() },
  );
  const seat = createMemo((): SeatedPerson | null => {
    const at = unlocked();
    if (at === null) return null;
    const { person, record } = at;
    return {
      person: person.person,
      signer: person.signer,
      record: { ...record, roles: roles() },
      own: record.roles,
    };
  });

  async function take(person: UnlockedPerson): Promise<void> {
    stopWatching?.();
    stopWatching = desk.records.watch(
      (model) => withLenders(model, person.person),
      ({ record, lenders }) => {
        if (record !== null) setUnlocked({ person, record, lenders });
      },
      () => undefined,
    );
  }

  async function signAs(person: PersonId, passphrase: string): Promise<Outcome<Seat, UnlockRefusal>> {
    const opened = await desk.keyring.unlock(person, passphrase);
    return opened.ok ? done({ person, signer: opened.value.signer }) : refused(opened.refusal);
  }

  return {
    take,
    signAs,
    seat,
    lock: () => {
      stopWatching?.();
      stopWatching = null;
      setUnlocked(null);
    },
    unlock: async (person: PersonId, passphrase: string): Promise<Outcome<null, UnlockRefusal>> => {
      const opened = await desk.keyring.unlock(person, passphrase);
      if (!opened.ok) return refused(opened.refusal);
      await take(opened.value);
      return done(null);
    },
  };
}
