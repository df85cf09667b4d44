import * as v from 'valibot';
import { fromUtf8, utf8 } from '../../../base/bytes.ts';
import { detailsSchema } from './details.ts';
import { entriesSchema } from './entries.ts';
import { frontierSchema } from './frontier.ts';
import { neighboursSchema } from './neighbours.ts';
import { summarySchema } from './summary.ts';
import { wantSchema } from './want.ts';
import { wantDetailsSchema } from './want-details.ts';
import { wantEntriesSchema } from './want-entries.ts';

/** What books say to each other on the stream `book`. JSON: signed bytes are text, and everything else is small. */
export const BOOK_STREAM = 'book';

export const bookMessageSchema = v.variant('kind', [
  summarySchema,
  frontierSchema,
  wantSchema,
  wantEntriesSchema,
  entriesSchema,
  detailsSchema,
  wantDetailsSchema,
  neighboursSchema,
]);
export type BookMessage = v.InferOutput<typeof bookMessageSchema>;
export type MessageOf<K extends BookMessage['kind']> = Extract<BookMessage, { kind: K }>;

const KINDS: ReadonlySet<string> = new Set(bookMessageSchema.options.map(({ entries }) => entries.kind.literal));
const namedSchema = v.looseObject({ kind: v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/)) });

export const encodeBookMessage = (message: BookMessage): Uint8Array<ArrayBuffer> => utf8(JSON.stringify(message));

/**
 * `unknown` where a newer station says a word we do not know: stations are not all updated on one day. null for bytes no
 * honest station sends. Never throws.
 */
export function decodeBookMessage(bytes: Uint8Array): BookMessage | 'unknown' | null {
  const json = parse(bytes);
  const named = v.safeParse(namedSchema, json);
  if (!named.success) return null;
  if (!KINDS.has(named.output.kind)) return 'unknown';
  const decoded = v.safeParse(bookMessageSchema, json, { abortEarly: true });
  return decoded.success ? decoded.output : null;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
