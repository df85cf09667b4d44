import * as v from 'valibot';
import { fromUtf8, utf8 } from '../../../base/bytes.ts';
import { HASH_ID_FORM } from '../../../domain/ids.ts';

const attempt = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const sdp = v.pipe(v.string(), v.minLength(1), v.maxLength(12_000));

/** Hello over signalling: who of the two is to call (the greater token), and, not proved, by which key it is known. */
const hail = v.strictObject({
  kind: v.literal('hail'),
  token: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)),
  key: v.pipe(v.string(), v.regex(HASH_ID_FORM)),
});
const offer = v.strictObject({ kind: v.literal('offer'), attempt, sdp });
const answer = v.strictObject({ kind: v.literal('answer'), attempt, sdp });
/** No straight way from here. */
const decline = v.strictObject({
  kind: v.literal('decline'),
  attempt,
  why: v.picklist(['no-candidates', 'relay-chosen']),
});
/** Both open the relay now. */
const relay = v.strictObject({
  kind: v.literal('relay'),
  attempt,
  why: v.picklist(['no-candidates', 'not-reachable', 'relay-chosen']),
});
/** Whoever is to call is asked to do it again. */
const again = v.strictObject({ kind: v.literal('again') });

const schema = v.variant('kind', [hail, offer, answer, decline, relay, again]);
export type PeerMessage = v.InferOutput<typeof schema>;

export const encodePeerMessage = (message: PeerMessage): Uint8Array<ArrayBuffer> => utf8(JSON.stringify(message));

/** null for what is no message. Never throws. */
export function decodePeerMessage(bytes: Uint8Array): PeerMessage | null {
  try {
    const decoded = v.safeParse(schema, JSON.parse(fromUtf8(bytes)));
    return decoded.success ? decoded.output : null;
  } catch {
    return null;
  }
}
