import { STAIRS, WINGS } from './plan.ts';

export interface Place {
  /** As in the table; `adapters/camera/usb` and the like for rooms of a wing, `main` for main.tsx and main/. */
  readonly room: string;
  /** Path inside the room. */
  readonly inside: string;
}

/** Where a file lives, or undefined for a file outside the house or in no room of it. */
export function placeOf(path: string): Place | undefined {
  if (path === 'src/main.tsx') return { room: 'main', inside: 'main.tsx' };
  if (path.startsWith('src/main/')) return { room: 'main', inside: path.slice('src/main/'.length) };
  if (path.startsWith('sw/')) return { room: 'sw', inside: path.slice(3) };
  if (!path.startsWith('src/')) return undefined;
  const parts = path.slice(4).split('/');
  let length = 1;
  while (WINGS.includes(parts.slice(0, length).join('/')) && parts.length > length + 1) length++;
  const room = parts.slice(0, length).join('/');
  if (WINGS.includes(room)) return undefined;
  const isKnown = room in STAIRS || WINGS.includes(room.slice(0, room.lastIndexOf('/')));
  return isKnown && parts.length > length ? { room, inside: parts.slice(length).join('/') } : undefined;
}

/** `adapters/camera/usb` also answers to `adapters`. */
export const isIn = (room: string, rooms: readonly string[]): boolean =>
  rooms.includes(room) || rooms.some((wing) => WINGS.includes(wing) && room.startsWith(`${wing}/`));

export function mayImport(from: string, to: string): boolean {
  if (from === to || from === 'main') return true;
  const row = STAIRS[from] ?? (from.startsWith('adapters/') ? STAIRS.adapters : undefined);
  return row?.includes(to) ?? false;
}

/** Resolves a relative import as written; the query of a bundler (`?worker`, `?url`) is no part of the name. */
export function resolveFrom(path: string, specifier: string): string {
  const parts = path.split('/').slice(0, -1);
  for (const part of specifier.replace(/\?.*$/, '').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
