import * as v from 'valibot';
import { seq } from './place.ts';

/** A signed frontier: what we hold, to be kept as proof. */
export const frontierSchema = v.strictObject({
  kind: v.literal('frontier'),
  /** Compact JWS, typ `luzheng-frontier+jws`. */
  jws: v.pipe(v.string(), v.maxLength(1_048_576)),
  /** The number of the summary that asked for it. */
  answers: v.nullable(seq),
});
