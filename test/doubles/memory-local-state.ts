import { DEFAULT_SETTINGS } from '../../src/adapters/storage/default-settings.ts';
import type { CardList } from '../../src/domain/card-list.ts';
import type { BatchId, MediumId, RecordingId } from '../../src/domain/ids.ts';
import type { LinkSecrets } from '../../src/domain/link.ts';
import type {
  IntakeSession,
  KeptInvitation,
  LocalState,
  Settings,
  StationIdentity,
  WatchedFolder,
} from '../../src/domain/ports/local-state.ts';
import type { Instant } from '../../src/domain/time.ts';

export function makeMemoryLocalState(): LocalState {
  let identity: StationIdentity | null = null;
  let settings: Settings = DEFAULT_SETTINGS;
  let lastClock: Instant | null = null;
  let invitation: KeptInvitation | null = null;
  let secrets: LinkSecrets | null = null;
  const intakes = new Map<BatchId, IntakeSession>();
  const handles = new Map<MediumId, FileSystemDirectoryHandle>();
  const buffered = new Map<RecordingId, { recording: RecordingId; batch: BatchId; key: string }>();
  const thumbnails = new Map<RecordingId, Blob>();
  const cards = new Map<BatchId, CardList>();
  let watched: WatchedFolder | null = null;
  const prints = new Map<string, RecordingId>();
  return {
    identity: async () => identity,
    putIdentity: async (value) => {
      identity = value;
    },
    settings: async () => settings,
    putSettings: async (value) => {
      settings = value;
    },
    intakes: async () => [...intakes.values()].sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1)),
    putIntake: async (session) => void intakes.set(session.batch, session),
    putIntakeItems: async (batch, items) => {
      const session = intakes.get(batch);
      if (session === undefined) return;
      const changed = new Map(items.map((item) => [item.key, item]));
      intakes.set(batch, { ...session, items: session.items.map((item) => changed.get(item.key) ?? item) });
    },
    removeIntake: async (batch) => void intakes.delete(batch),
    mediumHandle: async (medium) => handles.get(medium) ?? null,
    putMediumHandle: async (medium, handle) => void handles.set(medium, handle),
    bufferedAt: async (recording) => {
      const row = buffered.get(recording);
      return row === undefined ? null : { batch: row.batch, key: row.key };
    },
    buffered: async () => [...buffered.values()],
    putBuffered: async (rows) => {
      for (const row of rows) buffered.set(row.recording, row);
    },
    removeBuffered: async (recordings) => {
      for (const recording of recordings) buffered.delete(recording);
    },
    forgetRecordings: async (recordings) => {
      const gone = new Set(recordings);
      for (const recording of recordings) thumbnails.delete(recording);
      for (const [print, recording] of prints) if (gone.has(recording)) prints.delete(print);
      for (const session of [...intakes.values()]) {
        const items = session.items.filter(({ state }) => state.kind !== 'recorded' || !gone.has(state.recording));
        if (items.length === session.items.length) continue;
        if (items.length === 0) intakes.delete(session.batch);
        else intakes.set(session.batch, { ...session, items });
      }
    },
    thumbnail: async (recording) => thumbnails.get(recording) ?? null,
    putThumbnail: async (recording, image) => void thumbnails.set(recording, image),
    cardList: async (batch) => cards.get(batch) ?? null,
    putCardList: async (list) => void cards.set(list.batch, list),
    watchedFolder: async () => watched,
    putWatchedFolder: async (folder) => {
      watched = folder;
    },
    rememberPrint: async (print, recording) => {
      const before = prints.get(print) ?? recording;
      prints.set(print, before);
      return before === recording ? null : before;
    },
    lastClock: async () => lastClock,
    putLastClock: async (at) => {
      lastClock = at;
    },
    linkSecrets: async () => secrets,
    putLinkSecrets: async (value) => {
      secrets = value;
    },
    invitation: async () => invitation,
    putInvitation: async (value) => {
      invitation = value;
    },
  };
}
