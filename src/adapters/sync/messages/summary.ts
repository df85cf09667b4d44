import * as v from 'valibot';
import { digest, seq } from './place.ts';

/** How far our book goes, and what the other side last signed to us. Where all is equal it is the only word on a link. */
export const summarySchema = v.strictObject({
  kind: v.literal('summary'),
  digest,
  /** Digest of the other side's last signed frontier that is kept here. */
  holds: v.nullable(digest),
  /** A number to be answered by a frontier signed after this was read, whatever is held; null where none is asked for. */
  ask: v.nullable(seq),
});
