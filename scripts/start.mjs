import { isNodeRecentEnough } from './lib/node-version.mjs';
import { nodeTooOld } from './lib/words.mjs';

// The rest is loaded only by a Node that can read it.
if (isNodeRecentEnough(process.versions.node)) {
  import('./lib/open-hub.mjs').then(({ openHub }) => openHub());
} else {
  console.error(nodeTooOld(process.versions.node));
  process.exitCode = 1;
}
