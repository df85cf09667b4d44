import { type FootageItem, type FootageSource, UNTOLD_HEALTH } from '../../../../domain/ports/footage-source.ts';
import { byPath, sourceFault } from './source-fault.ts';

/** Several sources under one listing, each below a folder of its own; `''` is the top. */
export function makeCombinedSource(
  parts: readonly { readonly folder: string; readonly source: FootageSource }[],
  label: string,
): FootageSource {
  const prefixOf = (folder: string) => (folder === '' ? '' : `${folder}/`);
  return {
    label,
    list: async ({ signal, report, found }) => {
      const items: FootageItem[] = [];
      for (const { folder, source } of parts) {
        const before = items.length;
        const placed = (item: FootageItem): FootageItem => ({ ...item, path: prefixOf(folder) + item.path });
        const listed = await source.list({
          signal,
          report: (seen) => report(before + seen),
          found: (some) => found?.(some.map(placed)),
        });
        items.push(...listed.map(placed));
      }
      return items.sort(byPath);
    },
    open: async (item, signal) => {
      // The top has files only, so the longest prefix that fits is the right one.
      const part = parts
        .filter(({ folder }) => item.path.startsWith(prefixOf(folder)))
        .sort((a, b) => b.folder.length - a.folder.length)[0];
      if (part === undefined) throw sourceFault('item-gone', item.path);
      return part.source.open({ ...item, path: item.path.slice(prefixOf(part.folder).length) }, signal);
    },
    health: async () => UNTOLD_HEALTH,
  };
}
