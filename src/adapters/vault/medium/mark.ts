import * as v from 'valibot';
import type { BureauId, MediumId } from '../../../domain/ids.ts';
import { isNotFound } from './medium-fault.ts';

/** In the root of a medium: whose it is, so that another disk under the same drive letter is noticed. */
export const MARK_NAME = 'luzheng-medium.json';

const Mark = v.object({
  format: v.literal('luzheng-medium'),
  version: v.number(),
  bureau: v.string(),
  medium: v.string(),
  label: v.string(),
});

export interface MarkOwner {
  readonly bureau: BureauId;
  readonly medium: MediumId;
}

/**
 * Whose mark a directory carries. A mark that cannot be understood is another's: it is never written over. An empty one is
 * none: the browser makes the file before it fills it. Throws what the platform throws, save "not found".
 */
export async function readMark(
  directory: FileSystemDirectoryHandle,
  owner: MarkOwner,
): Promise<'own' | 'foreign' | 'none'> {
  let text: string;
  try {
    text = await (await (await directory.getFileHandle(MARK_NAME)).getFile()).text();
  } catch (error) {
    if (isNotFound(error)) return 'none';
    throw error;
  }
  if (text === '') return 'none';
  const mark = v.safeParse(Mark, parsed(text));
  const isOwn = mark.success && mark.output.bureau === owner.bureau && mark.output.medium === owner.medium;
  return isOwn ? 'own' : 'foreign';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export async function writeMark(directory: FileSystemDirectoryHandle, owner: MarkOwner, label: string): Promise<void> {
  const mark: v.InferOutput<typeof Mark> = { format: 'luzheng-medium', version: 1, ...owner, label };
  const file = await directory.getFileHandle(MARK_NAME, { create: true });
  const writable = await file.createWritable();
  try {
    await writable.write(`${JSON.stringify(mark, null, 2)}\n`);
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => undefined);
    throw error;
  }
}
