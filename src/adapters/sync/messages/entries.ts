import * as v from 'valibot';
import { MAX_PROOF_BYTES } from '../../../ledger/entry.ts';
import { someDetails } from './details.ts';
import { places } from './place.ts';

export const MOST_ENTRIES = 4_096;

/** Answers a want: signed bytes in causal order, such details as the asker may have, and where to go on. */
export const entriesSchema = v.strictObject({
  kind: v.literal('entries'),
  entries: v.pipe(v.array(v.pipe(v.string(), v.maxLength(MAX_PROOF_BYTES))), v.maxLength(MOST_ENTRIES)),
  details: someDetails,
  /** Empty where there is no more. */
  next: places,
});
