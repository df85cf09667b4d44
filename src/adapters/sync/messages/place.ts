import * as v from 'valibot';
import { asId, type EntryId, HASH_ID_FORM, type KeyId, type StationId } from '../../../domain/ids.ts';

/** Parts of messages between books. */
export const keyId = v.pipe(
  v.string(),
  v.regex(HASH_ID_FORM),
  v.transform((text) => asId<KeyId>(text)),
);
export const entryId = v.pipe(
  v.string(),
  v.regex(HASH_ID_FORM),
  v.transform((text) => asId<EntryId>(text)),
);
export const stationId = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{22}$/),
  v.transform((text) => asId<StationId>(text)),
);
export const digest = v.pipe(v.string(), v.regex(HASH_ID_FORM));
export const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A bureau has a few hundred keys in its life; what names more asks for our time. */
export const MOST_KEYS = 4_096;
/** From this place of this key on. */
export const places = v.pipe(v.array(v.strictObject({ key: keyId, fromSeq: seq })), v.maxLength(MOST_KEYS));
