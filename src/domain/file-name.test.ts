import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILE_NAME_PATTERNS, isFileNameTemplate, readFileName } from './file-name.ts';

describe('what a file name says', () => {
  it.each([
    ['20260305_093112.MP4', '2026-03-05T09:31:12', 'local'],
    ['DSJ_20260305093112.mp4', '2026-03-05T09:31:12', 'local'],
    ['VID_20260305_093112.mp4', '2026-03-05T09:31:12', 'local'],
    ['IMG_20260305_093112_1.jpg', '2026-03-05T09:31:12', 'local'],
    ['2026-03-05 09.31.12.MOV', '2026-03-05T09:31:12', 'local'],
    ['REC_2026-03-05_09-31-12.wav', '2026-03-05T09:31:12', 'local'],
    ['PXL_20260305_013112123.mp4', '2026-03-05T01:31:12.123', 'utc'],
    ['20260305_093112 (1).MP4', '2026-03-05T09:31:12', 'local'],
    ['执法记录20260305093112.mp4', '2026-03-05T09:31:12', 'local'],
  ])('%s', (name, text, zone) => {
    expect(readFileName(name)?.claim).toEqual({ text, source: 'file-name', zone });
  });

  it.each([
    'DSC0001.JPG',
    'MOV_0001.MOV',
    '00001.MTS',
    '20261305_093112.MP4',
    '20260230_093112.MP4',
    '20260305_253112.MP4',
    '120260305093112.MP4',
    '13912345678901.mp4',
    '.MP4',
    '',
  ])('"%s" is not understood', (name) => expect(readFileName(name)).toBeNull());

  it('device, officer and sequence are told apart', () => {
    expect(readFileName('DSJ_A1234_012345_20260305093112_0007.MP4')).toEqual({
      claim: { text: '2026-03-05T09:31:12', source: 'file-name', zone: 'local' },
      device: 'A1234',
      officer: '012345',
      sequence: '0007',
    });
    expect(readFileName('20260305_093112_0007.MP4')).toMatchObject({ device: null, sequence: '0007' });
  });

  it('an office may add the habit of its own recorders', () => {
    const own = [{ template: '洛水{officer}-{date}{clock}', zone: 'local' as const }, ...FILE_NAME_PATTERNS];
    expect(readFileName('洛水0123-20260305093112.MP4', own)).toMatchObject({ officer: '0123' });
  });
});

describe('templates an office types', () => {
  it.each(['{time}', '*{time}*', '{date}_{clock}_{seq}', '(x)+{time}'])('%s can be used', (template) =>
    expect(isFileNameTemplate(template)).toBe(true),
  );
  it.each(['', '{date}', '{clock}', '{time}{time}', '{wrong}{time}', '****{time}', '{seq}'])('%s cannot', (template) =>
    expect(isFileNameTemplate(template)).toBe(false),
  );

  it('no template and no name make reading throw or take long', () => {
    const piece = fc.constantFrom(
      '*',
      '{time}',
      '{date}',
      '{clock}',
      '{device}',
      '{officer}',
      '{seq}',
      'a',
      '1',
      '_',
      '(',
    );
    const template = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    const name = fc.oneof(fc.string(), fc.constant('1'.repeat(300)), fc.constant(`${'a1'.repeat(130)}.MP4`));
    fc.assert(
      fc.property(template, name, (made, given) => {
        const started = performance.now();
        readFileName(given, [{ template: made, zone: 'local' }]);
        expect(performance.now() - started).toBeLessThan(1_000);
      }),
    );
  });
});
