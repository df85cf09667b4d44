import { type ClosingNeed, closingNeeds } from '../../../regulation/closing.ts';
import { DESK } from '../../../text/activity-desk.ts';
import { CONTENT_ELEMENT } from '../../../text/findings.ts';
import type { JudgedActivity } from '../../../usecases/judged-activity.ts';
import { standingWords } from './steps-view.ts';

const T = DESK.closing;

const needWords = (need: ClosingNeed): string =>
  need.kind === 'footageOrReport'
    ? T.footageOrReport
    : T.content(need.elements.map((element) => CONTENT_ELEMENT[element]).join(DESK.findings.list));

/** What must still be answered before an ended activity is done with (Arts. 6 and 10). */
export const openNeeds = ({ facts }: JudgedActivity): readonly string[] =>
  facts.endedAt === null ? [] : closingNeeds(facts).map(needWords);

/** Nothing is asked any more: handed over, every step answered, nothing found. What protects the officer is said too. */
export const isWhole = (judged: JudgedActivity): boolean =>
  judged.facts.handedOverAt !== null &&
  judged.judgement.findings.length === 0 &&
  openNeeds(judged).length === 0 &&
  judged.groups.every((group) => standingWords(judged, group).good);
