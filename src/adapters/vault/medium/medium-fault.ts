import { Fault, isFault } from '../../../base/fault.ts';
import type { MediumFaultCode } from '../../../domain/ports/medium-store.ts';

export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

export const isNotFound = (error: unknown): boolean => nameOf(error) === 'NotFoundError';

/** What the platform threw, as a fault of the medium. Chromium also says AbortError where its own checks refuse a file. */
export function mediumFault(act: 'write' | 'read', error: unknown, path = ''): Fault {
  if (isFault(error)) return error;
  return new Fault(codeOf(act, nameOf(error)), { path, error: nameOf(error) }, error);
}

function codeOf(act: 'write' | 'read', name: string): MediumFaultCode {
  switch (name) {
    case 'QuotaExceededError':
      return 'medium-full';
    case 'NotFoundError':
      return 'medium-missing';
    case 'NotAllowedError':
      return 'medium-permission-lost';
    default:
      return act === 'write' ? 'medium-unwritable' : 'medium-unreadable';
  }
}
