import type { MediaFacts } from '../../src/domain/media-facts.ts';

/** What must be found out about each file of the small card, written by hand; sizes and codecs come from ffprobe's manifest. */
export type Expected = Partial<MediaFacts>;

const fromContainer = (text: string): Expected => ({
  capturedAtRaw: { text, source: 'container', zone: 'unknown' },
});
const fromExif = (text: string): Expected => ({ capturedAtRaw: { text, source: 'exif', zone: 'local' } });
const SONY: Expected = {
  device: { make: 'SONY', model: 'DSC-RX100M7', serial: '00004217' },
  writtenBy: 'DSC-RX100M7 v1.00',
};
const LUOYANG: Expected = { gps: { latitude: 34.6197, longitude: 112.454 } };

const mp4 = (more: Expected = {}): Expected => ({
  mediaType: 'video',
  container: 'mp4',
  mime: 'video/mp4; codecs="avc1.42c00b, mp4a.40.2"',
  durationFrom: 'header',
  damaged: null,
  ...more,
});
const jpeg = (more: Expected = {}): Expected => ({
  mediaType: 'photo',
  container: 'jpeg',
  mime: 'image/jpeg',
  photo: { width: 128, height: 96 },
  damaged: null,
  durationMs: null,
  ...more,
});
const nothing: Expected = {
  container: null,
  mime: null,
  video: null,
  audio: null,
  durationMs: null,
  capturedAtRaw: null,
};

export const EXPECTED: Readonly<Record<string, Expected>> = {
  'DCIM/100MEDIA/20260305_093112.MP4': mp4({
    ...fromContainer('2026-03-05T01:31:12Z'),
    captureClaims: [
      { text: '2026-03-05T01:31:12Z', source: 'container', zone: 'unknown' },
      { text: '2026-03-05T09:31:12', source: 'file-name', zone: 'local' },
    ],
  }),
  'DCIM/100MEDIA/20260305_093114.MP4': mp4(fromContainer('2026-03-05T01:31:14Z')),
  'DCIM/100MEDIA/DSC0001.JPG': jpeg({ ...fromExif('2026-03-05T09:45:10'), ...SONY, ...LUOYANG }),
  'DCIM/100MEDIA/DSC0002.JPG': jpeg({ ...fromExif('2026-03-05T09:46:00+08:00'), ...SONY, gps: null }),
  'DCIM/100MEDIA/FRAG0001.MP4': mp4({ ...fromContainer('2026-03-05T02:00:00Z'), durationFrom: 'counted' }),
  'DCIM/100MEDIA/IMG_0003.JPG': jpeg({ capturedAtRaw: null, device: { make: null, model: null, serial: null } }),
  'DCIM/101MEDIA/DSC0001.JPG': jpeg({ ...fromExif('2026-03-05T15:20:30'), ...SONY }),
  'DCIM/101MEDIA/DSJ_20260305152100.MP4': mp4({
    ...fromContainer('2026-03-05T15:21:00Z'),
    captureClaims: [
      { text: '2026-03-05T15:21:00Z', source: 'container', zone: 'unknown' },
      { text: '2026-03-05T15:21:00', source: 'file-name', zone: 'local' },
    ],
  }),
  'DCIM/101MEDIA/FAST0001.MP4': mp4({ ...fromContainer('2026-03-05T07:30:00Z'), damaged: 'truncated' }),
  'DCIM/101MEDIA/CUT0001.MP4': {
    mediaType: 'video',
    container: 'mp4',
    mime: 'video/mp4',
    video: null,
    audio: null,
    durationMs: null,
    damaged: 'truncated',
    capturedAtRaw: null,
    playable: 'no',
  },
  'DCIM/101MEDIA/CUT0002.JPG': jpeg({ damaged: 'truncated' }),
  'DCIM/101MEDIA/HEVC0001.MP4': mp4({
    ...fromContainer('2026-03-05T07:40:00Z'),
    mime: 'video/mp4; codecs="hev1.4.10.L30.9E.8"',
  }),
  'DCIM/101MEDIA/IMG_0004.HEIC': {
    mediaType: 'photo',
    container: 'heic',
    mime: 'image/heic',
    ...fromExif('2026-03-05T09:45:10'),
    ...LUOYANG,
    device: { make: 'Apple', model: 'iPhone 13', serial: '00004217' },
    playable: 'no',
  },
  'DCIM/101MEDIA/IMG_0005.MOV': {
    mediaType: 'video',
    container: 'mov',
    mime: 'video/quicktime; codecs="avc1.42c00b, mp4a.40.2"',
    durationFrom: 'header',
    damaged: null,
    capturedAtRaw: { text: '2026-03-05T09:40:00+08:00', source: 'container', zone: 'local' },
    ...LUOYANG,
    device: { make: 'Apple', model: 'iPhone 13', serial: null },
    writtenBy: '17.4',
  },
  'DCIM/101MEDIA/IMG_0006.PNG': {
    mediaType: 'photo',
    container: 'png',
    photo: { width: 128, height: 96 },
    damaged: null,
  },
  'PRIVATE/00001.MTS': {
    mediaType: 'video',
    container: 'mpegts',
    mime: 'video/mp2t; codecs="avc1.42c00b, mp4a.40.2"',
    durationFrom: 'counted',
    damaged: null,
    capturedAtRaw: null,
    playable: 'no',
  },
  'PRIVATE/00002.MPG': { mediaType: 'video', container: 'mpegps', video: null, durationMs: null, playable: 'no' },
  'PRIVATE/CUT0001.AVI': {
    mediaType: 'video',
    container: 'avi',
    damaged: 'truncated',
    durationFrom: 'header',
    playable: 'no',
  },
  'PRIVATE/OLD00001.AVI': {
    mediaType: 'video',
    container: 'avi',
    damaged: null,
    durationFrom: 'header',
    playable: 'no',
  },
  'VOICE/20260305-101500.WAV': {
    mediaType: 'audio',
    container: 'wav',
    mime: 'audio/wav',
    durationFrom: 'header',
    damaged: null,
    capturedAtRaw: { text: '2026-03-05T10:15:00', source: 'file-name', zone: 'local' },
  },
  'VOICE/REC001.AMR': {
    mediaType: 'audio',
    container: 'amr',
    durationMs: 2000,
    durationFrom: 'counted',
    damaged: null,
    playable: 'no',
  },
  'VOICE/REC002.MP3': {
    mediaType: 'audio',
    container: 'mp3',
    mime: 'audio/mpeg',
    durationFrom: 'counted',
    damaged: null,
  },
  'VOICE/REC003.AAC': {
    mediaType: 'audio',
    container: 'aac',
    mime: 'audio/aac',
    durationFrom: 'counted',
    damaged: null,
  },
  'VOICE/REC004.OGG': { mediaType: 'audio', container: 'ogg', durationFrom: 'counted', damaged: null },
  'SYSTEM/DEVICE.log': { ...nothing, mediaType: 'sidecar', damaged: null, playable: 'no' },
  'SYSTEM/EMPTY.MP4': { ...nothing, mediaType: 'other', damaged: 'empty', playable: 'no' },
  'SYSTEM/PORTAL.MP4': { ...nothing, mediaType: 'other', damaged: null, playable: 'no' },
  'BACKUP/20260305_093112 (1).MP4': mp4(fromContainer('2026-03-05T01:31:12Z')),
};
