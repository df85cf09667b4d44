import type { OpenEntry } from '../../src/ledger/count.ts';
import { decodeEntry } from '../../src/ledger/entry.ts';
import { type FoundedOffice, verifier } from './office-desk.ts';

/** Every entry of an office's book with its details, as a peer would have them. */
export async function openEntries({ desk }: Pick<FoundedOffice, 'desk'>): Promise<OpenEntry[]> {
  const open: OpenEntry[] = [];
  for await (const page of desk.book.reader.all(10)) {
    const details = new Map((await desk.book.reader.detailsOf(page.map((e) => e.id))).map((d) => [d.entry, d.json]));
    for (const stored of page) {
      const decoded = await decodeEntry(stored.jws, verifier);
      if (!decoded.ok) throw new Error(decoded.refusal.code);
      const json = details.get(stored.id);
      open.push({ entry: decoded.value, details: json === undefined ? null : (JSON.parse(json) as unknown) });
    }
  }
  return open;
}
