import * as v from 'valibot';
import { someDetails } from './details.ts';
import { places } from './place.ts';

/** Answers a want: signed bytes in causal order, such details as the asker may have, and where to go on. */
export const entriesSchema = v.strictObject({
  kind: v.literal('entries'),
  entries: v.pipe(v.array(v.pipe(v.string(), v.maxLength(262_144))), v.maxLength(4_096)),
  details: someDetails,
  /** Empty where there is no more. */
  next: places,
});
