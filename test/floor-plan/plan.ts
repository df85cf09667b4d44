/** The tables of the house: who may import whom, which library lives where. Changed in one commit that says why. */

const CORE = ['base', 'domain', 'regulation', 'ledger', 'usecases'] as const;

/** Each of `adapters/*` is a room of its own; none may import another. */
export const STAIRS: Readonly<Record<string, readonly string[]>> = {
  base: [],
  domain: ['base'],
  regulation: ['base', 'domain'],
  ledger: ['base', 'domain'],
  evidence: ['base', 'domain', 'ledger'],
  usecases: ['base', 'domain', 'regulation', 'ledger', 'evidence'],
  adapters: ['base', 'domain', 'ledger'],
  // A camera on a cable is three storeys of one protocol: PTP, MTP's objects on it, and the browser's USB below both.
  'adapters/camera/mtp': ['base', 'domain', 'adapters/camera/ptp'],
  'adapters/camera/usb': ['base', 'domain', 'adapters/camera/ptp', 'adapters/camera/mtp'],
  text: CORE,
  forms: [...CORE, 'text'],
  ui: [...CORE, 'text', 'forms'],
  // The hub has its own words on the terminal and on the page about its certificate; sentences live in text.
  hub: ['base', 'domain', 'ledger', 'text'],
  sw: ['base'],
};

/** Rooms that are sets of rooms: each sub-folder has its own door. */
export const WINGS: readonly string[] = ['adapters', 'adapters/camera'];

/** Sub-folders that are public although they are sub-folders. */
export const OPEN_SUBFOLDERS: Readonly<Record<string, readonly string[]>> = {
  // What adapters must offer and use cases ask for: a face of the room, kept apart for the eye only.
  domain: ['ports'],
};

/** Library → rooms that may import it. `adapters` stands for all of them. A library not named here lives nowhere. */
export const TENANTS: Readonly<Record<string, readonly string[]>> = {
  yjs: ['adapters/sync'],
  'y-webrtc': ['adapters/sync'],
  'y-indexeddb': ['adapters/sync'],
  'y-protocols': ['adapters/sync'],
  lib0: ['adapters/sync'],
  dexie: ['adapters/storage'],
  'solid-js': ['forms', 'ui', 'main'],
  '@solidjs/router': ['ui', 'main'],
  '@kobalte/core': ['ui', 'main'],
  '@tanstack/solid-virtual': ['ui', 'main'],
  'workbox-core': ['sw', 'main'],
  'workbox-precaching': ['sw', 'main'],
  'workbox-routing': ['sw', 'main'],
  jose: ['adapters/keys', 'evidence'],
  'hash-wasm': ['adapters/hashing'],
  mediabunny: ['adapters/media'],
  exifr: ['adapters/media'],
  // One decoder yields the type wherever unknown bytes come through a door.
  valibot: ['base', 'domain', 'ledger', 'usecases', 'adapters'],
  // Holidays and adjusted working days as data; the deadlines of Arts. 4, 7 and 11 count with them.
  'chinese-days': ['regulation'],
  uqr: ['forms', 'ui'],
  '@peculiar/x509': ['hub'],
  'reflect-metadata': ['hub'],
  ws: ['hub'],
  'zxing-wasm': ['adapters/scan'],
};

/** Rooms that may use Node's own modules. */
export const NODE_ROOMS: readonly string[] = ['hub'];

/** Clock, ids, keys and devices are arguments everywhere else. */
export const AMBIENT_ROOMS: readonly string[] = ['main', 'adapters', 'hub', 'sw'];

/** Doors of the browser that belong to one room each, ambient or not. */
export const BROWSER_TENANTS: Readonly<Record<string, readonly string[]>> = {
  'navigator.usb': ['adapters/camera/usb'],
  showDirectoryPicker: ['adapters/camera/folder', 'adapters/vault'],
  showOpenFilePicker: ['adapters/camera/folder', 'adapters/vault'],
  showSaveFilePicker: ['adapters/camera/folder', 'adapters/vault'],
  indexedDB: ['adapters/storage', 'adapters/sync'],
};

/** Rooms that hold the Chinese: wording, the regulation's own text, printed forms. */
export const CHINESE_ROOMS: readonly string[] = ['text', 'regulation', 'forms'];
/** The marks of office numbers are data, and exports need them below `text/`. */
export const CHINESE_FILES: readonly string[] = ['src/domain/numbering.ts'];

export const MOST_LINES = 300;
export const MOST_FUNCTION_LINES = 60;
export const MOST_COMPONENT_LINES = 90;

/** Data, wording and vectors may be as long as they are. */
export const isLongByNature = (path: string): boolean => /(?:^|\/)(?:data|text|vectors)\//.test(path);
