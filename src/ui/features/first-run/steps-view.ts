import { FIRST_RUN } from '../../../text/first-run.ts';
import type { Step } from '../../kit/Steps.tsx';
import type { FoundingDraft } from './founding-draft.ts';

export type FirstStep = 'bureau' | 'person' | 'station' | 'recovery';

const ORDER: readonly FirstStep[] = ['bureau', 'person', 'station', 'recovery'];

const answer = (step: FirstStep, draft: FoundingDraft): string => {
  switch (step) {
    case 'bureau':
      return draft.bureauName.trim();
    case 'person':
      return draft.person.name.trim();
    case 'station':
      return `${draft.code.trim()} ${draft.stationName.trim()}`.trim();
    default:
      return '';
  }
};

/** The steps in one line: what was answered under those that are done, what will be asked under the others. */
export const stepsAt = (now: FirstStep, draft: FoundingDraft): readonly Step[] =>
  ORDER.map((step, index) => {
    const done = index < ORDER.indexOf(now);
    const said = done ? answer(step, draft) : '';
    return {
      name: FIRST_RUN.steps[step],
      result: said === '' ? FIRST_RUN.stepHints[step] : said,
      state: done ? 'done' : step === now ? 'now' : 'later',
    };
  });
