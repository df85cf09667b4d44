import { describe, expect, it } from 'vitest';
import { claimedInstants, isClaimText, toClaim } from './capture-claim.ts';

describe('text of a capture claim', () => {
  it.each([
    '2026-03-05T09:31:12',
    '2026-03-05T09:31:12Z',
    '2026-03-05T09:31:12.123',
    '2026-03-05T09:31:12+08:00',
    '2010-01-01T00:00:00',
    '2024-02-29T23:59:59',
  ])('%s is a time', (text) => expect(isClaimText(text)).toBe(true));

  it.each([
    '',
    '0000-00-00T00:00:00',
    '2026-02-29T09:31:12',
    '2026-03-05T24:00:00',
    '2026-13-05T09:31:12',
    '2026-03-05 09:31:12',
    '2026-03-05T09:31:12+25:00',
    '1904-00-01T00:00:00',
    '9999-12-31T23:59:59',
    '2026-03-05',
  ])('"%s" is none', (text) => expect(isClaimText(text)).toBe(false));

  it('a broken field makes no claim', () => {
    expect(toClaim('0000-00-00T00:00:00', 'exif', 'local')).toBeNull();
    expect(toClaim(null, 'exif', 'local')).toBeNull();
    expect(toClaim('2026-03-05T09:31:12', 'exif', 'local')).toEqual({
      text: '2026-03-05T09:31:12',
      source: 'exif',
      zone: 'local',
    });
  });
});

describe('moments a claim can mean', () => {
  it('digits marked UTC by MP4 mean Beijing time or UTC', () => {
    expect(claimedInstants({ text: '2026-03-05T09:31:12Z', zone: 'unknown' })).toEqual([
      '2026-03-05T01:31:12.000Z',
      '2026-03-05T09:31:12.000Z',
    ]);
  });

  it('a known zone leaves one', () => {
    expect(claimedInstants({ text: '2026-03-05T09:31:12.5', zone: 'local' })).toEqual(['2026-03-05T01:31:12.500Z']);
    expect(claimedInstants({ text: '2026-03-05T09:31:12', zone: 'utc' })).toEqual(['2026-03-05T09:31:12.000Z']);
  });

  it('an offset in the text goes before the zone', () => {
    expect(claimedInstants({ text: '2026-03-05T09:31:12-05:30', zone: 'unknown' })).toEqual([
      '2026-03-05T15:01:12.000Z',
    ]);
  });

  it('no time means none', () => expect(claimedInstants({ text: 'yesterday', zone: 'local' })).toEqual([]));
});
