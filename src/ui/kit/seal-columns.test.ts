import { expect, test } from 'vitest';
import { KIT } from '../../text/kit.ts';
import { sealColumns } from './seal-columns.ts';

const cut = (name: string) => sealColumns(name, { long: KIT.seal.suffix, short: KIT.seal.suffixShort });

test('a two-character name is cut with 之印, a longer one with 印', () => {
  expect(cut('陈静')).toEqual(['陈静', '之印']);
  expect(cut('孙立新')).toEqual(['孙立', '新印']);
  expect(cut('欧阳修文')).toEqual(['欧阳修', '文印']);
});

test('a rare character outside the basic plane is one sign', () => {
  expect(cut('王\u{20BB7}')).toEqual(['王\u{20BB7}', '之印']);
});

test('a name that does not fit gets no name seal', () => {
  for (const name of ['王', '阿不都热依木', 'Liu', '刘A', '', '  ']) expect(cut(name)).toBeUndefined();
});
