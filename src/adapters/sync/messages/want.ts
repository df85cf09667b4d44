import * as v from 'valibot';
import { places } from './place.ts';

/** Asks for what follows these places, as much as goes into one answer. */
export const wantSchema = v.strictObject({ kind: v.literal('want'), from: places });
