import { isAbort } from '../../base/fault.ts';
import { done, type Outcome, refused } from '../../base/outcome.ts';
import type { BureauId, MediumId } from '../../domain/ids.ts';
import type { MediumRefusal, MediumStore } from '../../domain/ports/medium-store.ts';
import { DirectoryStore, type MediumMeans } from './medium/directory-store.ts';
import { readMark, writeMark } from './medium/mark.ts';
import { mediumFault, nameOf } from './medium/medium-fault.ts';

/** `queryPermission` is Chromium's and not in the platform's types; directories of the private file system have none. */
type Asking = FileSystemDirectoryHandle & {
  readonly queryPermission?: (options: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
};

/** Opens a medium that was connected before, without asking anyone anything. `handle` null: never connected here. */
export async function openMedium(
  bureau: BureauId,
  medium: MediumId,
  handle: Asking | null,
  means: MediumMeans,
): Promise<Outcome<MediumStore, MediumRefusal>> {
  if (handle === null) return refused({ code: 'medium-never-connected' });
  const owner = { bureau, medium };
  try {
    const permission = (await handle.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
    if (permission !== 'granted') return refused({ code: 'medium-asks' });
    const mark = await readMark(handle, owner);
    if (mark === 'own') return done(new DirectoryStore(handle, owner, means));
    return refused({ code: mark === 'foreign' ? 'medium-foreign' : 'medium-missing' });
  } catch (error) {
    // A disk that was pulled answers in many ways; none of them is this medium at hand.
    return refused({ code: nameOf(error) === 'NotAllowedError' ? 'medium-asks' : 'medium-missing' });
  }
}

/** The medium a directory shall be marked as. `isNew`: nothing was ever stored on it. */
export interface MarkedMedium {
  readonly medium: MediumId;
  readonly label: string;
  readonly isNew: boolean;
}

/**
 * Marks a directory as this medium. A directory that bears its mark already is fine; another's mark is never written
 * over, and an unmarked one is not taken for a medium that holds footage. Throws `Fault<MediumFaultCode>`.
 */
export async function markMedium(
  bureau: BureauId,
  { medium, label, isNew }: MarkedMedium,
  handle: FileSystemDirectoryHandle,
): Promise<Outcome<null, MediumRefusal>> {
  const owner = { bureau, medium };
  try {
    const before = await readMark(handle, owner);
    if (before === 'foreign') return refused({ code: 'medium-foreign' });
    if (before === 'none' && !isNew) return refused({ code: 'medium-unmarked' });
    if (before === 'none') await writeMark(handle, owner, label);
    return done(null);
  } catch (error) {
    throw mediumFault('write', error);
  }
}

/** Chromium's; not in the platform's types. */
type PickerWindow = Window & {
  readonly showDirectoryPicker?: (options: {
    readonly mode: 'readwrite';
    readonly id: string;
  }) => Promise<FileSystemDirectoryHandle>;
};

/** Asks for a medium's directory; must come from a click. null: the picker was closed. Throws `Fault<MediumFaultCode>`. */
export async function chooseMediumFolder(): Promise<FileSystemDirectoryHandle | null> {
  const { showDirectoryPicker } = window as PickerWindow;
  try {
    if (showDirectoryPicker === undefined) throw new DOMException('no directory picker', 'NotSupportedError');
    return await showDirectoryPicker.call(window, { mode: 'readwrite', id: 'luzheng-medium' });
  } catch (error) {
    if (isAbort(error)) return null;
    throw mediumFault('write', error);
  }
}
