/**
 * True for the address of a screen, false for that of a file or of the hub's own answers (`/luzheng/…`).
 * Screens never have a dot in their last part; so a missing file is never answered with the app's page.
 */
export function isAppPath(pathname: string): boolean {
  if (pathname === '/index.html') return true;
  if (pathname.startsWith('/luzheng/') || pathname.startsWith('/assets/')) return false;
  return !pathname.slice(pathname.lastIndexOf('/')).includes('.');
}
