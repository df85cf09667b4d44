import { describe, expect, it } from 'vitest';
import { editorMarkIn, isOwnWriter } from './editor-marks.ts';

describe('what the encoder of a model writes itself', () => {
  it('is passed over exactly as it was stated', () => {
    expect(editorMarkIn('udta Lavf58.29.100\0', ['Lavf58.29.100'])).toBeNull();
    expect(editorMarkIn('x264 - core 155 r2917', ['x264 - core 155'])).toBeNull();
  });

  it.each(['Lavf58.29.101', 'Lavf58.29.1001', 'Lavf58.29.100.2', 'Lavf59.27.100'])('not so %s', (other) =>
    expect(editorMarkIn(other, ['Lavf58.29.100'])).not.toBeNull(),
  );

  it('another program beside it is still asked about', () =>
    expect(editorMarkIn('Lavf58.29.100 HandBrake 1.6', ['Lavf58.29.100'])).toBe('HandBrake'));

  it('a name that is no mark, or would be found anywhere, is not to be stated', () => {
    expect(isOwnWriter('Lavf58.29.100')).toBe(true);
    expect(isOwnWriter('Ambarella')).toBe(false);
    expect(isOwnWriter('Lavf')).toBe(false);
    expect(isOwnWriter('   ')).toBe(false);
  });

  it('signs of patterns in a name are letters', () =>
    expect(editorMarkIn('Lavf58 (x) [y]', ['Lavf58 (x) [y]'])).toBeNull());
});
