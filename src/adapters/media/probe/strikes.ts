/**
 * Which files were being looked into when the page ended. A library led astray can fill the memory of the whole page, and a page that
 * dies at the same file each time would never get past it. One end may be chance (a tab closed in the middle); two are enough.
 */
export interface StrikeMemory {
  read(): string | null;
  write(text: string): void;
}

const MAX_STRIKES = 2;
/** Old ones fall out; a file met again then costs a crash again. */
const MAX_KEPT = 50;

export function makeStrikes(memory: StrikeMemory) {
  const load = (): readonly (readonly [string, number])[] => {
    try {
      const raw: unknown = JSON.parse(memory.read() ?? '[]');
      return Array.isArray(raw) ? raw.filter(isEntry) : [];
    } catch {
      return [];
    }
  };
  const without = (key: string) => load().filter(([kept]) => kept !== key);
  return {
    /** False: this file ended the page before; leave it alone. True: it is marked as being looked into. */
    begin(key: string): boolean {
      const times = load().find(([kept]) => kept === key)?.[1] ?? 0;
      if (times >= MAX_STRIKES) return false;
      memory.write(JSON.stringify([...without(key), [key, times + 1]].slice(-MAX_KEPT)));
      return true;
    },
    end(key: string): void {
      memory.write(JSON.stringify(without(key)));
    },
  };
}

const isEntry = (raw: unknown): raw is readonly [string, number] =>
  Array.isArray(raw) && raw.length === 2 && typeof raw[0] === 'string' && typeof raw[1] === 'number';

/** Tells files apart without keeping their names: size and FNV-1a of the name. Two that fall together only share their strikes. */
export function strikeKey(name: string, sizeBytes: number): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return `${sizeBytes}-${(hash >>> 0).toString(16)}`;
}

const KEY = 'luzheng.media.under-way';

/** Outlives the page. Where storage is refused, nothing is remembered and nothing breaks. */
export const localMemory: StrikeMemory = {
  read() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  },
  write(text) {
    try {
      localStorage.setItem(KEY, text);
    } catch {
      // Full or refused: the guard is a comfort, not a record.
    }
  },
};
