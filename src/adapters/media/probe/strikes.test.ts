import { describe, expect, it } from 'vitest';
import { makeStrikes, type StrikeMemory, strikeKey } from './strikes.ts';

const memory = (start: string | null = null): StrikeMemory & { readonly text: () => string | null } => {
  let kept = start;
  return {
    read: () => kept,
    write: (text) => {
      kept = text;
    },
    text: () => kept,
  };
};

describe('files that ended the page', () => {
  it('after two ends in the middle of a file it is left alone; others are not', () => {
    const kept = memory();
    expect(makeStrikes(kept).begin('a')).toBe(true);
    expect(makeStrikes(kept).begin('a')).toBe(true);
    expect(makeStrikes(kept).begin('a')).toBe(false);
    expect(makeStrikes(kept).begin('b')).toBe(true);
  });

  it('one end may be chance: a file that was got through is forgiven', () => {
    const kept = memory();
    makeStrikes(kept).begin('a');
    const later = makeStrikes(kept);
    later.begin('a');
    later.end('a');
    expect(kept.text()).toBe('[]');
  });

  it.each(['', 'x', '{}', '[1]', '[["a"]]', 'null'])('a memory that reads "%s" is as good as none', (text) =>
    expect(makeStrikes(memory(text)).begin('a')).toBe(true),
  );

  it('no more than fifty are kept', () => {
    const kept = memory();
    for (let n = 0; n < 80; n++) makeStrikes(kept).begin(String(n));
    expect(JSON.parse(kept.text() ?? '')).toHaveLength(50);
  });

  it('the key holds no name', () => {
    expect(strikeKey('某人家中.MP4', 7)).toMatch(/^7-[0-9a-f]{1,8}$/);
    expect(strikeKey('a.MP4', 7)).not.toBe(strikeKey('b.MP4', 7));
  });
});
