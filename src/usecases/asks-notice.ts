import { hasOverlay } from '../regulation/steps.ts';

/**
 * Whether the party is to be told in the standard phrase (Art. 8): for every matter with a party on site, and off the list. Not
 * where all chosen matters are service by post, by announcement or at the office.
 */
export const asksNotice = (matters: readonly number[]): boolean => matters.length === 0 || matters.some(hasOverlay);
