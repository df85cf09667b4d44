import * as v from 'valibot';
import { digest } from './place.ts';

/** First word on a link: how far our book goes, and what the other side last signed to us. Where all is equal it is the only one. */
export const summarySchema = v.strictObject({
  kind: v.literal('summary'),
  digest,
  /** Digest of the other side's last signed frontier that is kept here. */
  holds: v.nullable(digest),
});
