import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { decodeSettings } from './settings.ts';

const root = resolve('/program');
const settings = (env: Record<string, string>): unknown => {
  const outcome = decodeSettings(env, root);
  return outcome.ok ? outcome.value : outcome.refusal.map(({ code, name }) => `${name} ${code}`);
};

it('without any variable the ports are 4173 and 4174 and things are kept beside the program', () => {
  expect(settings({})).toEqual({ httpPort: 4173, httpsPort: 4174, dir: join(root, '.luzheng') });
  expect(settings({ PORT: '', LUZHENG_HOST: ' ', LUZHENG_DIR: '' })).toEqual(settings({}));
});

it('the https port follows PORT unless it is given', () => {
  expect(settings({ PORT: '8080' })).toMatchObject({ httpPort: 8080, httpsPort: 8081 });
  expect(settings({ PORT: '8080', HTTPS_PORT: '443' })).toMatchObject({ httpPort: 8080, httpsPort: 443 });
});

it('a host is taken in lower case, a folder from the program on', () => {
  expect(settings({ LUZHENG_HOST: 'LuZheng.Local', LUZHENG_DIR: 'kept' })).toMatchObject({
    host: 'luzheng.local',
    dir: join(root, 'kept'),
  });
});

it('every fault is reported, not the first alone', () => {
  expect(settings({ PORT: 'abc', HTTPS_PORT: '70000', LUZHENG_HOST: '10.0.0.1' })).toEqual([
    'PORT port-not-a-number',
    'HTTPS_PORT port-not-a-number',
    'LUZHENG_HOST host-not-a-name',
  ]);
});

it.each([
  [{ PORT: '0' }, ['PORT port-not-a-number']],
  [{ PORT: '80.5' }, ['PORT port-not-a-number']],
  [{ PORT: '1e3' }, ['PORT port-not-a-number']],
  [{ PORT: '-1' }, ['PORT port-not-a-number']],
  [{ PORT: '65535' }, ['HTTPS_PORT https-port-missing']],
  [{ PORT: '5000', HTTPS_PORT: '5000' }, ['HTTPS_PORT ports-equal']],
])('%o is refused', (env, faults) => {
  expect(settings(env)).toEqual(faults);
});
