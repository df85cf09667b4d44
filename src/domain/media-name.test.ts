import { describe, expect, it } from 'vitest';
import { factsOfName, mediaTypeOfName } from './media-name.ts';
import { toInstant } from './time.ts';

describe('what a name says', () => {
  it.each([
    ['DSJ_0003_20260305143000.MP4', 'video'],
    ['MVI_0001.MTS', 'video'],
    ['DSC0001.JPG', 'photo'],
    ['REC001.wav', 'audio'],
    ['20260305.log', 'sidecar'],
    ['README', 'other'],
    ['mp4', 'other'],
  ])('%s is %s', (name, type) => {
    expect(mediaTypeOfName(name)).toBe(type);
  });

  it('a time in the name goes before that of the directory', () => {
    const modifiedAt = toInstant(Date.parse('2026-03-06T00:00:00.000Z'));
    const { captureClaims, mediaType } = factsOfName('DSJ_20260305143000.MP4', modifiedAt);
    expect(mediaType).toBe('video');
    expect(captureClaims.map(({ source }) => source)).toEqual(['file-name', 'mtime']);
  });

  it('a name that is not understood is normal', () => {
    expect(factsOfName('DSC0001.JPG', null)).toMatchObject({ capturedAtRaw: null, captureClaims: [] });
  });
});
