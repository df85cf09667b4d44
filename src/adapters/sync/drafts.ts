import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import type { BureauId, PersonId } from '../../domain/ids.ts';
import type { DraftKeeper, DraftPad } from '../../domain/ports/drafts.ts';
import { editText } from './drafts/edit-text.ts';
import { makeSharedDrafts, type SharedDrafts, sharedPrefixOf } from './shared-drafts.ts';

/** One document a person, kept by y-indexeddb: texts that can be merged where two windows, or later two people, write at once. */
export function makeDraftKeeper(bureau: BureauId): DraftKeeper & { readonly shared: SharedDrafts } {
  const shared = makeSharedDrafts(bureau);
  const pads = new Map<PersonId, Promise<DraftPad>>();
  return {
    shared,
    openShared: shared.open,
    open: (person) => {
      const pad = pads.get(person) ?? openPad(draftsNameOf(bureau, person));
      pads.set(person, pad);
      return pad;
    },
  };
}

export const draftsNameOf = (bureau: BureauId, person: PersonId): string => `luzheng-drafts-${bureau}-${person}`;

/** Deletes every draft kept of a bureau on this PC. */
export async function forgetDrafts(bureau: BureauId): Promise<void> {
  const prefixes = [draftsNameOf(bureau, '' as PersonId), sharedPrefixOf(bureau)];
  const isOwn = (name: string): boolean => prefixes.some((prefix) => name.startsWith(prefix));
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name !== undefined && isOwn(name) ? [name] : []));
  await Promise.all(names.map(deleteDatabase));
}

const deleteDatabase = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });

async function openPad(name: string): Promise<DraftPad> {
  const doc = new Y.Doc();
  const texts = doc.getMap<Y.Text>('texts');
  await new IndexeddbPersistence(name, doc).whenSynced;
  return {
    read: (about) => texts.get(about)?.toString() ?? '',
    write: (about, text) =>
      doc.transact(() => {
        const known = texts.get(about);
        if (known === undefined) texts.set(about, new Y.Text(text));
        else editText(known, text);
      }),
    drop: (about) => texts.delete(about),
    onChange: (listener) => {
      const tell = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], { local }: Y.Transaction): void => {
        if (local) return;
        for (const event of events) {
          const [about] = event.path;
          for (const key of about === undefined ? event.keys.keys() : [String(about)]) listener(key);
        }
      };
      texts.observeDeep(tell);
      return () => texts.unobserveDeep(tell);
    },
  };
}
