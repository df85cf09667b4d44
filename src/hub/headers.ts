export type Headers = Readonly<Record<string, string>>;

/**
 * Scripts, workers and connections come from this origin only: footage and book have nowhere else to go, whatever gets
 * into a page. `blob:` is how recordings are played and thumbnails shown; WebAssembly computes SM3. A printed sheet brings
 * its own style element into a document of its own, hence inline style, and only style.
 */
const APP_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "frame-src 'self' blob:",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

const COMMON: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export const appHeaders: Headers = {
  ...COMMON,
  'Content-Security-Policy': APP_POLICY,
  'Permissions-Policy': 'geolocation=(), payment=(), browsing-topics=()',
};

/** For pages without any script. `styleHash` is the CSP source of their one style element. */
export const pageHeaders = (styleHash: string): Headers => ({
  ...COMMON,
  'Content-Security-Policy': `default-src 'none'; style-src ${styleHash}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'X-Frame-Options': 'DENY',
});
