import { expect, it } from 'vitest';
import { Fault } from '../base/fault.ts';
import { announcement, faultText, refusalText } from './announce.ts';
import { issueAuthority, issueSite } from './certificate.ts';
import type { Notice } from './certificate-folder.ts';
import { lanAddresses } from './lan-addresses.ts';
import type { Hub } from './start-hub.ts';

const NOW = new Date('2026-03-05T00:00:00.000Z');

async function hubWith(notices: readonly Notice[], before?: string): Promise<Hub> {
  const authority = await issueAuthority('lz.local', NOW);
  const site = await issueSite('lz.local', authority, NOW);
  const addresses = { host: 'lz.local', httpPort: 4173, httpsPort: 4174 };
  return {
    addresses,
    name: before ? { host: 'lz.local', before } : { host: 'lz.local' },
    certificates: { authority, site, notices },
    house: {
      addresses,
      site: new Map(),
      version: '1',
      authority: { pem: authority.certificate, fingerprints: { sha256: 'AA:BB', sha1: 'CC:DD' } },
    },
  } as unknown as Hub;
}

it('the terminal names both addresses, where others begin, and what to compare', async () => {
  const text = announcement(await hubWith([{ kind: 'new-authority' }]), ['192.168.1.5']);
  for (const part of ['http://localhost:4173', 'https://lz.local:4174', 'http://192.168.1.5:4173', 'AA:BB', 'CC:DD'])
    expect(text).toContain(part);
  expect(text).toContain('信任它一次');
});

it('a changed name and a clock that is behind are said', async () => {
  const text = announcement(await hubWith([{ kind: 'clock-behind' }], 'old.local'), []);
  expect(text).toContain('old.local');
  expect(text).toContain('2026-03-04');
  expect(text).toContain('校时');
});

it('other words for each trouble of starting', () => {
  const faults = [
    new Fault('port-taken', { port: 4173 }),
    new Fault('port-forbidden', { port: 443 }),
    new Fault('port-failed', { port: 4173, reason: 'EINVAL' }),
    new Fault('app-missing', { dir: '/x' }),
    new Fault('folder-not-writable', { dir: '/y', reason: 'EROFS' }),
  ];
  const texts = [...faults.map((fault) => faultText(fault, false)), faultText(faults[0], true)];
  expect(new Set(texts).size).toBe(6);
  for (const text of texts) expect(text).toMatch(/4173|443|\/x|\/y/);
});

it('a bug is not dressed up as trouble of the world', () => {
  expect(() => faultText(new TypeError('x is not a function'), false)).toThrow(TypeError);
});

it('every refused setting is named with what was given', () => {
  const text = refusalText([
    { code: 'port-not-a-number', name: 'PORT', given: 'abc' },
    { code: 'host-not-a-name', name: 'LUZHENG_HOST', given: '10.0.0.1' },
  ]);
  expect(text).toMatch(/PORT.*abc[\s\S]*LUZHENG_HOST.*10\.0\.0\.1/);
});

it('only addresses others can reach are offered', () => {
  const common = { netmask: '255.0.0.0', mac: '00:00:00:00:00:00', cidr: null };
  const v4 = (address: string, internal: boolean) => ({ ...common, address, internal, family: 'IPv4' as const });
  const v6 = { ...common, address: 'fe80::1', internal: false, family: 'IPv6' as const, scopeid: 2 };
  expect(lanAddresses({ lo: [v4('127.0.0.1', true)], eth0: [v4('192.168.1.5', false), v6] })).toEqual(['192.168.1.5']);
});
