import { expect, it } from 'vitest';
import { lanOrigin, placeOf, socketOriginOf } from './place.ts';

const addresses = { host: 'luzheng.local', httpPort: 4173, httpsPort: 4174 };
const place = (host: string | undefined, secure = false): string => {
  const found = placeOf(host, secure, addresses);
  if (found.kind === 'moved') return found.origin;
  return found.kind === 'trust-page' ? found.because : found.kind;
};

it.each(['localhost:4173', 'localhost', 'LOCALHOST:4173', 'localhost.:4173'])('http://%s is this PC', (host) => {
  expect(place(host)).toBe('app');
});

it('the LAN name gets the app over https only: over http the browser gives no keys and no store', () => {
  expect(place('luzheng.local:4174', true)).toBe('app');
  expect(place('LuZheng.local.:4174', true)).toBe('app');
  expect(place('luzheng.local:4173')).toBe('plain-http');
});

it.each(['127.0.0.1:4173', '127.8.9.1', '[::1]:4173', '0.0.0.0:4173'])('%s moves to localhost', (host) => {
  expect(place(host)).toBe('http://localhost:4173');
  expect(place(host, true)).toBe('http://localhost:4173');
});

it('localhost over https would be a third station on one PC and moves too', () => {
  expect(place('localhost:4174', true)).toBe('http://localhost:4173');
});

it.each(['192.168.1.5:4173', '10.0.0.1', '[fe80::1]:4173'])('%s never gets the app', (host) => {
  expect(place(host)).toBe('address');
  expect(place(host, true)).toBe('address');
});

it.each(['evil.example:4173', 'localhost.evil.example', 'xluzheng.local', 'luzheng.local.evil', '2130706433', '127.1'])(
  'a page of %s cannot reach the app (DNS rebinding)',
  (host) => {
    expect(place(host)).toBe('foreign-name');
    expect(place(host, true)).toBe('foreign-name');
  },
);

it.each([undefined, '', ':4173', 'a b', 'user@localhost', 'localhost:4173:1', 'localhost/x', '[::1', 'localhost:'])(
  '“%s” is no host',
  (host) => {
    expect(place(host)).toBe('malformed');
  },
);

it('the usual https port is not written', () => {
  expect(lanOrigin(addresses)).toBe('https://luzheng.local:4174');
  expect(lanOrigin({ ...addresses, httpsPort: 443 })).toBe('https://luzheng.local');
});

it('a socket is opened by a page of the very address it asks', () => {
  const lan = 'https://luzheng.local:4174';
  expect(socketOriginOf('localhost:4173', 'http://localhost:4173', false, addresses)).toBe('http://localhost:4173');
  expect(socketOriginOf('luzheng.local:4174', lan, true, addresses)).toBe(lan);
  for (const origin of [undefined, 'null', 'http://localhost', lan, 'http://localhost:4173.evil.example'])
    expect(socketOriginOf('localhost:4173', origin, false, addresses)).toBeUndefined();
  expect(socketOriginOf('evil.example', 'http://localhost:4173', false, addresses)).toBeUndefined();
  const usual = { ...addresses, httpPort: 80, httpsPort: 443 };
  expect(socketOriginOf('localhost', 'http://localhost', false, usual)).toBe('http://localhost');
  expect(socketOriginOf('luzheng.local', 'https://luzheng.local', true, usual)).toBe('https://luzheng.local');
});
