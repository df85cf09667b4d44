import { describe, expect, it } from 'vitest';
import { keptText, shownText } from './typed-over.ts';

describe('a field of a shared form', () => {
  it('is kept only where it differs from what was signed, blank ones too', () => {
    expect(keptText('伊河', '伊河')).toBe('');
    for (const typed of ['洛河', '', 'a b']) expect(shownText(keptText(typed, '伊河'), '伊河')).toBe(typed);
    expect(shownText('', '伊河')).toBe('伊河');
  });

  it('that two typed apart shows both, and once what both typed', () => {
    const both = (a: string, b: string): string => shownText(keptText(a, '伊河') + keptText(b, '伊河'), '伊河');
    expect(both('洛河', '涧河')).toBe('洛河 涧河');
    expect(both('洛河', '洛河')).toBe('洛河');
    expect(both('洛河', '')).toBe('洛河');
    expect(both('1\t铲\t\t把\t1', '1\t船\t\t艘\t1')).toBe('1\t铲\t\t把\t1\n1\t船\t\t艘\t1');
  });

  it('written by a version that knew no sign is read as it stands', () => {
    expect(shownText('洛河', '伊河')).toBe('洛河');
  });
});
