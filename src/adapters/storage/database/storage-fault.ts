import { Dexie } from 'dexie';
import { Fault } from '../../../base/fault.ts';

/**
 * `storage-full`: the browser's quota or the disk is used up; nothing of the write is there. `storage-newer`: the database was
 * written by a newer version of this program. `storage-failed`: anything else; `facts.error` names what the platform said.
 */
export type StorageFaultCode = 'storage-full' | 'storage-failed' | 'storage-newer';

/** Runs an act on a database; what the platform throws becomes a fault, a bug stays what it is. */
export async function guarded<T>(act: () => PromiseLike<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw toStorageFault(error);
  }
}

export function toStorageFault(error: unknown): unknown {
  if (!isPlatformError(error)) return error;
  const chain = causesOf(error);
  if (chain.some((each) => each.name === 'QuotaExceededError'))
    return new Fault<StorageFaultCode>('storage-full', {}, error);
  return new Fault<StorageFaultCode>('storage-failed', { error: chain.at(-1)?.name ?? error.name }, error);
}

const isPlatformError = (error: unknown): error is Error =>
  error instanceof DOMException || (error instanceof Error && error instanceof Dexie.DexieError);

/**
 * Chromium says that the quota is used up either at the request or only when the transaction ends; then Dexie throws an
 * AbortError around it. A bulk write holds its reasons in a list.
 */
function causesOf(error: unknown, depth = 0): readonly Error[] {
  if (!(error instanceof Error) || depth > 8) return [];
  const { inner, failures } = error as { inner?: unknown; failures?: unknown };
  const listed = Array.isArray(failures) ? failures.slice(0, 1) : [];
  return [error, ...[inner, ...listed].flatMap((each) => causesOf(each, depth + 1))];
}
