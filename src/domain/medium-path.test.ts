import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../base/bytes.ts';
import { beside, mediumPath } from './medium-path.ts';

const NO = 'A-2026-录-37';
const at = (originalName: string | null, number = `${NO}-02`, folder = NO) =>
  mediumPath({ folder, number, originalName });

describe('a path on a medium', () => {
  it('tells activity, recording and original name', () => {
    expect(at('DSJ_0001.MP4')).toBe('A-2026-录-37/A-2026-录-37-02_DSJ_0001.MP4');
    expect(at(null)).toBe('A-2026-录-37/A-2026-录-37-02');
    expect(at('.MP4')).toBe('A-2026-录-37/A-2026-录-37-02_MP4');
  });

  it.each([
    ['../../etc/passwd', `${NO}/${NO}-02__.._etc_passwd`],
    ['..\\..\\autorun.inf', `${NO}/${NO}-02__.._autorun.inf`],
    ['a:b*c?"d"<e>|f.mp4', `${NO}/${NO}-02_a_b_c__d__e__f.mp4`],
    ['name. . .', `${NO}/${NO}-02_name`],
    ['line\nbreak\u0000.mp4', `${NO}/${NO}-02_line_break_.mp4`],
    // U+202E turns the text: photo‮gpj.exe would be shown as photoexe.jpg.
    ['photo\u202egpj.exe', `${NO}/${NO}-02_photo_gpj.exe`],
    ['现场录像（一）.MOV', `${NO}/${NO}-02_现场录像（一）.MOV`],
  ])('%j is made harmless', (name, path) => {
    expect(at(name)).toBe(path);
  });

  it('names Windows keeps for devices get a mark', () => {
    expect(at(null, 'CON', 'nul')).toBe('_nul/_CON');
    expect(at(null, 'com1.txt', 'Lpt9')).toBe('_Lpt9/_com1.txt');
    expect(at(null, 'console', 'auxiliary')).toBe('auxiliary/console');
  });

  it('composed and decomposed spellings of a name are one', () => {
    expect(at('e\u0301.mp4')).toBe(at('\u00e9.mp4'));
  });

  const anyName = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom('.', ' ', '/', '\\', '录', 'a', '\u0000', '\ud800', '😀'), maxLength: 300 }),
    fc.constantFrom('CON', 'nul.mp4', 'COM1', '..', '.', '', 'LPT9.tar.gz', 'aux.'),
  );

  it('whatever the names are, it is two parts that every file system takes', () => {
    fc.assert(
      fc.property(
        anyName,
        anyName,
        anyName,
        fc.integer({ min: 2, max: 999 }),
        (folder, number, originalName, count) => {
          const path = mediumPath({ folder, number, originalName });
          for (const one of [path, beside(path, count)]) {
            const parts = one.split('/');
            expect(parts).toHaveLength(2);
            expect(one.length).toBeLessThanOrEqual(120);
            expect(one).toBe(one.normalize('NFC'));
            for (const part of parts) {
              expect(part).not.toMatch(/[<>:"\\|?*\p{Cc}\p{Cs}]/u);
              expect(part).not.toMatch(/^\.|^\s|[.\s]$/u);
              expect(part).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
              expect(part).not.toBe('');
              expect(utf8(part).byteLength).toBeLessThanOrEqual(255);
            }
          }
        },
      ),
    );
  });

  it('the ending of a plain name survives any length', () => {
    fc.assert(
      fc.property(anyName, fc.constantFrom('.MP4', '.mov', '.jpeg', '.MTS', '.h264'), (stem, ending) => {
        expect(at(`x${stem}${ending}`)).toMatch(new RegExp(`\\${ending}$`));
      }),
    );
  });

  it('a name beside a taken one is another, and the next is another still', () => {
    fc.assert(
      fc.property(anyName, anyName, (number, originalName) => {
        const path = mediumPath({ folder: NO, number, originalName });
        expect(new Set([path, beside(path, 2), beside(path, 3), beside(path, 100)]).size).toBe(4);
      }),
    );
  });
});
