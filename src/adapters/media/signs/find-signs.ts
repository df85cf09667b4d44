import type { MediaFacts } from '../../../domain/media-facts.ts';
import type { FileSigns } from '../../../domain/ports/footage-examiner.ts';
import { assertReadable, boundedReader } from '../read/bounded-reader.ts';
import { contentPrint } from './content-print.ts';
import { findTraces, type OutsideSigns } from './find-traces.ts';

const NOTHING = { traces: [], writers: [] };

/** Looks for editing in one file. Throws `Unreadable` and nothing else: hostile content is answered. */
export async function findSigns(blob: Blob, facts: MediaFacts, outside: OutsideSigns): Promise<FileSigns> {
  // Two budgets: reading pictures must not cost the look at the headers.
  const readers = { headers: boundedReader(blob), pictures: boundedReader(blob) };
  try {
    const found = await findTraces(readers.headers, facts, outside).catch(() => NOTHING);
    return { ...found, print: await contentPrint(readers.pictures, facts).catch(() => null) };
  } finally {
    assertReadable(readers.headers, readers.pictures);
  }
}
