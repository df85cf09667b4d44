import { isAppPath } from '../base/app-path.ts';
import { HUB_REACH_PATH, type HubReach } from '../base/hub-reach.ts';
import { never } from '../base/never.ts';
import { chooseCoding, matchesTag } from './accept.ts';
import type { Fingerprints } from './certificate.ts';
import { appHeaders, type Headers, pageHeaders } from './headers.ts';
import { type Addresses, lanOrigin, localOrigin, placeOf } from './place.ts';
import type { Site, SiteFile } from './site-files.ts';
import { CA_PATH, trustPageHtml, trustPageStyleHash } from './trust-page.ts';

export interface HubRequest {
  readonly method: string;
  /** Target as it stood in the request line. */
  readonly target: string;
  readonly secure: boolean;
  readonly host?: string;
  readonly acceptEncoding?: string;
  readonly ifNoneMatch?: string;
}

export interface HubResponse {
  readonly status: number;
  readonly headers: Headers;
  /** What GET gets; the caller leaves it out for HEAD. */
  readonly body: Uint8Array;
}

/** What the hub has to show. */
export interface House {
  readonly site: Site;
  readonly addresses: Addresses;
  readonly version: string;
  readonly authority: { readonly pem: string; readonly fingerprints: Fingerprints };
  /** IPv4 addresses of this PC now: cables are moved while the hub runs. */
  readonly lanAddresses: () => readonly string[];
  /** Of the site's certificate in use: it is renewed while the hub runs. */
  readonly certificateTimes: () => HubReach['certificate'];
}

const NOTHING = new Uint8Array();
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A short answer in words, or in JSON where `headers` say so. */
export function plain(status: number, text: string, headers: Headers = {}): HubResponse {
  const type = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  return { status, headers: { ...appHeaders, ...type, ...headers }, body: utf8(`${text}\n`) };
}

/** Path of an origin-form target (RFC 9112 §3.2.1), decoded; undefined for any other form or bad escapes. */
function pathOf(target: string): string | undefined {
  if (!target.startsWith('/')) return undefined;
  try {
    const path = decodeURIComponent(target.replace(/[?#].*$/s, ''));
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

function file(request: HubRequest, { mediaType, immutable, digest, plain: bytes, coded }: SiteFile): HubResponse {
  const coding = chooseCoding(request.acceptEncoding, coded);
  const tag = `"${digest}${coding ? `-${coding}` : ''}"`;
  const caching = immutable ? 'public, max-age=31536000, immutable' : 'no-cache';
  const headers = { ...appHeaders, ETag: tag, 'Cache-Control': caching, Vary: 'Accept-Encoding' };
  if (matchesTag(request.ifNoneMatch, tag)) return { status: 304, headers, body: NOTHING };
  return {
    status: 200,
    headers: { ...headers, 'Content-Type': mediaType, ...(coding ? { 'Content-Encoding': coding } : {}) },
    body: (coding && coded[coding]) ?? bytes,
  };
}

function authorityCertificate({ authority }: House): HubResponse {
  return plain(200, authority.pem.trim(), {
    'Content-Type': 'application/x-x509-ca-cert',
    'Content-Disposition': 'attachment; filename="luzheng-ca.crt"',
  });
}

function trustPage({ addresses, authority }: House, status: number): HubResponse {
  const type = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
  return {
    status,
    headers: { ...pageHeaders(trustPageStyleHash), ...type },
    body: utf8(trustPageHtml(lanOrigin(addresses), authority.fingerprints)),
  };
}

function json(value: unknown): HubResponse {
  return plain(200, JSON.stringify(value), { 'Content-Type': 'application/json; charset=utf-8' });
}

function reachOf({ addresses, version, authority, lanAddresses, certificateTimes }: House): HubReach {
  return {
    app: 'luzheng',
    version,
    lanOrigin: lanOrigin(addresses),
    localOrigin: localOrigin(addresses),
    firstVisit: lanAddresses().map((address) => `http://${address}:${addresses.httpPort}`),
    authoritySha256: authority.fingerprints.sha256,
    certificate: certificateTimes(),
  };
}

function app(request: HubRequest, path: string, house: House): HubResponse {
  if (path === CA_PATH) return authorityCertificate(house);
  if (path === '/luzheng/health') return json({ app: 'luzheng', version: house.version });
  if (path === HUB_REACH_PATH) return json(reachOf(house));
  const found = house.site.get(isAppPath(path) ? '/index.html' : path);
  return found ? file(request, found) : plain(404, 'Not found');
}

/** Answers one request. Pure: everything it may show is in `house`. */
export function respond(request: HubRequest, house: House): HubResponse {
  const path = pathOf(request.target);
  const place = placeOf(request.host, request.secure, house.addresses);
  if (path === undefined || place.kind === 'malformed') return plain(400, 'Bad request');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return plain(405, 'Method not allowed', { Allow: 'GET, HEAD' });
  }
  switch (place.kind) {
    case 'app':
      return app(request, path, house);
    case 'moved':
      return plain(307, 'See localhost', { Location: place.origin + request.target });
    case 'trust-page':
      if (path === CA_PATH) return authorityCertificate(house);
      return trustPage(house, place.because === 'foreign-name' ? 403 : 200);
    default:
      return never(place);
  }
}
