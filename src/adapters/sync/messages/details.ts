import * as v from 'valibot';
import { MAX_DETAILS_LENGTH } from '../../../ledger/details.ts';
import { entryId } from './place.ts';

const oneDetail = v.strictObject({
  entry: entryId,
  salt: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
  json: v.pipe(v.string(), v.maxLength(MAX_DETAILS_LENGTH)),
});
export const MOST_DETAILS = 2_048;
export const someDetails = v.pipe(v.array(oneDetail), v.maxLength(MOST_DETAILS));

/** Private parts of entries the other side has, to a station that is entitled to them. */
export const detailsSchema = v.strictObject({ kind: v.literal('details'), details: someDetails });
