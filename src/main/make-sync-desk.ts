import { createSignal, onCleanup } from 'solid-js';
import { makeLinkSecrets } from '../adapters/sync/link-secrets.ts';
import { refused } from '../base/outcome.ts';
import { type Invite, inviteLink, toInviteText } from '../domain/invite.ts';
import type { LinkSecrets } from '../domain/link.ts';
import type { KeptInvitation } from '../domain/ports/local-state.ts';
import type { JoinRequest, OpenInvitation, SyncDesk, SyncReport } from '../ui/live/sync-desk.ts';
import type { Desk } from '../usecases/desk.ts';
import { type GuestDoor, openGuestDoor } from '../usecases/host-guests.ts';
import { makeContactNotes } from './contact-notes.ts';
import { makeHandLinks } from './hand-links.ts';
import { openLinkNews } from './links-between-tabs.ts';
import type { OpenedDesk } from './open-desk.ts';
import { hub, type Links, openLinks } from './open-links.ts';
import { makeReport, NO_LINKS } from './sync-report.ts';

export interface SyncDeskTab {
  readonly state: () => 'writer' | 'follower';
  readonly onChange: (listener: (state: 'writer' | 'follower') => void) => () => void;
}

/** What a link has carried and when it was heard changes all the time; the rest says so itself. */
const LOOK_EVERY_MS = 2_000;
const AT_MOST_EVERY_MS = 250;

/** The page of other stations over real links: they live in the tab that writes, the others look on. */
export function makeSyncDesk(opened: OpenedDesk, tab: SyncDeskTab): SyncDesk {
  const { desk, storage } = opened;
  const [report, setReport] = createSignal<SyncReport | null>(null);
  const notes = makeContactNotes(storage.peers);
  const isWriter = () => tab.state() === 'writer';
  // What another tab has written is not yet in this tab's memory.
  let stale = false;
  const refresh = inTurn(async () => {
    if (stale) await desk.book.refresh();
    stale = false;
    if (isWriter()) await guests.door()?.look();
    const live = isWriter() ? ((await links?.live()) ?? NO_LINKS) : news.latest();
    if (isWriter()) news.tell(live);
    setReport(await makeReport(desk, await notes.all(), live));
  });
  const news = openLinkNews(desk.station.bureau, isWriter, refresh);
  const guests = createGuests(desk);
  let links: Links | null = null;

  /** One opening or closing after the other, whatever the pen does meanwhile. */
  const settle = inTurn(async () => {
    if (isWriter() && links === null) {
      const door = await guests.open();
      const secrets = await secretsOf(desk);
      links = openLinks({ opened, secrets, notes, door, mayWrite: isWriter, onChange: refresh });
    } else if (!isWriter() && links !== null) {
      const closing = links;
      links = null;
      guests.close();
      await closing.close();
    }
    refresh();
  });

  settle();
  const stops = [
    tab.onChange(settle),
    watchBook(desk, () => {
      stale = !isWriter();
      refresh();
    }),
    repeat(LOOK_EVERY_MS, refresh),
    () => news.close(),
    () => void links?.close(),
  ];
  onCleanup(() => void stops.map((stop) => stop()));
  return {
    report,
    invitation: guests.invitation,
    requests: guests.requests,
    invite: () => guests.invite(),
    withdrawInvitation: () => void guests.door()?.shut(),
    admit: (request, seat) =>
      guests.door()?.admit(request, seat) ?? Promise.resolve(refused({ code: 'request-gone' as const })),
    refuse: (request) => guests.door()?.decline(request),
    retry: () => links?.retry(),
    byHand: makeHandLinks(desk.station.bureau, () => links?.bureau ?? null),
  };
}

const watchBook = ({ records }: Desk, onChange: () => void): (() => void) =>
  records.watch(
    async () => null,
    onChange,
    () => undefined,
  );

function repeat(everyMs: number, act: () => void): () => void {
  const timer = setInterval(() => document.visibilityState === 'visible' && act(), everyMs);
  return () => clearInterval(timer);
}

/** Runs one at a time and not too often; what is asked meanwhile is done once more afterwards. */
function inTurn(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    running = true;
    do {
      again = false;
      // A report that could not be made is made at the next occasion.
      await work().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, AT_MOST_EVERY_MS));
    } while (again);
    running = false;
  };
  return () => {
    again = true;
    if (!running) void run();
  };
}

/** Bureaus founded before there were links have no secrets yet; whoever needs them first makes them. */
async function secretsOf({ local }: Desk): Promise<LinkSecrets> {
  const kept = await local.linkSecrets();
  if (kept !== null) return kept;
  const made = await makeLinkSecrets();
  await local.putLinkSecrets(made);
  return made;
}

/** The door as signals: the invitation in the forms it is handed over in, and who waits. */
function createGuests(desk: Desk) {
  const [invitation, setInvitation] = createSignal<OpenInvitation | null>(null);
  const [requests, setRequests] = createSignal<readonly JoinRequest[]>([]);
  let door: GuestDoor | null = null;
  let shown: string | null = null;

  const show = (kept: KeptInvitation | null): void => {
    const id = kept === null || kept.usedBy !== null ? null : kept.id;
    if (id === shown) return;
    shown = id;
    if (kept === null || id === null) return void setInvitation(null);
    void toOpenInvitation(desk, kept).then((open) => shown === id && setInvitation(open));
  };
  const look = (): void => {
    show(door?.invitation() ?? null);
    const waiting = door?.guests() ?? [];
    setRequests(
      waiting.map(({ id, wish, digits, askedAt }) => {
        const { code, name, place } = wish;
        return { id, code, name, place, digits, askedAt };
      }),
    );
  };
  return {
    invitation,
    requests,
    door: () => door,
    open: async () => {
      door ??= await openGuestDoor(desk, look);
      look();
      return door;
    },
    close: () => {
      door = null;
      look();
    },
    invite: async () => {
      await door?.open();
    },
  };
}

async function toOpenInvitation(desk: Desk, kept: KeptInvitation): Promise<OpenInvitation> {
  const { bureau, root, station, code } = desk.station;
  const [secrets, own, record, hubs] = await Promise.all([
    secretsOf(desk),
    desk.records.get('bureau', bureau),
    desk.records.get('station', station),
    hubOrigins(),
  ]);
  const invite: Invite = {
    v: 1,
    bureau,
    root,
    roomKey: secrets.roomKey,
    secret: secrets.secret,
    hubs: [...hubs],
    invite: { id: kept.id, secret: kept.secret },
    bureauName: own?.name ?? code,
    inviter: { code, name: record?.name ?? code },
    expiresAt: kept.expiresAt,
  };
  const text = await toInviteText(invite);
  return { text, link: inviteLink(hubs[0] ?? location.origin, text), expiresAt: kept.expiresAt };
}

/** Where another PC finds the service: a page opened as localhost has to ask it. */
async function hubOrigins(): Promise<readonly string[]> {
  const own = new URL(location.origin).hostname === 'localhost' ? [] : [location.origin];
  const reach = (await hub.ask()) ?? hub.known();
  return reach === null ? own : [...new Set([reach.lanOrigin, ...own])];
}
