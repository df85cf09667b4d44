import { join, relative } from 'node:path';
import { build, preview } from 'vite';
import solid from 'vite-plugin-solid';
import { ALIASES } from '../../../scripts/lib/aliases.mjs';
import { ROOT as BUNDLE_ROOT } from '../../../scripts/lib/places.mjs';

/** Benches are bundled elsewhere, but all are run from the root. */
const ROOT = process.cwd();
const ALIASES_HERE = ALIASES.map(({ find, replacement }) => ({
  find,
  replacement: join(ROOT, relative(BUNDLE_ROOT, replacement)),
}));

/**
 * Pages that are served to tests beside the app: the adapters alone, and the app's own pages over a book in memory.
 * Built once a run: from a development server each test would load some hundred modules anew.
 */
const SETS = {
  harness: {
    root: 'test/browser/harness',
    pages: ['footage.html', 'media.html', 'links.html', 'ledger.html', 'rules.html'],
    home: '/',
  },
  office: { root: 'test/ui-gallery', pages: ['office/index.html'], home: '/office/' },
  desk: { root: 'test/ui-gallery', pages: ['desk/index.html'], home: '/desk/' },
  records: { root: 'test/ui-gallery/records', pages: ['index.html'], home: '/' },
} as const;

export type PageSet = keyof typeof SETS;

export interface ServedPages {
  /** Address of the set's home, with a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Builds a set into `outDir`, which must not exist or hold only an earlier build, and serves it on a free port. */
export async function servePages(set: PageSet, outDir: string): Promise<ServedPages> {
  const { root, pages, home } = SETS[set];
  const shared = { root: join(ROOT, root), configFile: false, publicDir: false, logLevel: 'error' } as const;
  await build({
    ...shared,
    plugins: [solid()],
    resolve: { alias: ALIASES_HERE },
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { input: pages.map((page) => join(ROOT, root, page)) },
    },
  });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://localhost:${address.port}${home}`, close: () => server.close() };
}

const variable = (set: PageSet) => `LUZHENG_TEST_PAGES_${set.toUpperCase()}`;

/** Where the run's global setup serves the set. */
export function pagesUrl(set: PageSet): string {
  const url = process.env[variable(set)];
  if (url === undefined) throw new Error('the pages are not served: run the specs by playwright with its config');
  return url;
}

/** Builds and serves all sets; workers learn the addresses from the environment. Returns what ends it. */
export async function serveAllPages(dir: string): Promise<() => Promise<void>> {
  const served: ServedPages[] = [];
  for (const set of Object.keys(SETS) as PageSet[]) {
    const one = await servePages(set, join(dir, set));
    process.env[variable(set)] = one.url;
    served.push(one);
  }
  return async () => {
    for (const one of served) await one.close();
  };
}
