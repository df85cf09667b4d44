import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { circlesIn } from './floor-plan/circles.ts';
import { examine, RULES } from './floor-plan/rules.ts';
import { parse, type SourceFile } from './floor-plan/source.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

function filesOf(folder: string): SourceFile[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: relative(ROOT, path).split(sep).join('/'),
      text: /\.tsx?$/.test(path) ? readFileSync(path, 'utf8') : '',
    }));
}

describe('the house', () => {
  const files = [...filesOf('src'), ...filesOf('sw')];
  const found = examine(files);

  it('is not empty', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(Object.keys(RULES))('%s', (rule) => {
    expect(found.get(rule)?.map(({ path, line, message }) => `${path}:${line} ${message}`)).toEqual([]);
  });
});

describe('the ledger', () => {
  const inLedger = ({ path }: SourceFile): boolean => /^src\/ledger\/.*\.ts$/.test(path) && !path.endsWith('.test.ts');

  it('has no circles: what a file is made of can be read before it, types included', () => {
    expect(circlesIn(filesOf('src').filter(inLedger).map(parse))).toEqual([]);
    const [a, b] = ['a', 'b'].map((name) => `src/ledger/${name}.ts`) as [string, string];
    const circle = [
      { path: a, text: "import type { B } from './b.ts';" },
      { path: b, text: "import type { A } from './a.ts';" },
    ];
    expect(circlesIn(circle.map(parse))).toEqual([`${a} → ${b} → ${a}`]);
  });
});

const lines = (count: number): string => 'a;\n'.repeat(count);

/** rule, path, text, other files that exist. */
type Planted = readonly [rule: string, path: string, text: string, others?: readonly string[]];

/** Each breaks its rule once. */
const BROKEN: readonly Planted[] = [
  ['every file has a room', 'src/cellar/wine.ts', ''],
  ['every file has a room', 'src/loose.ts', ''],
  ['every file has a room', 'src/adapters/loose.ts', ''],
  ['a relative import names a file with its ending', 'src/base/a.ts', `import './b';`, ['src/base/b.ts']],
  ['a relative import names a file with its ending', 'src/base/a.ts', `await import('./gone.ts');`],
  ['a relative import names a file with its ending', 'src/base/a.ts', 'const x = "y"; await import(x);'],
  ['imports go down the stairs', 'src/base/a.ts', `import type { D } from '../domain/d.ts';`],
  ['imports go down the stairs', 'src/ledger/a.ts', `export { r } from '../regulation/r.ts';`],
  ['imports go down the stairs', 'src/ui/a.ts', `import '../adapters/keys/k.ts';`],
  ['imports go down the stairs', 'src/usecases/a.ts', `await import('../adapters/keys/k.ts');`],
  ['imports go down the stairs', 'src/adapters/keys/a.ts', `import '../storage/s.ts';`],
  ['imports go down the stairs', 'src/adapters/camera/usb/a.ts', `import '../folder/f.ts';`],
  ['imports go down the stairs', 'src/adapters/vault/a.ts', `new Worker(new URL('../hashing/w.ts', import.meta.url));`],
  ['imports go down the stairs', 'src/hub/a.ts', `type T = import('../usecases/u.ts').U;`],
  ['imports go down the stairs', 'src/text/a.ts', `import '../forms/f.ts';`],
  ['imports go down the stairs', 'src/domain/a.ts', `import '../main.tsx';`],
  ['imports go down the stairs', 'src/domain/a.ts', `import '../../test/vectors/v.ts';`],
  ['imports go down the stairs', 'sw/a.ts', `import '../src/domain/d.ts';`],
  ['rooms are entered by their doors', 'src/usecases/a.ts', `import '../ledger/kinds/k.ts';`],
  ['rooms are entered by their doors', 'src/ui/a.ts', `import '../forms/f1/F1Sheet.tsx';`],
  ['rooms are entered by their doors', 'src/main.tsx', `import './adapters/keys/inner/k.ts';`],
  ['rooms are entered by their doors', 'src/main.tsx', `import './forms/f1/F1Sheet.tsx';`],
  ['a library lives in its rooms', 'src/domain/a.ts', `import * as Y from 'yjs';`],
  ['a library lives in its rooms', 'src/ui/a.ts', `import { sha256 } from 'hash-wasm';`],
  ['a library lives in its rooms', 'src/ledger/a.ts', `import { jwtVerify } from 'jose/jwt/verify';`],
  ['a library lives in its rooms', 'src/adapters/keys/a.ts', `import '@kobalte/core/button';`],
  ['a library lives in its rooms', 'src/usecases/a.ts', `import { readFile } from 'node:fs';`],
  ['a library lives in its rooms', 'src/main.tsx', `import 'left-pad';`],
  ['features do not import one another', 'src/ui/features/a/x.ts', `import '../b/y.ts';`],
  ['clock, ids, keys and devices are handed in', 'src/domain/a.ts', 'const now = Date.now();'],
  ['clock, ids, keys and devices are handed in', 'src/usecases/a.ts', 'const now = new Date();'],
  ['clock, ids, keys and devices are handed in', 'src/usecases/a.ts', 'const id = globalThis.crypto.randomUUID();'],
  ['clock, ids, keys and devices are handed in', 'src/ledger/a.ts', 'const id = crypto["randomUUID"]();'],
  ['clock, ids, keys and devices are handed in', 'src/ui/a.tsx', 'const a = <p>{navigator.onLine}</p>;'],
  ['clock, ids, keys and devices are handed in', 'src/ui/a.ts', 'const { serviceWorker } = navigator;'],
  ['clock, ids, keys and devices are handed in', 'src/ui/a.ts', 'window.localStorage.clear();'],
  ['clock, ids, keys and devices are handed in', 'src/forms/a.ts', 'const x = { localStorage };'],
  ['clock, ids, keys and devices are handed in', 'src/domain/a.ts', 'const roll = Math.random() as number;'],
  ['each door of the browser belongs to one room', 'src/adapters/camera/folder/a.ts', 'navigator.usb.requestDevice();'],
  ['each door of the browser belongs to one room', 'src/main.tsx', 'await showDirectoryPicker();'],
  ['each door of the browser belongs to one room', 'src/ui/a.ts', 'await window.showSaveFilePicker();'],
  ['each door of the browser belongs to one room', 'src/adapters/vault/a.ts', 'indexedDB.open("x");'],
  ['names say what a thing is', 'src/base/index.ts', ''],
  ['names say what a thing is', 'src/domain/utils.ts', ''],
  ['names say what a thing is', 'src/domain/takeIn.ts', ''],
  ['names say what a thing is', 'src/domain/a.ts', 'interface FileInfo { x: number }'],
  ['no file only hands on what others hold', 'src/domain/a.ts', `export * from './b.ts';\nexport { c } from './c.ts';`],
  ['files stay small', 'src/domain/a.ts', lines(301)],
  ['functions stay small', 'src/domain/a.ts', `function f() {\n${lines(59)}}`],
  ['functions stay small', 'src/ui/A.tsx', `const f = () => {\n${lines(59)}}`],
  ['functions stay small', 'src/ui/A.tsx', `export function Card() {\n${lines(89)}}`],
  ['Chinese stands in text, regulation and forms', 'src/ui/A.tsx', 'const a = <p>采集</p>;'],
  ['Chinese stands in text, regulation and forms', 'src/ui/A.tsx', 'const a = <p title="采集" />;'],
  ['Chinese stands in text, regulation and forms', 'src/domain/a.ts', 'const a = `第一次`;'],
  ['types can be erased', 'src/domain/a.ts', 'enum Kind { A }'],
  ['types can be erased', 'src/domain/a.ts', 'class A { constructor(private x: number) {} }'],
  ['types can be erased', 'src/domain/a.ts', 'namespace N { export const x = 1; }'],
  ['the type check is not silenced', 'src/domain/a.ts', '// @ts-expect-error\nconst a = 1;'],
];

/** Each is allowed under its rule, though it looks like a breach. */
const ALLOWED: readonly Planted[] = [
  ['every file has a room', 'src/adapters/camera/usb/ptp/a.ts', ''],
  ['a relative import names a file with its ending', 'src/main.tsx', `import W from './w.ts?worker';`, ['src/w.ts']],
  ['imports go down the stairs', 'src/main.tsx', `import './adapters/keys/k.ts'; import './ui/live/x.ts';`],
  ['imports go down the stairs', 'src/adapters/keys/inner/a.ts', `import '../k.ts'; import '../../../base/b.ts';`],
  ['imports go down the stairs', 'src/hub/a.ts', `import '../text/hub.ts';`],
  ['rooms are entered by their doors', 'src/adapters/camera/folder/a.ts', `import '../../../domain/ports/p.ts';`],
  ['rooms are entered by their doors', 'src/main.tsx', `import './ui/features/intake/Page.tsx';`],
  ['imports go down the stairs', 'src/main/open-desk.ts', `import '../adapters/storage/s.ts';`],
  ['rooms are entered by their doors', 'src/forms/f1/A.tsx', `import '../house/Foot.tsx';`],
  ['a library lives in its rooms', 'src/adapters/camera/folder/a.ts', `import * as v from 'valibot';`],
  ['a library lives in its rooms', 'src/hub/a.ts', `import { join } from 'node:path';`],
  ['features do not import one another', 'src/ui/features/a/x.ts', `import './y.ts'; import '../../kit/k.ts';`],
  [
    'clock, ids, keys and devices are handed in',
    'src/domain/a.ts',
    'new Date(0); x.navigator; const o = { navigator: 1 };',
  ],
  [
    'clock, ids, keys and devices are handed in',
    'src/ui/a.ts',
    'interface P { localStorage: Storage; n: typeof navigator }',
  ],
  ['clock, ids, keys and devices are handed in', 'src/adapters/keys/a.ts', 'crypto.randomUUID();'],
  ['each door of the browser belongs to one room', 'src/adapters/camera/usb/a.ts', 'navigator.usb.getDevices();'],
  ['names say what a thing is', 'src/adapters/hashing/digest.worker.ts', 'type Database = number;'],
  ['no file only hands on what others hold', 'src/domain/a.ts', `export * from './b.ts';\nexport const c = 1;`],
  ['files stay small', 'src/domain/a.ts', lines(300)],
  ['files stay small', 'src/text/a.ts', lines(900)],
  ['files stay small', 'src/regulation/data/a.ts', lines(900)],
  ['files stay small', 'src/domain/a.test.ts', lines(900)],
  ['functions stay small', 'src/ui/A.tsx', `export function Card() {\n${lines(88)}}`],
  ['Chinese stands in text, regulation and forms', 'src/domain/a.ts', '/** 采集 */ const a = 1; // 移交'],
  ['Chinese stands in text, regulation and forms', 'src/forms/f1/a.ts', 'const a = "移交";'],
  ['Chinese stands in text, regulation and forms', 'src/domain/a.ts', 'const a = /年/;'],
  ['names say what a thing is', 'src/forms/f1/f1-data.ts', 'export interface F1Data { x: number }'],
  ['types can be erased', 'src/hub/a.d.ts', 'declare namespace N { const x: number }'],
];

const violations = ([rule, path, text, others = []]: Planted): number => {
  const files = [{ path, text }, ...others.map((other) => ({ path: other, text: '' }))];
  return examine(files).get(rule)?.length ?? Number.NaN;
};

describe('a planted breach is found', () => {
  for (const [index, planted] of BROKEN.entries()) {
    it(`${index + 1}. ${planted[0]}: ${planted[1]}`, () => {
      expect(violations(planted)).toBeGreaterThan(0);
    });
  }

  it('there is one for every rule', () => {
    expect(new Set(BROKEN.map(([rule]) => rule))).toEqual(new Set(Object.keys(RULES)));
  });
});

describe('what only looks like a breach is let through', () => {
  for (const [index, planted] of ALLOWED.entries()) {
    it(`${index + 1}. ${planted[0]}: ${planted[1]}`, () => {
      expect(violations(planted)).toBe(0);
    });
  }
});
