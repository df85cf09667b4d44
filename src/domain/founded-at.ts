import * as v from 'valibot';
import { type BureauId, ID_FORM } from './ids.ts';

/**
 * A bureau that a browser of one PC has a book of, and under which address. An origin cannot see another origin's
 * database, so the hub that serves both remembers this much for them, and nothing else of the bureau.
 */
export interface FoundedAt {
  readonly bureau: BureauId;
  readonly origin: string;
}

/** What the hub answers: `here` when the browser that asks runs on the PC of the hub. */
export interface FoundedAnswer {
  readonly here: boolean;
  readonly founded: readonly FoundedAt[];
}

/** Where app and hub speak of it. */
export const FOUNDED_PATH = '/luzheng/founded';

const bureau = v.pipe(
  v.string(),
  v.regex(ID_FORM),
  v.transform((id): BureauId => id as BureauId),
);
const origin = v.pipe(v.string(), v.regex(/^https?:\/\/[A-Za-z0-9.-]{1,253}(:\d{1,5})?$/));
const list = v.pipe(v.array(v.strictObject({ bureau, origin })), v.maxLength(50));
const told = v.strictObject({ bureau });
const answer = v.strictObject({ here: v.boolean(), founded: list });

function decode<T>(schema: v.GenericSchema<unknown, T>, text: string): T | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** null where the text is none of ours. */
export const decodeFoundedList = (text: string): readonly FoundedAt[] | null => decode(list, text);
export const decodeFoundedAnswer = (text: string): FoundedAnswer | null => decode(answer, text);
export const decodeToldBureau = (text: string): BureauId | null => decode(told, text)?.bureau ?? null;
