import { expect } from 'vitest';
import { certificateEnding } from '../../src/regulation/certificate.ts';
import { intakeNeedsExplanation, playbackOnlyBy } from '../../src/regulation/closing.ts';
import { indicatorsOf, type OriginalFacts, principleTally } from '../../src/regulation/indicators.ts';
import { DEFAULT_VALUES } from '../../src/regulation/parameters.ts';
import { RULE_SET } from '../../src/regulation/rule-set.ts';
import { FIRST_RULES, type RulesVersion, rulesAt } from '../../src/regulation/rules-in-force.ts';
import { at, CAMERA, film, inspection, intake, LATER, LI, officer, photo, unlinked, ZHANG } from './facts.ts';
import type { Scenario } from './scenario.ts';

const looser: RulesVersion = {
  version: `${RULE_SET.version}+1`,
  since: at('00:00', 1, 4),
  effectiveFrom: null,
  parameters: { ...DEFAULT_VALUES, coverageStartTolSec: 600 },
};

const lateStart = inspection({ recordings: [film('f1', at('09:06'), 55)] });

export const ARTICLES_00_04: readonly Scenario[] = [
  {
    name: 'T-00a: the document number stands with hexagonal brackets',
    raises: [],
    run: () => expect(RULE_SET.docNo).toBe('洛水政\u30142020\u301522号'),
  },
  {
    name: 'T-00c: after a parameter changed, what was judged before still shows the old number',
    raises: ['A09-1'],
    run: ({ findings }) => {
      const then = rulesAt([looser], at('09:00'));
      const after = rulesAt([looser], at('09:00', 2, 4));
      expect(then.parameters.coverageStartTolSec).toBe(60);
      expect(findings({ activity: lateStart }, at('09:00', 9, 4), then)).toMatchObject([
        { code: 'A09-1', ruleSetVersion: RULE_SET.version },
      ]);
      expect(after).toMatchObject({ version: looser.version, parameters: { coverageStartTolSec: 600 } });
      expect(findings({ activity: lateStart }, LATER, after)).toEqual([]);
    },
  },
  {
    name: 'T-01: an officer whose certificate expired yesterday is named with the date; a month before, one is reminded',
    raises: ['A01-1'],
    run: ({ one, codes, sentence }) => {
      const expired = officer('li', '李四', { certificateValid: { from: null, to: '2026-03-04' } });
      const finding = one('A01-1', { activity: inspection({ officers: [ZHANG, expired] }) });
      expect(finding).toMatchObject({ grade: 'advisory', about: expired.person });
      expect(sentence(finding)).toContain('li的执法证有效期至 2026-03-04');
      expect(codes({ activity: inspection({ officers: [ZHANG, LI] }) })).toEqual([]);
      expect(certificateEnding(expired, '2026-02-10', DEFAULT_VALUES)).toBe('2026-03-04');
      expect(certificateEnding(expired, '2026-02-01', DEFAULT_VALUES)).toBeNull();
    },
  },
  {
    name: 'T-02: an unknown card closes only with an explanation, and asks for the department head',
    raises: ['A02-1'],
    run: ({ one, codes }) => {
      const unknown = intake({ device: null });
      expect(intakeNeedsExplanation(unknown)).toBe(true);
      expect(one('A02-1', { intake: unknown }).facts).toEqual({ files: 3, lacks: 'explanation' });
      const explained = intake({ device: null, explained: true });
      expect(intakeNeedsExplanation(explained)).toBe(false);
      expect(one('A02-1', { intake: explained }).facts.lacks).toBe('acknowledgement');
      expect(codes({ intake: intake({ device: null, explained: true, acknowledged: true }) })).toEqual([]);
    },
  },
  {
    name: 'T-02: a carrier the row does not name is an advice',
    raises: ['A02-2'],
    run: ({ findings }) => {
      const activity = inspection({ devices: [{ ...CAMERA, carrier: 'audioRecorder' }] });
      expect(findings({ activity })).toMatchObject([{ code: 'A02-2', grade: 'advisory', facts: { row: 1 } }]);
    },
  },
  {
    name: 'T-03: ten activities, one uncovered, one original with a single copy: 90 %, 90 %, all archived, no viewing without approval',
    raises: [],
    run: () => {
      const covered = Array.from({ length: 9 }, () => inspection());
      const original = (over: Partial<OriginalFacts> = {}): OriginalFacts => ({
        heldByCustodian: true,
        verifiedCopies: 2,
        catalogued: true,
        needsCase: false,
        hasCase: false,
        ...over,
      });
      const originals = [...Array.from({ length: 9 }, () => original()), original({ verifiedCopies: 1 })];
      const all = [...covered, inspection({ recordings: [] })];
      const indicators = (activities: typeof all, footage: readonly OriginalFacts[], unapproved: number) =>
        indicatorsOf([
          ...activities.map((activity) => principleTally(activity, [], 0, FIRST_RULES)),
          principleTally(null, footage, unapproved, FIRST_RULES),
        ]);
      expect(indicators(all, originals, 0)).toEqual({
        synchronous: 0.9,
        centralised: 0.9,
        archived: 1,
        unapprovedAccesses: 0,
      });
      const photos = inspection({ matters: [12], recordings: [photo('p1', at('09:10'))] });
      expect(indicators([photos], [], 0).synchronous).toBe(1);
      const unlinkedEvidence = [...originals, original({ needsCase: true })];
      expect(indicators([], unlinkedEvidence, 2)).toMatchObject({
        synchronous: null,
        archived: 10 / 11,
        unapprovedAccesses: 2,
      });
    },
  },
  {
    name: 'T-04: footage without an activity is reminded of after three working days',
    raises: ['A04-2'],
    run: ({ findings, codes }) => {
      expect(codes({ unlinked: unlinked() }, at('23:59', 10))).toEqual([]);
      expect(findings({ unlinked: unlinked() }, at('00:01', 11))).toMatchObject([{ code: 'A04-2', grade: 'advisory' }]);
      expect(codes({ unlinked: unlinked({ reason: 'deviceTest' }) })).toEqual([]);
    },
  },
  {
    name: 'T-04: what is marked 与工作无关 is for the legal affairs office to decide, and for it alone to play',
    raises: ['A04-1'],
    run: ({ one, codes }) => {
      const irrelevant = unlinked({ reason: 'irrelevant' });
      expect(one('A04-1', { unlinked: irrelevant })).toMatchObject({ grade: 'suspected', answeredBy: 'officer' });
      expect(playbackOnlyBy('irrelevant')).toBe('legalAffairsOffice');
      expect(playbackOnlyBy('pending')).toBeNull();
      expect(codes({ unlinked: unlinked({ reason: 'irrelevant', decided: 'workRelated' }) })).toEqual([]);
      expect(one('A04-1', { unlinked: unlinked({ outsideDuty: true }) }, at('18:00')).facts.sign).toBe('outsideDuty');
    },
  },
  {
    name: 'T-23: what happened before the first day of the regulation is not judged, and a note says so',
    raises: ['A09-1'],
    run: ({ judge }) => {
      const from = (day: string) => ({ ...FIRST_RULES, effectiveFrom: day });
      expect(judge({ activity: lateStart }, LATER, from('2026-03-06'))).toEqual({
        findings: [],
        note: 'before-effective',
      });
      expect(judge({ activity: lateStart }, LATER, from('2026-03-05'))).toMatchObject({
        findings: [{ code: 'A09-1' }],
        note: null,
      });
    },
  },
];
