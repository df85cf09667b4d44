import * as v from 'valibot';
import { done, type Outcome, refused } from '../base/outcome.ts';
import { packText, unpackText } from '../base/packed-text.ts';
import { type BureauId, type EntryId, HASH_ID_FORM, ID_FORM } from './ids.ts';
import { linkSecretsSchema } from './link.ts';
import { fromInstant, type Instant, isInstant } from './time.ts';

/** Marks of the text; the figure is the version of what follows. */
const INVITE_MARK = 'LZ1.';
const ANY_INVITE_MARK = /LZ[0-9]{1,3}\./;
/** Address of the page that takes an invite. It stands behind `#`, so no server ever sees it. */
export const JOIN_PATH = '/join';
export const INVITE_FILE_ENDING = '.lzjoin';
/** Inflated JSON; an invite has about 700. */
const MOST_BYTES = 8 * 1024;
const MOST_PASTED_CHARS = 64 * 1024;

const shortText = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));
const instant = v.pipe(
  v.string(),
  v.check(isInstant),
  v.transform((text) => text as Instant),
);

const inviteSchema = v.strictObject({
  v: v.literal(1),
  bureau: v.pipe(
    v.string(),
    v.regex(ID_FORM),
    v.transform((text) => text as BureauId),
  ),
  /** The founding entry that the new station pins. */
  root: v.pipe(
    v.string(),
    v.regex(HASH_ID_FORM),
    v.transform((text) => text as EntryId),
  ),
  ...linkSecretsSchema.entries,
  /** Origins of hubs; empty where the inviter knows none and the two must be linked by hand. */
  hubs: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300), v.regex(/^https?:\/\/[^/\s]+$/))), v.maxLength(8)),
  /** What the guest proves at the door: HMAC under this secret. Good for one station. */
  invite: v.strictObject({
    id: v.pipe(v.string(), v.regex(ID_FORM)),
    secret: v.pipe(v.string(), v.regex(HASH_ID_FORM)),
  }),
  bureauName: shortText(120),
  inviter: v.strictObject({ code: shortText(32), name: shortText(120) }),
  expiresAt: instant,
});

export type Invite = v.InferOutput<typeof inviteSchema>;

export type InviteRefusal =
  | 'not-an-invite'
  /** The end is missing: copied or scanned in part. */
  | 'cut-off'
  /** All there but not what was written: copied by hand, or tampered with. */
  | 'damaged'
  | 'expired'
  /** Made by a newer version of the app. */
  | 'newer-version';

export const toInviteText = (invite: Invite): Promise<string> => packText(INVITE_MARK, JSON.stringify(invite));

export const inviteLink = (origin: string, inviteText: string): string => `${origin}${JOIN_PATH}#${inviteText}`;

/** Reads an invite from what was pasted, scanned or opened: the text, the link, or either with words around it. */
export async function parseInvite(pasted: string, now: Instant): Promise<Outcome<Invite, InviteRefusal>> {
  const text = pasted.slice(0, MOST_PASTED_CHARS);
  const unpacked = await unpackText(INVITE_MARK, text, MOST_BYTES);
  if (!unpacked.ok) {
    if (unpacked.refusal !== 'no-mark') return refused(unpacked.refusal);
    return refused(ANY_INVITE_MARK.test(text) ? 'newer-version' : 'not-an-invite');
  }
  const result = v.safeParse(inviteSchema, parseJson(unpacked.value));
  if (!result.success) return refused('damaged');
  return fromInstant(result.output.expiresAt) <= fromInstant(now) ? refused('expired') : done(result.output);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
