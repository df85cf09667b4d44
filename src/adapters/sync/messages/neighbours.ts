import * as v from 'valibot';
import { stationId } from './place.ts';

/** Stations we have links to now, so that nobody sends us what they send us anyhow. */
export const neighboursSchema = v.strictObject({
  kind: v.literal('neighbours'),
  stations: v.pipe(v.array(stationId), v.maxLength(1_024)),
});
