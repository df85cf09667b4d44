import { ABOVE_ALL, contentElements } from '../content.ts';
import { ofArticle } from '../rule.ts';
import { isJudged, meetsParty } from '../standing.ts';

export const A10_1 = ofArticle('A10-1', 10, 'advisory', (facts, rules, now) => {
  if (!meetsParty(facts) || !isJudged(facts, rules, now)) return [];
  const violation = facts.content?.violationFound ?? false;
  const elements = contentElements(violation).filter(
    (element) => !ABOVE_ALL.includes(element) && !(facts.content?.answered ?? []).includes(element),
  );
  return elements.length === 0 ? [] : [{ facts: { elements } }];
});

export const A10_2 = ofArticle('A10-2', 10, 'breach', (facts, rules, now) => {
  const { content } = facts;
  if (content === null || !content.violationFound || !isJudged(facts, rules, now)) return [];
  const elements = ABOVE_ALL.filter((element) => !content.answered.includes(element));
  return elements.length === 0 ? [] : [{ facts: { elements } }];
});
