import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newRows, withNew } from '../../kit/division-form.ts';
import {
  emptyDraft,
  groupsToConfirm,
  hasDivision,
  isCode,
  mayFound,
  sameGroup,
  tidyCode,
  toFounding,
} from './founding-draft.ts';

test('the profile is filled in, so that only a name, a passphrase and the station are asked', () => {
  const draft = emptyDraft();
  const founding = toFounding(
    { ...draft, person: { ...draft.person, name: ' 王海涛 ' }, stationName: '局机关采集室', place: ' ' },
    'luoshui-2026',
  );
  expect(founding.bureauName).toBe('洛阳市水利局');
  expect(founding.ruleDocNo).toBe('洛水政〔2020〕22号');
  expect(founding.divisions.length).toBeGreaterThan(4);
  expect(founding.divisions[founding.founderDivision]).toBeDefined();
  expect(founding.founder).toEqual({
    name: '王海涛',
    officerNo: null,
    certificateNo: null,
    validFrom: null,
    validTo: null,
    roles: ['custodian'],
    passphrase: 'luoshui-2026',
  });
  expect(founding.station).toEqual({ name: '局机关采集室', code: 'A', place: null });
});

test('the founder stays in the chosen division while others are added and taken away', () => {
  const draft = emptyDraft();
  const chosen = draft.divisions[3];
  const changed = {
    ...draft,
    person: { ...draft.person, division: chosen?.key ?? '' },
    divisions: withNew(draft.divisions.slice(2)),
  };
  const founding = toFounding(changed, '');
  expect(founding.divisions[founding.founderDivision]?.name).toBe(chosen?.name);
  expect(hasDivision(changed)).toBe(true);
  expect(hasDivision({ ...changed, divisions: newRows([{ name: '别的', kind: 'division' }]) })).toBe(false);
});

test('only the custodian or the legal affairs office may found', () => {
  expect(mayFound(['officer', 'supervisingLeader', 'departmentHead'])).toBe(false);
  expect(mayFound(['officer', 'legalAffairsOffice'])).toBe(true);
});

test('a code is one or two capitals, however an input method writes them', () => {
  expect([' ａ', 'b ', 'cd'].map(tidyCode)).toEqual(['A', 'B', 'CD']);
  expect(['A', 'AB'].every(isCode)).toBe(true);
  expect(['', 'ABC', 'A1', '采', 'a'].some(isCode)).toBe(false);
});

const group = fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}$/);

test('two different groups of the key are asked for, always the same ones', () => {
  fc.assert(
    fc.property(fc.array(group, { minLength: 14, maxLength: 14 }), (groups) => {
      const text = groups.join('-');
      const [a, b] = groupsToConfirm(text);
      return a >= 0 && a < b && b < groups.length && groupsToConfirm(text).join() === `${a},${b}`;
    }),
  );
});

test('a group copied by hand is the same group; another is not', () => {
  expect(sameGroup(' 10ab ', '10AB')).toBe(true);
  expect(sameGroup('lOaB', '10AB')).toBe(true);
  expect(sameGroup('１０ＡＢ', '10AB')).toBe(true);
  expect(sameGroup('10A8', '10AB')).toBe(false);
  expect(sameGroup('', '10AB')).toBe(false);
});
