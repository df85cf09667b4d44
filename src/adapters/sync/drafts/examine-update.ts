import * as Y from 'yjs';
import { decodeForeign } from '../foreign-update.ts';

/** All drafts about one activity, with what was struck out of them; a form's text is at most 2,000 signs. */
export const MOST_DRAFT_BYTES = 65_536;
/** Every form has a text a field: the plan, the contents of Art. 10, each row of the list, each interruption. */
const MOST_TEXTS = 256;
export const MOST_SIGNS = 4_000;
/** `note`, `gap 2026-03-05T10:18:14.000Z` */
const NAME = /^[a-z-]{1,24}(?: [0-9A-Za-z:.-]{1,40})?$/;

export type DraftFault = 'too-large' | 'malformed' | 'foreign-type' | 'incomplete';

/**
 * What a foreign update makes of the drafts that are here, tried on a copy: nothing is applied to the real ones before it has been
 * seen what comes of it. Never throws on hostile bytes.
 */
export function examineUpdate(here: Uint8Array, update: Uint8Array): DraftFault | null {
  if (update.byteLength > MOST_DRAFT_BYTES) return 'too-large';
  const decoded = decodeForeign(update);
  if (decoded === null) return 'malformed';
  if (!decoded.structs.every(isText)) return 'foreign-type';
  const trial = new Y.Doc();
  try {
    Y.applyUpdate(trial, here);
    Y.applyUpdate(trial, update);
    return faultOf(trial);
  } catch {
    return 'malformed';
  } finally {
    trial.destroy();
  }
}

/** Signs of a text at the root, or signs struck out of one; no formats, embeds, maps or arrays. */
function isText(struct: unknown): boolean {
  if (!(struct instanceof Y.Item)) return true;
  const { content, parentSub } = struct;
  return parentSub === null && (content instanceof Y.ContentString || content instanceof Y.ContentDeleted);
}

function faultOf(trial: Y.Doc): DraftFault | null {
  const { pendingStructs, pendingDs } = trial.store;
  // Honest stations send everything they have: what leans on something else leans on what nobody has.
  if (pendingStructs !== null || pendingDs !== null) return 'incomplete';
  const names = [...trial.share.keys()];
  if (names.length > MOST_TEXTS || !names.every((name) => NAME.test(name))) return 'foreign-type';
  if (names.some((name) => trial.getText(name).length > MOST_SIGNS)) return 'too-large';
  return Y.encodeStateAsUpdate(trial).byteLength > MOST_DRAFT_BYTES ? 'too-large' : null;
}
