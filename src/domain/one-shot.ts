import * as v from 'valibot';
import { done, type Outcome, refused } from '../base/outcome.ts';
import { packText, unpackText } from '../base/packed-text.ts';
import { type BureauId, ID_FORM } from './ids.ts';
import { fromSdpShorthand, toSdpShorthand } from './sdp-shorthand.ts';

/**
 * Offer and answer of a link made by hand, where no server is: shown as a code, pasted, or carried in a file. They hold
 * addresses and fingerprints, no secret; who the other is, the handshake of the link proves.
 */
const MARKS = { offer: 'LZO.', answer: 'LZA.' } as const;
const VERSION = 1;
const MOST_BYTES = 16 * 1024;
const MOST_PASTED_CHARS = 64 * 1024;

export type OneShotAct = keyof typeof MARKS;

const oneShotSchema = v.strictObject({
  v: v.literal(VERSION),
  /** Session: an answer names its offer's. */
  s: v.pipe(v.string(), v.regex(ID_FORM)),
  b: v.pipe(
    v.string(),
    v.regex(ID_FORM),
    v.transform((text) => text as BureauId),
  ),
  d: v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_BYTES)),
});

export interface OneShot {
  readonly act: OneShotAct;
  readonly session: string;
  readonly bureau: BureauId;
  readonly sdp: string;
}

export type OneShotRefusal =
  | 'not-a-code'
  /** An offer where an answer was due, or the reverse: the two screens were mixed up. */
  | 'other-act'
  | 'cut-off'
  | 'damaged'
  | 'newer-version'
  | 'other-bureau'
  /** An answer to another offer than the one waiting. */
  | 'other-session';

export function toOneShotText({ act, session, bureau, sdp }: OneShot): Promise<string> {
  return packText(MARKS[act], JSON.stringify({ v: VERSION, s: session, b: bureau, d: toSdpShorthand(sdp) }));
}

/** What the reader expects. `session`: of the offer that waits for its answer; null where an offer is read. */
export interface Expected {
  readonly act: OneShotAct;
  readonly bureau: BureauId;
  readonly session: string | null;
}

export async function parseOneShot(pasted: string, expected: Expected): Promise<Outcome<OneShot, OneShotRefusal>> {
  const text = pasted.slice(0, MOST_PASTED_CHARS);
  const unpacked = await unpackText(MARKS[expected.act], text, MOST_BYTES);
  if (!unpacked.ok) {
    if (unpacked.refusal !== 'no-mark') return refused(unpacked.refusal);
    const other = MARKS[expected.act === 'offer' ? 'answer' : 'offer'];
    return refused(text.includes(other) ? 'other-act' : 'not-a-code');
  }
  const value = parseJson(unpacked.value);
  const result = v.safeParse(oneShotSchema, value);
  if (!result.success) return refused(isNewer(value) ? 'newer-version' : 'damaged');
  const { s: session, b: bureau, d } = result.output;
  const sdp = fromSdpShorthand(d);
  if (sdp === null || sdp.length > MOST_BYTES) return refused('damaged');
  if (bureau !== expected.bureau) return refused('other-bureau');
  if (expected.session !== null && session !== expected.session) return refused('other-session');
  return done({ act: expected.act, session, bureau, sdp });
}

function isNewer(value: unknown): boolean {
  const result = v.safeParse(v.object({ v: v.number() }), value);
  return result.success && result.output.v > VERSION;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
