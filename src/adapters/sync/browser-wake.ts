/** Calls when the page is seen again, comes back from the cache of pages, or the network returns. The answer stops it. */
export function onBrowserWake(act: () => void): () => void {
  const look = (): void => {
    if (document.visibilityState === 'visible') act();
  };
  document.addEventListener('visibilitychange', look);
  window.addEventListener('pageshow', act);
  window.addEventListener('online', act);
  return () => {
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('pageshow', act);
    window.removeEventListener('online', act);
  };
}
