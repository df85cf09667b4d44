import { describe, expect, it } from 'vitest';
import { editorMarkIn, isOwnWriter, writersIn } from './editor-marks.ts';

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

describe('names that stand in a file', () => {
  it('are told with their versions, each once, and stated so they are passed over', () => {
    const text = '\0\0Lavf58.29.100\0\0x264 - core 155 r2917 0a84d98 - H.264\0Lavf58.29.100\0Ambarella\0';
    const names = writersIn(text);
    expect(names).toEqual(['Lavf58.29.100', 'x264 - core 155 r2917 0a84d98']);
    expect(editorMarkIn(text, names)).toBeNull();
  });

  it('are none in a file that only a recorder wrote, and few in one made of nothing else', () => {
    expect(writersIn('DSJ-X5 V1.02 Ambarella\0')).toEqual([]);
    const many = Array.from({ length: 100 }, (_, n) => `Lavf58.${n}`).join('\0');
    expect(writersIn(many)).toHaveLength(8);
  });
});
