import { clientsClaim } from 'workbox-core';
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { isAppPath } from '../src/base/app-path.ts';
import { APPLY_UPDATE } from '../src/base/apply-update.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: PrecacheEntry[] };

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// Screens are addresses inside one document, so a deep link opens with the server gone.
registerRoute(
  ({ request, url, sameOrigin }) => request.mode === 'navigate' && sameOrigin && isAppPath(url.pathname),
  createHandlerBoundToURL('/index.html'),
);

// The first page ever opened comes from the hub; claimed, it works offline without a second visit.
clientsClaim();

// A new version waits until a window says that the user agreed and nothing is running.
self.addEventListener('message', (event) => {
  if (event.data === APPLY_UPDATE) event.waitUntil(self.skipWaiting());
});
