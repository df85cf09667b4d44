import { toClaim } from '../../../domain/capture-claim.ts';
import { type FileNamePattern, readFileName } from '../../../domain/file-name.ts';
import type { CaptureClaim } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';

/** What stands outside a file's content. */
export interface Label {
  readonly name: string;
  readonly modifiedAt: Instant | null;
  readonly patterns: readonly FileNamePattern[];
}

/** Claims of name and directory entry, best first: a name is the recorder's, a modification time may be any copy's. */
export function outerClaims({ name, modifiedAt, patterns }: Label): readonly CaptureClaim[] {
  const named = readFileName(name, patterns)?.claim ?? null;
  const modified = toClaim(modifiedAt, 'mtime', 'utc');
  return [named, modified].filter((claim) => claim !== null);
}
