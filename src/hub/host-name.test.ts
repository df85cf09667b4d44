import { expect, it } from 'vitest';
import { isHostName, localNameOf } from './host-name.ts';

it.each(['luzheng.local', 'a', 'sz-north.lys.gov.cn', 'xn--fiqs8s.local', `${'a'.repeat(63)}.local`])(
  '%s is a host name',
  (name) => {
    expect(isHostName(name)).toBe(true);
  },
);

it.each([
  '192.168.1.5',
  '::1',
  'localhost',
  'x.localhost',
  '1.2',
  '127.1',
  '',
  '-a.local',
  'a-.local',
  'a..local',
  'A.local',
  'a_b.local',
  '录证.local',
  'a.local:443',
  'a/b',
  `${'a'.repeat(64)}.local`,
  `${'a.'.repeat(130)}local`,
])('“%s” is none', (name) => {
  expect(isHostName(name)).toBe(false);
});

it.each([
  ['DESKTOP-7F3A', 'desktop-7f3a.local'],
  ['pc1.lys.gov.cn', 'pc1.local'],
  ['Li_Ming 的电脑', 'li-ming.local'],
  ['水政科', 'luzheng.local'],
  ['localhost', 'luzheng.local'],
  ['', 'luzheng.local'],
  [`${'x'.repeat(62)}--`, `${'x'.repeat(62)}.local`],
])('computer “%s” is called %s on the LAN', (computer, name) => {
  expect(localNameOf(computer)).toBe(name);
  expect(isHostName(name)).toBe(true);
});
