import { ARTICLES_00_04 } from './articles-00-04.ts';
import { ARTICLES_05_08 } from './articles-05-08.ts';
import { ARTICLES_09_13 } from './articles-09-13.ts';
import { MATTERS } from './matters.ts';
import type { Scenario } from './scenario.ts';

/** The tests of requirements.md, named by their ids. */
export const SCENARIOS: readonly Scenario[] = [...ARTICLES_00_04, ...ARTICLES_05_08, ...ARTICLES_09_13, ...MATTERS];
