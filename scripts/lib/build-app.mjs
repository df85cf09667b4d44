import { build } from 'vite';
import { bundleForNode } from './bundle.mjs';
import { HUB, ROOT } from './places.mjs';

process.env.NODE_ENV = 'production';
await build({ root: ROOT, logLevel: 'warn' });
await bundleForNode('src/hub/main.ts', HUB, { whole: true });
