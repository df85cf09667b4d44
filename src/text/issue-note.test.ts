import fc from 'fast-check';
import { expect, it } from 'vitest';
import { issueNote, readIssueNote } from './issue-note.ts';

const EMPTY = { parts: '', purpose: '', power: '', due: '' };

it('what is written in parts is read in parts again, whatever is left out', () => {
  const text = fc.constantFrom('', '电池 2 块', '河道巡查；下午', '96%', '当日');
  fc.assert(
    fc.property(fc.record({ parts: text, purpose: text, power: text, due: text }), (note) => {
      expect(readIssueNote(issueNote(note))).toEqual(note);
    }),
  );
});

it('what was not written in parts stands whole', () => {
  expect(readIssueNote(null)).toEqual(EMPTY);
  expect(readIssueNote('外观完好；电量 80%')).toEqual({ ...EMPTY, parts: '外观完好；电量 80%' });
});
