import { expect, it } from 'vitest';
import { cardIndexOf } from './card-index.ts';

it('a card without companions has no index', () => {
  expect(cardIndexOf(['DCIM/100MEDIA/REC_0001.MP4', 'SYSTEM/DEVICE.log'])).toBeNull();
});

it('clip information whose stream is gone is counted as listed and not present', () => {
  const avchd = (name: string) => `PRIVATE/AVCHD/BDMV/${name}`;
  const paths = ['CLIPINF/00000.CPI', 'CLIPINF/00001.CPI', 'CLIPINF/00002.CPI', 'STREAM/00000.MTS', 'STREAM/00002.MTS'];
  expect(cardIndexOf(paths.map(avchd))).toEqual({ listed: 3, present: 2 });
});

it('thumbnails stand for films of the same name in the same folder, in any case of letters', () => {
  const paths = ['DCIM/100/mvi_0001.thm', 'DCIM/100/MVI_0001.MP4', 'DCIM/100/MVI_0002.THM', 'DCIM/101/MVI_0002.MP4'];
  expect(cardIndexOf(paths)).toEqual({ listed: 2, present: 1 });
});
