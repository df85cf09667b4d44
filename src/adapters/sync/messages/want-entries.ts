import * as v from 'valibot';
import { entryId } from './place.ts';

/** Asks for entries by id: those that others here name, and no frontier leads to. */
export const wantEntriesSchema = v.strictObject({
  kind: v.literal('want-entries'),
  ids: v.pipe(v.array(entryId), v.maxLength(1_024)),
});
