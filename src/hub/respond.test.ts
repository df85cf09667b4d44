import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHubReach } from '../base/hub-reach.ts';
import { type House, type HubRequest, respond } from './respond.ts';
import type { SiteFile } from './site-files.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (mediaType: string, text: string, rest: Partial<SiteFile> = {}): SiteFile => ({
  mediaType,
  immutable: false,
  digest: `digest-of-${text.length}`,
  plain: bytes(text),
  coded: {},
  ...rest,
});

const house: House = {
  site: new Map([
    ['/index.html', file('text/html; charset=utf-8', '<p>app')],
    ['/sw.js', file('text/javascript; charset=utf-8', 'worker')],
    [
      '/assets/main-abcdefgh.js',
      file('text/javascript; charset=utf-8', 'script', { immutable: true, coded: { gzip: gzipSync('script') } }),
    ],
  ]),
  addresses: { host: 'luzheng.local', httpPort: 4173, httpsPort: 4174 },
  version: '1.2.3',
  authority: {
    pem: '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n',
    fingerprints: { sha256: 'AA:BB', sha1: 'CC' },
  },
  lanAddresses: () => ['192.168.1.5'],
  certificateTimes: () => ({ from: '2026-01-01T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z' }),
};

const ask = (
  target: string,
  rest: Partial<HubRequest> = {},
): { status: number; text: string; headers: Record<string, string> } => {
  const request = { method: 'GET', target, secure: false, host: 'localhost:4173', ...rest };
  const { status, body, headers } = respond(request, house);
  return { status, text: new TextDecoder().decode(body), headers };
};

describe('the app', () => {
  it.each(['/', '/index.html', '/recordings', '/recordings/Zk3_a-9?tab=copies', '/activities/%E5%B7%A1%E6%9F%A5'])(
    '%s opens it, deep or not',
    (target) => {
      expect(ask(target)).toMatchObject({ status: 200, text: '<p>app' });
      expect(ask(target).headers).toMatchObject({
        'Cache-Control': 'no-cache',
        'Content-Type': 'text/html; charset=utf-8',
      });
    },
  );

  it.each(['/assets/main-gone.js', '/assets/gone', '/missing.wasm', '/luzheng/nothing', '/favicon.ico'])(
    'a missing file %s is not answered with the page',
    (target) => {
      expect(ask(target).status).toBe(404);
    },
  );

  it('files with a digest in their name are kept for ever, the others are asked for each time', () => {
    expect(ask('/assets/main-abcdefgh.js').headers['Cache-Control']).toBe('public, max-age=31536000, immutable');
    expect(ask('/sw.js').headers['Cache-Control']).toBe('no-cache');
  });

  it('sends what was compressed at build to those who take it', () => {
    const { headers } = ask('/assets/main-abcdefgh.js', { acceptEncoding: 'gzip, br' });
    expect(headers).toMatchObject({ 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding', ETag: '"digest-of-6-gzip"' });
    expect(ask('/assets/main-abcdefgh.js').headers).not.toHaveProperty('Content-Encoding');
  });

  it('an unchanged file is not sent again', () => {
    const { headers } = ask('/sw.js');
    const again = ask('/sw.js', { ifNoneMatch: headers.ETag ?? '' });
    expect(again).toMatchObject({ status: 304, text: '' });
    expect(again.headers).toMatchObject({ ETag: headers.ETag, 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' });
  });

  it('lets nothing in from elsewhere', () => {
    const policy = ask('/').headers['Content-Security-Policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'/);
    expect(ask('/').headers).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
    });
  });

  it('tells that it is there, and which version', () => {
    expect(JSON.parse(ask('/luzheng/health').text)).toEqual({ app: 'luzheng', version: '1.2.3' });
  });

  it('says under which addresses other machines find it', () => {
    const { text, headers } = ask('/luzheng/hub.json');
    expect(headers['Cache-Control']).toBe('no-store');
    expect(decodeHubReach(JSON.parse(text))).toEqual({
      app: 'luzheng',
      version: '1.2.3',
      lanOrigin: 'https://luzheng.local:4174',
      localOrigin: 'http://localhost:4173',
      firstVisit: ['http://192.168.1.5:4173'],
      authoritySha256: 'AA:BB',
      certificate: { from: '2026-01-01T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z' },
    });
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])('%s is not known', (method) => {
    expect(ask('/', { method })).toMatchObject({ status: 405, headers: { Allow: 'GET, HEAD' } });
  });
});

describe('under an address or a foreign name', () => {
  it('there is only the page on trusting the certificate, whatever is asked for', () => {
    for (const target of ['/', '/assets/main-abcdefgh.js', '/sw.js', '/luzheng/health', '/luzheng/hub.json', '/x']) {
      const { status, text } = ask(target, { host: '192.168.1.5:4173' });
      expect(status).toBe(200);
      expect(text).toContain('<a href="https://luzheng.local:4174/">');
      expect(text).toContain('AA:BB');
      expect(text).not.toContain('<script');
    }
  });

  it('a foreign name is told that it has no business here', () => {
    expect(ask('/', { host: 'evil.example' }).status).toBe(403);
    expect(ask('/sw.js', { host: 'evil.example' }).headers['Content-Type']).toMatch(/^text\/html/);
  });

  it('the certificate can be fetched, never its key', () => {
    const { text, headers } = ask('/luzheng/ca.crt', { host: '192.168.1.5' });
    expect(text).toBe(house.authority.pem);
    expect(headers['Content-Type']).toBe('application/x-x509-ca-cert');
    expect(ask('/luzheng/ca.key', { host: '192.168.1.5' }).text).not.toContain('PRIVATE');
  });

  it('the policy of the page names its style by digest', () => {
    expect(ask('/', { host: '10.0.0.1' }).headers['Content-Security-Policy']).toMatch(/style-src 'sha256-[\w+/=]+';/);
  });
});

it('a loopback address moves to localhost with path and query', () => {
  expect(ask('/recordings?x=1', { host: '127.0.0.1:4173' })).toMatchObject({
    status: 307,
    headers: { Location: 'http://localhost:4173/recordings?x=1' },
  });
});

it.each(['http://evil.example/', 'localhost:4173', '*', '', '/%', '/%ff', '/a%00b'])(
  'target “%s” is refused',
  (target) => {
    expect(ask(target).status).toBe(400);
  },
);

it.each([
  '/../etc/passwd.txt',
  '/..%2f..%2fetc%2fhosts.txt',
  '/%2e%2e/package.json',
  '/assets/../../x.js',
  '//etc/x.y',
])('no path leads outside the app: %s', (target) => {
  expect(ask(target).status).toBe(404);
});

it('any target whatever is answered, with a file of the site or with none', () => {
  const known = new Set([...house.site.values()].map(({ plain }) => new TextDecoder().decode(plain)));
  const targets = fc.oneof(fc.string({ unit: 'binary' }), fc.webPath(), fc.webUrl());
  fc.assert(
    fc.property(targets, fc.option(fc.string(), { nil: undefined }), (target, acceptEncoding) => {
      const { status, text } = ask(target, acceptEncoding === undefined ? {} : { acceptEncoding });
      expect([200, 400, 404]).toContain(status);
      if (status === 200)
        expect(known.has(text) || text.startsWith('{"app"') || text.startsWith('-----BEGIN')).toBe(true);
    }),
  );
});
