import { Fault, isFault } from '../../../../base/fault.ts';
import type { FootageItem, SourceFaultCode } from '../../../../domain/ports/footage-source.ts';
import { type Instant, toInstant } from '../../../../domain/time.ts';

export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

export const sourceFault = (code: SourceFaultCode, path: string, error?: unknown): Fault<SourceFaultCode> =>
  new Fault(code, error === undefined ? { path } : { path, error: nameOf(error) }, error);

/** What reading the chosen root itself failed with. */
export function rootFault(error: unknown): Fault<SourceFaultCode> {
  const name = nameOf(error);
  if (name === 'NotFoundError') return sourceFault('source-gone', '', error);
  if (name === 'NotAllowedError') return sourceFault('source-permission-lost', '', error);
  return sourceFault('source-unreadable', '', error);
}

/** Why the root cannot be listed now, or null where it can. The first entry is enough. */
export async function rootTrouble(root: FileSystemDirectoryHandle): Promise<Fault<SourceFaultCode> | null> {
  try {
    await root.keys().next();
    return null;
  } catch (error) {
    return rootFault(error);
  }
}

/**
 * What failed below a root. A pulled card makes every file "not found" or "not readable", and a withdrawn permission makes
 * every file "not allowed", so the root is asked first: where it still answers, the trouble is the one file's.
 */
export async function itemFault(root: FileSystemDirectoryHandle, path: string, error: unknown): Promise<Fault> {
  if (isFault(error)) return error;
  const trouble = await rootTrouble(root);
  if (trouble !== null)
    // It was listed before: a root that no longer reads is a card that no longer answers.
    return trouble.code === 'source-unreadable' ? sourceFault('source-gone', path, error) : trouble;
  if (nameOf(error) === 'NotFoundError') return sourceFault('item-gone', path, error);
  if (nameOf(error) === 'NotAllowedError' && (await isPermissionLost(root)))
    return sourceFault('source-permission-lost', path, error);
  return sourceFault('source-unreadable', path, error);
}

/** `queryPermission` is Chromium's and not in the platform's types; directories of the private file system have none. */
type Asking = FileSystemDirectoryHandle & {
  readonly queryPermission?: (options: { readonly mode: 'read' }) => Promise<PermissionState>;
};

async function isPermissionLost(root: Asking): Promise<boolean> {
  const state = await root.queryPermission?.({ mode: 'read' });
  return state !== undefined && state !== 'granted';
}

/** A file's time as its directory entry says it; null where it names no year of the calendar. */
export function modifiedAt(file: File): Instant | null {
  try {
    return toInstant(file.lastModified);
  } catch {
    return null;
  }
}

/** Throws `item-changed` where a file is no longer the one that was listed. */
export function mustBeListed(item: FootageItem, file: File): void {
  const changed =
    item.unreadable === true ||
    file.size !== item.sizeBytes ||
    (item.modifiedAt !== null && modifiedAt(file) !== item.modifiedAt);
  if (changed) throw new Fault('item-changed', { path: item.path, listed: item.sizeBytes, found: file.size });
}

export const byPath = (a: FootageItem, b: FootageItem): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
