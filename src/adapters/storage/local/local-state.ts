import { Dexie } from 'dexie';
import type { BatchId, RecordingId } from '../../../domain/ids.ts';
import type { LinkSecrets } from '../../../domain/link.ts';
import type {
  IntakeItem,
  IntakeSession,
  KeptInvitation,
  LocalState,
  Settings,
  StationIdentity,
  WatchedFolder,
} from '../../../domain/ports/local-state.ts';
import type { Instant } from '../../../domain/time.ts';
import type { BureauTables } from '../database/bureau-tables.ts';
import type { IntakeItemRow, LocalRow } from '../database/rows.ts';
import { guarded } from '../database/storage-fault.ts';
import { DEFAULT_SETTINGS } from '../default-settings.ts';

export function makeLocalState(tables: BureauTables): LocalState {
  const { local, mediumHandles, buffered, thumbnails, prints, cards } = tables;
  const read = async (name: LocalRow['name']): Promise<unknown> => (await local.get(name))?.value;
  const write = (name: LocalRow['name'], value: unknown): Promise<void> =>
    guarded(async () => void (await local.put({ name, value })));
  return {
    identity: () => guarded(async () => ((await read('identity')) ?? null) as StationIdentity | null),
    putIdentity: (identity) => write('identity', identity),
    settings: () => guarded(async () => ({ ...DEFAULT_SETTINGS, ...((await read('settings')) as Partial<Settings>) })),
    putSettings: (settings) => write('settings', settings),
    lastClock: () => guarded(async () => ((await read('lastClock')) ?? null) as Instant | null),
    putLastClock: (at) => write('lastClock', at),
    linkSecrets: () => guarded(async () => ((await read('linkSecrets')) ?? null) as LinkSecrets | null),
    putLinkSecrets: (secrets) => write('linkSecrets', secrets),
    invitation: () => guarded(async () => ((await read('invitation')) ?? null) as KeptInvitation | null),
    putInvitation: (invitation) => write('invitation', invitation),
    ...intakes(tables),
    mediumHandle: (medium) => guarded(async () => (await mediumHandles.get(medium))?.handle ?? null),
    putMediumHandle: (medium, handle) => guarded(async () => void (await mediumHandles.put({ medium, handle }))),
    bufferedAt: (recording) =>
      guarded(async () => {
        const row = await buffered.get(recording);
        return row === undefined ? null : { batch: row.batch, key: row.key };
      }),
    buffered: () => guarded(() => buffered.toArray()),
    putBuffered: (rows) => guarded(async () => void (await buffered.bulkPut([...rows]))),
    removeBuffered: (recordings) => guarded(() => buffered.bulkDelete([...recordings])),
    forgetRecordings: (recordings) => guarded(() => forget(tables, recordings)),
    thumbnail: (recording) => guarded(async () => (await thumbnails.get(recording))?.image ?? null),
    putThumbnail: (recording, image) => guarded(async () => void (await thumbnails.put({ recording, image }))),
    cardList: (batch) => guarded(async () => (await cards.get(batch)) ?? null),
    putCardList: (list) => guarded(async () => void (await cards.put(list))),
    watchedFolder: () => guarded(async () => ((await read('watchedFolder')) ?? null) as WatchedFolder | null),
    putWatchedFolder: (folder) => write('watchedFolder', folder),
    rememberPrint: (print, recording) =>
      guarded(() =>
        prints.db.transaction('rw', prints, async () => {
          const before = (await prints.get(print))?.recording ?? recording;
          await prints.put({ print, recording: before });
          return before === recording ? null : before;
        }),
      ),
  };
}

type Intakes = Pick<LocalState, 'intakes' | 'putIntake' | 'putIntakeItems' | 'removeIntake'>;

function intakes(tables: BureauTables): Intakes {
  const { dexie, intakes: sessions, intakeItems } = tables;
  const itemsOf = (batch: BatchId) =>
    intakeItems.where('[batch+key]').between([batch, Dexie.minKey], [batch, Dexie.maxKey]);
  return {
    intakes: () =>
      guarded(() =>
        dexie.transaction('r', [sessions, intakeItems], async () => {
          const rows = await sessions.toArray();
          const whole = rows.map(
            async (row): Promise<IntakeSession> => ({ ...row, items: inPlace(await itemsOf(row.batch).toArray()) }),
          );
          return (await Promise.all(whole)).sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
        }),
      ),
    putIntake: ({ items, ...row }) =>
      guarded(() =>
        dexie.transaction('rw', [sessions, intakeItems], async () => {
          await sessions.put(row);
          await itemsOf(row.batch).delete();
          await intakeItems.bulkPut(items.map((item, at) => ({ batch: row.batch, key: item.key, at, item })));
        }),
      ),
    putIntakeItems: (batch, items) => guarded(() => changeItems(tables, batch, items)),
    removeIntake: (batch) =>
      guarded(() =>
        dexie.transaction('rw', [sessions, intakeItems], async () => {
          await sessions.delete(batch);
          await itemsOf(batch).delete();
        }),
      ),
  };
}

const inPlace = (rows: readonly IntakeItemRow[]): readonly IntakeItem[] =>
  rows.toSorted((a, b) => a.at - b.at).map(({ item }) => item);

/** An intake that lists nothing else goes as a whole. */
function forget(
  { dexie, thumbnails, prints, intakes: sessions, intakeItems }: BureauTables,
  recordings: readonly RecordingId[],
): PromiseLike<void> {
  const gone = new Set(recordings);
  return dexie.transaction('rw', [thumbnails, prints, sessions, intakeItems], async () => {
    await thumbnails.bulkDelete([...recordings]);
    await prints.filter(({ recording }) => gone.has(recording)).delete();
    const lines = await intakeItems.filter(({ item: { state } }) => isOneOf(state, gone)).toArray();
    await intakeItems.bulkDelete(lines.map(({ batch, key }): [string, string] => [batch, key]));
    for (const batch of new Set(lines.map((line) => line.batch)))
      if ((await intakeItems.where('[batch+key]').between([batch, Dexie.minKey], [batch, Dexie.maxKey]).count()) === 0)
        await sessions.delete(batch);
  });
}

const isOneOf = (state: IntakeItem['state'], recordings: ReadonlySet<RecordingId>): boolean =>
  state.kind === 'recorded' && recordings.has(state.recording);

/** Touches only the rows named: an intake of 12,000 files reports after each. Items of no intake, or not of it, are left out. */
function changeItems(tables: BureauTables, batch: BatchId, items: readonly IntakeItem[]): PromiseLike<void> {
  const { dexie, intakeItems } = tables;
  return dexie.transaction('rw', intakeItems, async () => {
    const rows = await intakeItems.bulkGet(items.map(({ key }): [string, string] => [batch, key]));
    await intakeItems.bulkPut(
      items.flatMap((item, i) => {
        const row = rows[i];
        return row === undefined ? [] : [{ ...row, item }];
      }),
    );
  });
}
