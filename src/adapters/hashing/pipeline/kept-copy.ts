import { COPY_ENDINGS, type CopyTarget, type ExpectedSource } from '../../../domain/ports/digester.ts';
import type { OpenedFootage } from '../../../domain/ports/footage-source.ts';
import { decodeCheckpoint, decodeFinished, type FinishedCopy, isOfSource, startsAlike } from './checkpoint.ts';
import { COPY_PLAN } from './copy-plan.ts';
import { findFile, rename } from './private-file.ts';
import type { Checkpoint } from './protocol.ts';
import { openReader } from './source-reader.ts';

const { chunkBytes } = COPY_PLAN;

async function readText(directory: FileSystemDirectoryHandle, name: string): Promise<string> {
  const file = await findFile(directory, name);
  return file === null ? '' : file.text();
}

export const forget = ({ directory, name }: CopyTarget, ending: string): Promise<void> =>
  directory.removeEntry(`${name}${ending}`).catch(() => undefined);

/** Gives a whole copy its plain name. */
export async function seal({ directory, name }: CopyTarget): Promise<void> {
  await rename(await directory.getFileHandle(`${name}${COPY_ENDINGS.part}`), name);
}

/** What a sealed copy's pass found. One that came to its end but was not sealed any more is sealed now. null: there is none. */
export async function findSealed(target: CopyTarget, expected: ExpectedSource | null): Promise<FinishedCopy | null> {
  const { directory, name } = target;
  const found = decodeFinished(await readText(directory, `${name}${COPY_ENDINGS.digests}`), chunkBytes);
  if (found === null || (expected !== null && !isOfSource(found, expected))) return null;
  if ((await findFile(directory, name))?.size === found.sizeBytes) return found;
  if ((await findFile(directory, `${name}${COPY_ENDINGS.part}`))?.size !== found.sizeBytes) return null;
  await seal(target);
  await forget(target, COPY_ENDINGS.checkpoint);
  return found;
}

/** The checkpoint of an earlier try, if it is of the same file and the part is still there; otherwise all traces go. */
export async function findCheckpoint(
  target: CopyTarget,
  opened: OpenedFootage,
  expected: ExpectedSource,
  signal: AbortSignal,
): Promise<Checkpoint | null> {
  const { directory, name } = target;
  // From here on the part changes: what an earlier pass found must not vouch for it.
  await forget(target, COPY_ENDINGS.digests);
  const kept = decodeCheckpoint(await readText(directory, `${name}${COPY_ENDINGS.checkpoint}`), chunkBytes);
  if (kept !== null && isOfSource(kept, expected)) {
    const part = await findFile(directory, `${name}${COPY_ENDINGS.part}`);
    const isThere = part !== null && part.size >= kept.chunks * chunkBytes;
    if (isThere && (await startsAlike(kept, await firstChunk(opened, signal)))) return kept;
  }
  await forget(target, COPY_ENDINGS.checkpoint);
  return null;
}

async function firstChunk(opened: OpenedFootage, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const source = opened.kind === 'blob' ? opened : { kind: opened.kind, stream: opened.from(0, signal) };
  const reader = openReader(source, 0, { signal });
  try {
    const { buffer, length } = await reader.fill(new ArrayBuffer(chunkBytes));
    return new Uint8Array(buffer, 0, length);
  } finally {
    reader.close();
  }
}
