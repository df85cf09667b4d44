import { NODE_ROOMS, OPEN_SUBFOLDERS, TENANTS } from './plan.ts';
import { isIn, mayImport, type Place, placeOf, resolveFrom } from './rooms.ts';
import type { Parsed, Reference } from './source.ts';
import type { Rule, Violation } from './violation.ts';

const isRelative = ({ specifier }: Reference): boolean => specifier.startsWith('.');

/** Every relative import of a file with the places of both ends. */
function* steps(file: Parsed): Generator<{ line: number; from: Place; target: string; to: Place | undefined }> {
  const from = placeOf(file.path);
  if (!from) return;
  for (const reference of file.imports.filter(isRelative)) {
    const target = resolveFrom(file.path, reference.specifier);
    yield { line: reference.line, from, target, to: placeOf(target) };
  }
}

export const everyFileHasARoom: Rule = ({ path }) =>
  placeOf(path) || path.endsWith('.d.ts') ? [] : [{ path, line: 1, message: 'lies in no room of the house' }];

export const importsNameAFile: Rule = (file, all) =>
  file.imports.flatMap(({ specifier, line }) => {
    if (specifier === '') return [{ path: file.path, line, message: 'imports a computed name' }];
    if (!specifier.startsWith('.') && !specifier.startsWith('/')) return [];
    const target = resolveFrom(file.path, specifier);
    return all.has(target) ? [] : [{ path: file.path, line, message: `${specifier} is not the name of a file` }];
  });

export const stairs: Rule = (file) => {
  const found: Violation[] = [];
  for (const { line, from, target, to } of steps(file)) {
    if (!to) found.push({ path: file.path, line, message: `${target} is outside the house` });
    else if (!mayImport(from.room, to.room))
      found.push({ path: file.path, line, message: `${from.room} may not import ${to.room}` });
  }
  return found;
};

function isPublic(from: Place, { room, inside }: Place): boolean {
  const [folder = '', ...rest] = inside.split('/');
  if (rest.length === 0) return true;
  // Main is the one place that knows screens and adapters: it wires the one to the other.
  if (room === 'ui') return from.room === 'main';
  return rest.length === 1 && (OPEN_SUBFOLDERS[room]?.includes(folder) ?? false);
}

export const doors: Rule = (file) => {
  const found: Violation[] = [];
  for (const { line, from, target, to } of steps(file)) {
    if (to && to.room !== from.room && !isPublic(from, to))
      found.push({ path: file.path, line, message: `${target} is private to ${to.room}` });
  }
  return found;
};

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

export const tenants: Rule = (file) => {
  const from = placeOf(file.path);
  if (!from) return [];
  return file.imports.flatMap((reference) => {
    const { specifier, line } = reference;
    if (isRelative(reference) || specifier === '') return [];
    const name = packageOf(specifier);
    const rooms = specifier.startsWith('node:') ? NODE_ROOMS : TENANTS[name];
    if (!rooms) return [{ path: file.path, line, message: `${name} has no room; give it one in the plan` }];
    if (isIn(from.room, rooms)) return [];
    return [{ path: file.path, line, message: `${name} may live in ${rooms.join(', ')} only` }];
  });
};

const featureOf = (path: string): string | undefined => /^src\/ui\/features\/([^/]+)\//.exec(path)?.[1];

export const features: Rule = (file) => {
  const own = featureOf(file.path);
  if (!own) return [];
  return [...steps(file)].flatMap(({ line, target }) => {
    const other = featureOf(target);
    const message = `feature ${own} imports feature ${other}: move what both need to ui/kit or down`;
    return other && other !== own ? [{ path: file.path, line, message }] : [];
  });
};
