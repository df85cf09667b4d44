import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const DIST = join(ROOT, 'dist');
/** Everything generated that is not served: the hub, bundles of benches and tour, reports. */
export const BUILD = join(ROOT, 'build');
export const HUB = join(BUILD, 'hub.mjs');
export const REPORTS = join(BUILD, 'reports');
