import { IndexeddbPersistence, storeState } from 'y-indexeddb';
import * as Y from 'yjs';
import { type ActivityId, asId, type BureauId, ID_FORM } from '../../domain/ids.ts';
import type { DraftPad } from '../../domain/ports/drafts.ts';
import { editText } from './drafts/edit-text.ts';
import { type DraftFault, examineUpdate, MOST_DRAFT_BYTES, MOST_SIGNS } from './drafts/examine-update.ts';

/** Unsigned texts about an activity, which its officers share. Like all drafts they never enter the book. */
export interface SharedDrafts {
  open(activity: ActivityId): Promise<DraftPad>;
  /** Activities of which something is, or was, kept here. */
  held(): Promise<readonly ActivityId[]>;
  /** All that is kept here about an activity, with what was struck out; null where there is nothing. */
  stateOf(activity: ActivityId): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Takes what another station has, once it has been examined. */
  take(activity: ActivityId, update: Uint8Array): Promise<DraftFault | 'taken' | 'nothing-new'>;
  /** Strikes out all texts about an activity, and what the disk keeps of how they came about. It is told to others like any change. */
  forget(activity: ActivityId): Promise<void>;
  /** Somebody wrote here, in this window. */
  onWritten(listener: (activity: ActivityId) => void): () => void;
}

/** What a station keeps at all: more activities than a bureau writes about in years. What comes beyond is not taken. */
const MOST_ACTIVITIES = 2_000;
const FOREIGN = 'foreign';
const FORGOTTEN = 'forgotten';

interface Kept {
  readonly doc: Y.Doc;
  readonly pad: DraftPad;
  /** null: no word has been written yet. */
  disk: IndexeddbPersistence | null;
}

interface Shelf {
  readonly prefix: string;
  readonly open: Map<ActivityId, Promise<Kept>>;
  readonly listeners: Set<(activity: ActivityId) => void>;
  known: Promise<Set<ActivityId>> | null;
}

export const sharedPrefixOf = (bureau: BureauId): string => `luzheng-shared-${bureau}-`;

/** One document an activity, kept by y-indexeddb. Texts lie at its root, so that two who begin one apart lose nothing. */
export function makeSharedDrafts(bureau: BureauId): SharedDrafts {
  const shelf: Shelf = { prefix: sharedPrefixOf(bureau), open: new Map(), listeners: new Set(), known: null };
  return {
    open: async (activity) => (await keptOf(shelf, activity)).pad,
    held: async () => [...(await knownOf(shelf))],
    stateOf: async (activity) => {
      if (!(await knownOf(shelf)).has(activity)) return null;
      const state = new Uint8Array(Y.encodeStateAsUpdate((await keptOf(shelf, activity)).doc));
      // An empty document is two bytes.
      return state.byteLength <= 2 || state.byteLength > MOST_DRAFT_BYTES ? null : state;
    },
    take: (activity, update) => take(shelf, activity, update),
    forget: async (activity) => {
      if ((await knownOf(shelf)).has(activity)) await forget(shelf, activity);
    },
    onWritten: (listener) => {
      shelf.listeners.add(listener);
      return () => shelf.listeners.delete(listener);
    },
  };
}

function knownOf(shelf: Shelf): Promise<Set<ActivityId>> {
  shelf.known ??= indexedDB.databases().then((databases) => {
    const ids = databases.flatMap(({ name }) =>
      name?.startsWith(shelf.prefix) ? [name.slice(shelf.prefix.length)] : [],
    );
    return new Set(ids.filter((id) => ID_FORM.test(id)).map((id) => asId<ActivityId>(id)));
  });
  return shelf.known;
}

function keptOf(shelf: Shelf, activity: ActivityId): Promise<Kept> {
  const known = shelf.open.get(activity) ?? openKept(shelf, activity);
  shelf.open.set(activity, known);
  return known;
}

/** Who only looks at an activity leaves no database behind: one is made when the first words come. */
async function openKept(shelf: Shelf, activity: ActivityId): Promise<Kept> {
  const doc = new Y.Doc();
  const known = await knownOf(shelf);
  const pad = padOf(doc, () => shelf.listeners.forEach((tell) => void tell(activity)));
  const kept: Kept = { doc, pad, disk: null };
  const persist = () => new IndexeddbPersistence(shelf.prefix + activity, doc);
  if (known.has(activity)) {
    kept.disk = persist();
    await kept.disk.whenSynced;
  } else
    doc.once('update', () => {
      known.add(activity);
      kept.disk = persist();
    });
  return kept;
}

async function forget(shelf: Shelf, activity: ActivityId): Promise<void> {
  const { doc, disk } = await keptOf(shelf, activity);
  doc.transact(() => {
    for (const name of doc.share.keys()) {
      const text = doc.getText(name);
      if (text.length > 0) text.delete(0, text.length);
    }
  }, FORGOTTEN);
  for (const tell of shelf.listeners) tell(activity);
  // y-indexeddb keeps every keystroke until there are 500; one state in their place holds no letter of what was struck out.
  if (disk === null) return;
  await disk.whenSynced;
  await storeState(disk);
  await written(disk);
}

/** It says that it has stored before it has: what is asked after its transaction is answered when that is over. */
const written = ({ db }: IndexeddbPersistence): Promise<void> =>
  new Promise((resolve, reject) => {
    if (db === null) return resolve();
    const after = db.transaction('updates', 'readonly');
    after.oncomplete = () => resolve();
    after.onabort = () => reject(after.error);
    after.objectStore('updates').count();
  });

const padOf = (doc: Y.Doc, written: () => void): DraftPad => ({
  read: (about) => doc.getText(about).toString(),
  write: (about, text) => {
    doc.transact(() => editText(doc.getText(about), text.slice(0, MOST_SIGNS)));
    written();
  },
  drop: (about) => {
    const text = doc.getText(about);
    if (text.length === 0) return;
    text.delete(0, text.length);
    written();
  },
  onChange: (listener) => {
    const tell = (transaction: Y.Transaction): void => {
      if (transaction.local && transaction.origin !== FORGOTTEN) return;
      for (const [name, type] of doc.share) if (transaction.changed.has(type)) listener(name);
    };
    doc.on('afterTransaction', tell);
    return () => doc.off('afterTransaction', tell);
  },
});

async function take(shelf: Shelf, activity: ActivityId, update: Uint8Array): ReturnType<SharedDrafts['take']> {
  const known = await knownOf(shelf);
  if (!known.has(activity)) {
    // Looked at before a database is made for it.
    const fault = examineUpdate(Y.encodeStateAsUpdate(new Y.Doc()), update);
    if (fault !== null) return fault;
    if (known.size >= MOST_ACTIVITIES) return 'too-large';
  }
  const { doc } = await keptOf(shelf, activity);
  const fault = examineUpdate(Y.encodeStateAsUpdate(doc), update);
  if (fault !== null) return fault;
  let fresh = false;
  const note = (): void => {
    fresh = true;
  };
  doc.on('update', note);
  Y.applyUpdate(doc, update, FOREIGN);
  doc.off('update', note);
  return fresh ? 'taken' : 'nothing-new';
}
