import { X509Certificate } from 'node:crypto';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { type Credential, fingerprintsOf, issueAuthority, issueSite, judge } from './certificate.ts';

const NOW = new Date();
const DAY_MS = 86_400_000;
const later = (days: number): Date => new Date(NOW.getTime() + days * DAY_MS);
const HOST = 'luzheng.local';

/** What a client that trusts `authority` says of a server with `site` called `host`: 'trusted' or why not. */
function verdict(authority: Credential, site: Credential, host: string): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer({ cert: site.certificate + authority.certificate, key: site.key }, (s) => s.end());
    server.on('tlsClientError', () => {});
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address && typeof address === 'object' ? address.port : 0;
      const end = (text: string): void => {
        socket.destroy();
        server.close();
        resolve(text);
      };
      const socket: TLSSocket = connect({ port, host: '127.0.0.1', servername: host, ca: authority.certificate }, () =>
        end('trusted'),
      );
      socket.on('error', (error) => end(error.message));
    });
  });
}

describe('the authority', () => {
  it('vouches for its one host name', async () => {
    const authority = await issueAuthority(HOST, NOW);
    expect(await verdict(authority, await issueSite(HOST, authority, NOW), HOST)).toBe('trusted');
  });

  it('cannot vouch for any other name, even with its key', async () => {
    const authority = await issueAuthority(HOST, NOW);
    const forged = await issueSite('bank.example', authority, NOW);
    expect(await verdict(authority, forged, 'bank.example')).toBe('permitted subtree violation');
  });

  it('is valid for names up to 253 characters', async () => {
    const host = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(50)}.local`;
    const authority = await issueAuthority(host, NOW);
    expect(await verdict(authority, await issueSite(host, authority, NOW), host)).toBe('trusted');
  });

  it('another authority of the same name is not trusted', async () => {
    const [one, two] = [await issueAuthority(HOST, NOW), await issueAuthority(HOST, NOW)];
    expect(await verdict(one, await issueSite(HOST, two, NOW), HOST)).not.toBe('trusted');
  });

  it('holds ten years, the site at most 398 days and never longer than the authority', async () => {
    const authority = await issueAuthority(HOST, NOW);
    const site = new X509Certificate((await issueSite(HOST, authority, NOW)).certificate);
    const last = new X509Certificate((await issueSite(HOST, authority, later(3600))).certificate);
    const end = new X509Certificate(authority.certificate).validTo;
    expect(Date.parse(site.validTo) - Date.parse(site.validFrom)).toBeLessThanOrEqual(398 * DAY_MS);
    expect(last.validTo).toBe(end);
    expect((Date.parse(end) - NOW.getTime()) / DAY_MS).toBeCloseTo(3650, 0);
  });

  it('fingerprints are those the systems show', async () => {
    const { certificate } = await issueAuthority(HOST, NOW);
    const node = new X509Certificate(certificate);
    expect(fingerprintsOf(certificate)).toEqual({ sha256: node.fingerprint256, sha1: node.fingerprint });
  });
});

describe('kept credentials', () => {
  const make = async (): Promise<[Credential, Credential]> => {
    const authority = await issueAuthority(HOST, NOW);
    return [authority, await issueSite(HOST, authority, NOW)];
  };

  it('serve on while they hold', async () => {
    const [authority, site] = await make();
    expect(await judge(authority, site, HOST, NOW)).toBe('keep');
    expect(await judge(authority, site, HOST, later(360))).toBe('keep');
  });

  it('a site is made anew in its last month, and when its key, name or signer is wrong', async () => {
    const [authority, site] = await make();
    const [other, foreign] = await make();
    expect(await judge(authority, site, HOST, later(370))).toBe('new-site');
    expect(await judge(authority, undefined, HOST, NOW)).toBe('new-site');
    expect(await judge(authority, foreign, HOST, NOW)).toBe('new-site');
    expect(await judge(authority, { ...site, key: other.key }, HOST, NOW)).toBe('new-site');
    expect(await judge(authority, { ...site, key: '' }, HOST, NOW)).toBe('new-site');
    expect(await judge(authority, await issueSite('b.local', authority, NOW), HOST, NOW)).toBe('new-site');
  });

  it('a new name or the last month of ten years asks for a new authority', async () => {
    const [authority, site] = await make();
    expect(await judge(authority, site, 'b.local', NOW)).toBe('new-authority');
    expect(await judge(authority, site, HOST, later(3630))).toBe('new-authority');
  });

  it('an authority in its last year does not make the site be renewed every day', async () => {
    const [authority] = await make();
    const site = await issueSite(HOST, authority, later(3400));
    expect(await judge(authority, site, HOST, later(3619))).toBe('keep');
  });

  it('a clock set back replaces nothing: the devices trust what is there', async () => {
    const [authority, site] = await make();
    expect(await judge(authority, site, HOST, later(-4000))).toBe('clock-behind');
    const renewed = await issueSite(HOST, authority, later(370));
    expect(await judge(authority, renewed, HOST, later(100))).toBe('clock-behind');
  });

  it('damage of the authority is said, not papered over', async () => {
    const [authority, site] = await make();
    const [other] = await make();
    await expect(judge({ ...authority, key: other.key }, site, HOST, NOW)).rejects.toThrow();
    await expect(judge({ ...authority, key: '' }, site, HOST, NOW)).rejects.toThrow();
    await expect(judge({ ...authority, certificate: 'x' }, site, HOST, NOW)).rejects.toThrow();
  });
});
