import type { ActivityFacts, NoticeFacts } from '../facts.ts';
import { renderNotice } from '../notice.ts';
import { ofArticle } from '../rule.ts';
import { isExcusedWhole, isJudged, meetsParty } from '../standing.ts';
import { stepById } from '../steps.ts';

export const A08_1 = ofArticle('A08-1', 8, 'breach', (facts, rules, now) => {
  const { notice, noticeExcepted, endedAt } = facts;
  if (notice !== null || noticeExcepted || endedAt === null || !meetsParty(facts)) return [];
  return isJudged(facts, rules, now) ? [{ facts: { endedAt } }] : [];
});

/** Coming in, saying who one is and showing the certificate go before the notice, or with it; everything else is substance. */
const BEFORE_SUBSTANCE: ReadonlySet<string> = new Set([
  'enterInspectionSite',
  'enterInvestigationSite',
  'stateIdentity',
  'showCredentials',
  'inviteRepresentative',
]);

/** 事先告知: the notice goes before the first substantive step. */
export const A08_2 = ofArticle('A08-2', 8, 'breach', (facts) => {
  const { notice } = facts;
  if (notice === null || !meetsParty(facts) || isExcusedWhole(facts)) return [];
  const substantive = facts.steps.flatMap((mark) => {
    const name = stepById(mark.step)?.name;
    if (mark.state !== 'done' || mark.at === null || name === undefined || BEFORE_SUBSTANCE.has(name)) return [];
    return [{ step: mark.step, stepAt: mark.at }];
  });
  const first = substantive.sort((a, b) => (a.stepAt < b.stepAt ? -1 : 1))[0];
  return first !== undefined && first.stepAt < notice.at ? [{ facts: { noticedAt: notice.at, ...first } }] : [];
});

export const A08_3 = ofArticle('A08-3', 8, 'advisory', (facts) => {
  const { notice } = facts;
  if (notice === null || !meetsParty(facts)) return [];
  const names = notice.officers.length;
  if (names < 2) return [{ about: 'fewNames', facts: { problem: 'fewNames', names } }];
  if (notice.officers.some((person) => !facts.officers.some((officer) => officer.person === person))) {
    return [{ about: 'foreignName', facts: { problem: 'foreignName', names } }];
  }
  return isStandardPhrase(notice, facts)
    ? []
    : [{ about: 'wordingDiffers', facts: { problem: 'wordingDiffers', names } }];
});

/** Also where text or names are not on this station: what is not known is no difference. */
function isStandardPhrase({ text, officers }: NoticeFacts, facts: ActivityFacts): boolean {
  const names = officers.map((person) => facts.officers.find((officer) => officer.person === person)?.name ?? null);
  const known = names.flatMap((name) => (name === null ? [] : [name]));
  return text === null || known.length < names.length || text === renderNotice(known);
}
