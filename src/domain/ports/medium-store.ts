import type { Control } from '../../base/job.ts';
import type { TreeSha256Hex } from '../digest.ts';

/**
 * What a medium's directory does when the world fails. `medium-full`, `medium-missing`, `medium-permission-lost`,
 * `medium-unwritable`, `medium-unreadable`: the medium. `read-back-mismatch` (facts `path`, `chunk`): what was read back
 * is not what was written. `buffer-failed`: the bytes to be stored could not be read.
 */
export type MediumFaultCode =
  | 'medium-full'
  | 'medium-missing'
  | 'medium-permission-lost'
  | 'medium-unwritable'
  | 'medium-unreadable'
  | 'read-back-mismatch'
  | 'buffer-failed';

/**
 * One registered medium whose directory is connected and carries this medium's mark. Paths are parts joined by `/`.
 * Throws `Fault<MediumFaultCode>`, and what stopped the signal.
 */
export interface MediumStore {
  /**
   * Writes, closes, reads back, compares. An equal file already there counts as written; never overwrites another. After
   * a fault or a stop nothing new is left. Reports bytes of this file: half of each is its writing, half its read-back.
   */
  put(path: string, blob: Blob, expected: TreeSha256Hex, control: Control<number>): Promise<{ readonly path: string }>;
  /** `missing` only where the medium itself is there: a pulled medium is a fault, never a finding about a copy. */
  verify(
    path: string,
    expected: TreeSha256Hex,
    control: Control<number>,
  ): Promise<{ readonly result: 'same' | 'different' | 'missing' }>;
  open(path: string): Promise<Blob>;
  /**
   * Deletes one copy. Where it is not at its path, or that is not known, every file of the medium that holds these very bytes goes.
   * `different`: another content lies at the path; it is left.
   */
  remove(
    path: string | null,
    content: { readonly treeSha256: TreeSha256Hex; readonly sizeBytes: number },
    control: Control<number>,
  ): Promise<{ readonly result: 'deleted' | 'missing' | 'different' }>;
}

/**
 * Why a medium cannot be used now: never connected here, permission to be asked again, not plugged in, another's mark, or no
 * mark where one must be, because the medium holds footage already.
 */
export type MediumRefusal = {
  readonly code: 'medium-never-connected' | 'medium-asks' | 'medium-missing' | 'medium-foreign' | 'medium-unmarked';
};
