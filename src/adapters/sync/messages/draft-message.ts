import * as v from 'valibot';
import { fromBase64url, toBase64url } from '../../../base/base64url.ts';
import { fromUtf8, utf8 } from '../../../base/bytes.ts';
import { type ActivityId, asId, ID_FORM } from '../../../domain/ids.ts';
import { MOST_DRAFT_BYTES } from '../drafts/examine-update.ts';

/** What stations say to each other of unsigned drafts. A stream of its own: it has nothing to do with the book. */
export const DRAFT_STREAM = 'draft';

const MOST_TEXT = Math.ceil((MOST_DRAFT_BYTES * 4) / 3);

/** All that the sender keeps about one activity. */
const draftSchema = v.strictObject({
  kind: v.literal('draft'),
  activity: v.pipe(v.string(), v.regex(ID_FORM)),
  state: v.pipe(v.string(), v.maxLength(MOST_TEXT), v.regex(/^[A-Za-z0-9_-]+$/)),
});

export interface DraftMessage {
  readonly activity: ActivityId;
  readonly state: Uint8Array<ArrayBuffer>;
}

export const encodeDraftMessage = ({ activity, state }: DraftMessage): Uint8Array<ArrayBuffer> =>
  utf8(JSON.stringify({ kind: 'draft', activity, state: toBase64url(state) }));

/** null for bytes no honest station sends. Never throws. */
export function decodeDraftMessage(bytes: Uint8Array): DraftMessage | null {
  if (bytes.byteLength > MOST_TEXT + 200) return null;
  try {
    const read = v.safeParse(draftSchema, JSON.parse(fromUtf8(bytes)));
    if (!read.success) return null;
    return { activity: asId<ActivityId>(read.output.activity), state: fromBase64url(read.output.state) };
  } catch {
    return null;
  }
}
