import * as v from 'valibot';
import { entryId } from './place.ts';

/** Asks for private parts; given to entitled stations alone, and otherwise not answered. */
export const wantDetailsSchema = v.strictObject({
  kind: v.literal('want-details'),
  entries: v.pipe(v.array(entryId), v.maxLength(1_024)),
});
