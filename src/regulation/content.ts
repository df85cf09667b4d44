import type { ContentElement } from '../domain/course-words.ts';

/** 地点、时间、场景、参与人员、违法违规行为、现场痕迹物证. */
const ALWAYS: readonly ContentElement[] = ['place', 'time', 'scene', 'participants', 'violations', 'traces'];
const IF_VIOLATION: readonly ContentElement[] = ['conduct', 'inquiry', 'physicalEvidence', 'originalTraces'];

/** What Art. 10 wants above all where a violation is found. */
export const ABOVE_ALL: readonly ContentElement[] = ['conduct', 'physicalEvidence'];

/** What the footage of an activity must reflect (Art. 10): six elements, four more where a violation is found. */
export const contentElements = (violationFound: boolean): readonly ContentElement[] =>
  violationFound ? [...ALWAYS, ...IF_VIOLATION] : ALWAYS;
