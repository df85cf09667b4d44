import type { Visit } from '../visit.ts';
import { BROKEN_VISITS } from './broken-visits.ts';
import { CLEAN_VISITS } from './clean-visits.ts';

/** The forty activities of the demonstration. */
export const VISITS: readonly Visit[] = [...CLEAN_VISITS, ...BROKEN_VISITS];
