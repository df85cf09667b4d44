import { describe, expect, it } from 'vitest';
import { keyHintOf, parseClockText, toClockText } from './clock-code.ts';
import { filmedOffsetSec } from './clock-proof.ts';
import { asId, type KeyId } from './ids.ts';
import { toInstant } from './time.ts';

describe('the text of a clock code', () => {
  const code = {
    keyHint: keyHintOf(asId<KeyId>(`${'kId-_123'}${'x'.repeat(35)}`)),
    shownMs: 1_772_690_400_000,
    signature: 'A'.repeat(86),
  };

  it('is read back', () => expect(parseClockText(toClockText(code))).toEqual(code));

  it.each([
    '',
    'LZ1.abc',
    `LZC2.kId-_123.1772690400000.${'A'.repeat(86)}`,
    `LZC1.kId-_123.0.${'A'.repeat(86)}`,
    `LZC1.kId-_123.1772690400000.${'A'.repeat(85)}`,
  ])('another text is none: %s', (text) => expect(parseClockText(text)).toBeNull());
});

describe('the offset a filmed clock proves', () => {
  const shownAt = toInstant(Date.UTC(2026, 2, 5, 0, 40, 0));
  const filmed = (
    text: string,
    source: 'container' | 'file-name' | 'mtime',
    zone: 'utc' | 'local' | 'unknown',
    atSec = 0,
  ) => filmedOffsetSec({ claim: { text, source, zone }, durationMs: 60_000, atSec }, shownAt);

  it('is what the device claims of the moment minus what the code shows', () => {
    expect(filmed('2026-03-05T00:38:30Z', 'container', 'utc')).toBe(-90);
    expect(filmed('2026-03-05T08:38:30', 'file-name', 'local')).toBe(-90);
    expect(filmed('2026-03-05T08:38:27', 'file-name', 'local', 3)).toBe(-90);
  });

  it('charges nobody with the zone: the nearest reading counts', () => {
    expect(filmed('2026-03-05T08:40:02Z', 'container', 'unknown')).toBe(2);
    expect(filmed('2026-03-05T00:40:02Z', 'container', 'unknown')).toBe(2);
  });

  it('a modification time is the end of a recording', () => {
    expect(filmed('2026-03-05T00:41:00.000Z', 'mtime', 'utc')).toBe(0);
  });

  it('a clock that fell back to its factory date is behind by years; a file that claims nothing proves nothing', () => {
    expect(filmed('2010-01-01T00:00:10', 'file-name', 'local')).toBeLessThan(-500_000_000);
    expect(filmedOffsetSec({ claim: null, durationMs: null, atSec: 0 }, shownAt)).toBeNull();
  });
});
