import { resolveFrom } from './rooms.ts';
import type { Parsed } from './source.ts';

/** Files that import one another in a circle, types included, each circle by its files in order. */
export function circlesIn(files: readonly Parsed[]): readonly string[] {
  const targets = new Map(
    files.map((file) => [file.path, file.imports.map(({ specifier }) => resolveFrom(file.path, specifier))]),
  );
  const found = new Set<string>();
  const done = new Set<string>();
  const walk = (path: string, above: readonly string[]): void => {
    const at = above.indexOf(path);
    if (at >= 0) found.add([...above.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) if (targets.has(target)) walk(target, [...above, path]);
    done.add(path);
  };
  for (const path of targets.keys()) walk(path, []);
  return [...found];
}
