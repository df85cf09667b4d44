import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSidecarName, sniff, transportLayout } from './sniff.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const ftyp = (...brands: readonly string[]): Uint8Array =>
  latin(`\0\0\0${String.fromCharCode(12 + 4 * brands.length)}ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`);
const packets = (stride: number, offset: number, count: number): Uint8Array => {
  const bytes = new Uint8Array(offset + stride * count);
  for (let n = 0; n < count; n++) bytes[offset + n * stride] = 0x47;
  return bytes;
};

describe('what the first bytes are', () => {
  it.each([
    ['mp4', ftyp('isom', 'isom', 'avc1')],
    ['mov', ftyp('qt  ')],
    ['heic', ftyp('mif1', 'mif1', 'heic')],
    ['avif', ftyp('mif1', 'avif')],
    ['mov', latin('\0\0\0\x08wide')],
    ['avi', latin('RIFF\0\0\0\0AVI LIST')],
    ['wav', latin('RF64\xff\xff\xff\xffWAVEds64')],
    ['jpeg', latin('\xff\xd8\xff\xe1')],
    ['png', latin('\x89PNG\r\n\x1a\n')],
    ['mpegts', packets(188, 0, 5)],
    ['mpegts', packets(192, 4, 5)],
    ['mpegps', latin('\0\0\x01\xba\x44')],
    ['mpegps', latin('IMKH\x01\x01\0\0')],
    ['dhav', latin('DHAV\xfd\0\0\0')],
    ['amr', latin('#!AMR\n\x3c')],
    ['amr', latin('#!AMR-WB\n')],
    ['aac', latin('\xff\xf1\x60\x40')],
    ['mp3', latin('\xff\xfb\x90\x64')],
    ['mp3', latin('ID3\x04\0\0')],
    ['ogg', latin('OggS\0\x02')],
    ['flac', latin('fLaC\0')],
    ['mkv', latin('\x1a\x45\xdf\xa3\x93\x42\x82\x88matroska')],
    ['webm', latin('\x1a\x45\xdf\xa3\x93\x42\x82\x84webm')],
  ])('%s', (container, head) => expect(sniff(head, 'X.BIN')?.container).toBe(container));

  it.each([
    '',
    '<!DOCTYPE html>',
    'MZ\x90\0',
    'PK\x03\x04',
    '2026-03-05 09:31:12 REC START\n',
    '\xff\xff\xff\xff',
    'RIFF\0\0\0\0ACON',
  ])('"%s" is no media, whatever the name', (text) => expect(sniff(latin(text), 'X.MP4')).toBeNull());

  it('one packet alone is no transport stream', () => expect(transportLayout(packets(188, 0, 1))).toBeNull());

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), fc.string(), (head, name) => void sniff(head, name)));
  });

  it('companions are told by name', () => {
    expect(['a.log', 'A.TXT', 'x.THM', 'b.srt'].every(isSidecarName)).toBe(true);
    expect(['a.mp4', 'log', 'a.exe', 'a.html'].some(isSidecarName)).toBe(false);
  });
});
