import { describe, expect, it } from 'vitest';
import { fromDateText } from './avi.ts';
import { mergeFindings } from './finding.ts';
import { findInTags, fromIso6709, movieClaim } from './isobmff-tags.ts';

describe('time of the movie header', () => {
  it('its zone is not known: UTC by the standard, local by habit', () => {
    expect(movieClaim(3_855_519_072)).toEqual({ text: '2026-03-05T01:31:12Z', source: 'container', zone: 'unknown' });
  });
  it('some count from 1970 instead of 1904', () => {
    expect(movieClaim(1_772_674_272)?.text).toBe('2026-03-05T01:31:12Z');
  });
  it.each([null, 0, 1, 2 ** 41])('%s says nothing', (seconds) => expect(movieClaim(seconds)).toBeNull());
  it('a reset clock is a claim all the same', () => {
    expect(movieClaim(3_345_148_800)?.text).toBe('2010-01-01T00:00:00Z');
  });
});

describe('tags of phones', () => {
  it('a time with its zone, a place, maker and model', () => {
    const tags = {
      'com.apple.quicktime.creationdate': '2026-03-05T09:40:00+0800',
      '©xyz': '+34.6197+112.4540/',
      '©mak': 'HUAWEI\0',
      '©mod': ' ALN-AL00 ',
      '©too': 'Lavf60',
    };
    expect(findInTags(tags)).toEqual({
      claims: [{ text: '2026-03-05T09:40:00+08:00', source: 'container', zone: 'local' }],
      gps: { latitude: 34.6197, longitude: 112.454 },
      device: { make: 'HUAWEI', model: 'ALN-AL00', serial: null },
      writtenBy: 'Lavf60',
    });
  });

  it('a tag that is no text, no time or no place says nothing', () => {
    const found = findInTags({ '©day': '2026', '©xyz': 'here', '©mak': new Uint8Array(4), '©mod': '\u202e' });
    expect(found).toEqual({
      claims: [],
      gps: null,
      device: { make: null, model: null, serial: null },
      writtenBy: null,
    });
  });

  it.each([
    ['+34.6197+112.4540+140.000/', { latitude: 34.6197, longitude: 112.454 }],
    ['-33.86-070.66/', { latitude: -33.86, longitude: -70.66 }],
    ['+00.0000+000.0000/', null],
    ['+91.0+000.0/', null],
    ['', null],
  ])('place %s', (text, place) => expect(fromIso6709(text)).toEqual(place));
});

describe('dates in RIFF files', () => {
  it.each([
    ['Thu Mar 05 09:31:12 2026\n', '2026-03-05T09:31:12'],
    ['THU, MAR 5 09:31:12 2026', '2026-03-05T09:31:12'],
    ['2026-03-05 09:31:12', '2026-03-05T09:31:12'],
    ['2026/03/05 09:31:12', '2026-03-05T09:31:12'],
    ['2026-03-05', null],
    ['gestern', null],
  ])('%s', (text, date) => expect(fromDateText(text)).toBe(date));
});

describe('findings joined', () => {
  it('the first that says something wins, member by member, and claims add up', () => {
    const claim = { text: '2026-03-05T09:31:12', source: 'exif', zone: 'local' } as const;
    const merged = mergeFindings([
      { durationMs: null, device: { make: null, model: 'A', serial: null }, claims: [claim] },
      {
        durationMs: 5,
        device: { make: 'B', model: 'C', serial: null },
        claims: [claim, { ...claim, source: 'container' }],
      },
    ]);
    expect(merged).toEqual({
      durationMs: 5,
      device: { make: 'B', model: 'A', serial: null },
      claims: [claim, { ...claim, source: 'container' }],
    });
  });
});
