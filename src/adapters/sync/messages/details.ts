import * as v from 'valibot';
import { entryId } from './place.ts';

const oneDetail = v.strictObject({
  entry: entryId,
  salt: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
  json: v.pipe(v.string(), v.maxLength(262_144)),
});
export const someDetails = v.pipe(v.array(oneDetail), v.maxLength(2_048));

/** Private parts of entries the other side has, to a station that is entitled to them. */
export const detailsSchema = v.strictObject({ kind: v.literal('details'), details: someDetails });
