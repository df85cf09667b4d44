import * as v from 'valibot';
import { toBase64url, utf8FromBase64url } from '../base/base64url.ts';
import { utf8, utf8ForNow } from '../base/bytes.ts';
import { done, type Outcome, refused } from '../base/outcome.ts';
import { asId, type BureauId, type EntryId, HASH_ID_FORM, ID_FORM, type KeyId } from '../domain/ids.ts';
import { parseSubject, type Subject } from '../domain/subject.ts';
import { type Instant, isInstant } from '../domain/time.ts';
import { type Json, readJson } from './json.ts';
import type { EntryVerifier } from './ports.ts';

/**
 * A ledger entry is a compact JWS (RFC 7515, ES256); its id is the SHA-256 of those bytes. The signed bytes are the
 * stored bytes, so no canonical form is needed.
 */
export const ENTRY_TYP = 'luzheng-entry+jws';
/** A batch of 200 files needs about 110 kB; what is larger than this is no entry. */
export const MAX_ENTRY_BYTES = 262_144;
/** A proof holds two entries, written in base64url once more. */
export const MAX_PROOF_BYTES = 704_000;
export const PROOF_KIND = 'equivocation-found';
export const MAX_REFS = 512;
export const BUREAU_SHARD = 'bureau';

const entryId = v.pipe(
  v.string(),
  v.regex(HASH_ID_FORM),
  v.transform((text) => asId<EntryId>(text)),
);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** What `readJson` yields is JSON; the kind's schema says what a body may hold, and looking twice costs as much as a signature. */
const json = v.custom<Json>(() => true);

export const ENTRY_VERSION = 1;

export const payloadSchema = v.strictObject({
  v: v.literal(ENTRY_VERSION),
  bureau: v.pipe(
    v.string(),
    v.regex(ID_FORM),
    v.transform((text) => asId<BureauId>(text)),
  ),
  /** `bureau`, or `<division>/<YYYY-MM>`: which carrier takes the entry between machines. */
  shard: v.pipe(v.string(), v.regex(/^(?:bureau|[A-Za-z0-9_-]{22}\/\d{4}-\d{2})$/)),
  /** Place among this key's entries in the shard, from 0. */
  slot: count,
  /** Place among this key's entries, from 0. */
  seq: count,
  prev: v.nullable(entryId),
  /** The known entry with the highest (lc, id) when this one was made. */
  after: v.nullable(entryId),
  /** 1 + the greatest lc of prev, after and refs. */
  lc: v.pipe(count, v.minValue(1)),
  refs: v.pipe(v.array(entryId), v.maxLength(MAX_REFS)),
  /** The entry that gave the role or admitted the key acted under. */
  auth: v.nullable(entryId),
  kind: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{2,47}$/)),
  subject: v.pipe(
    v.string(),
    v.check((text) => parseSubject(text) !== null),
    v.transform((text) => text as Subject),
  ),
  /** The author's clock: a claim, never an authority. */
  at: v.pipe(
    v.string(),
    v.check(isInstant),
    v.transform((text) => text as Instant),
  ),
  body: v.record(v.string(), json),
  /** base64url SHA-256(salt ‖ JSON) of the private part, or null. */
  details: v.nullable(v.pipe(v.string(), v.regex(HASH_ID_FORM))),
});

export type EntryPayload = v.InferOutput<typeof payloadSchema>;

const headerSchema = v.strictObject({
  alg: v.literal('ES256'),
  kid: v.pipe(
    v.string(),
    v.regex(HASH_ID_FORM),
    v.transform((text) => asId<KeyId>(text)),
  ),
  typ: v.literal(ENTRY_TYP),
});

/** An entry whose form is sound. Nothing is said of its signature or authority yet. */
export interface Entry {
  readonly id: EntryId;
  readonly jws: string;
  readonly keyId: KeyId;
  readonly payload: EntryPayload;
}

export interface FormFault {
  readonly code: 'too-large' | 'not-a-jws' | 'header-malformed' | 'payload-malformed';
  /** Dotted paths of what is wrong, for a technician. */
  readonly paths: readonly string[];
}

const fault = (code: FormFault['code'], paths: readonly string[] = []): Outcome<never, FormFault> =>
  refused({ code, paths });

const issuePaths = (issues: readonly v.BaseIssue<unknown>[]): string[] =>
  issues.map((issue) => v.getDotPath(issue) ?? issue.type);

export const encodePayload = (payload: EntryPayload): Uint8Array<ArrayBuffer> => utf8(JSON.stringify(payload));

/** Examines the form of foreign bytes and names the entry. Never throws on hostile input. */
export async function decodeEntry(
  jws: string,
  verifier: Pick<EntryVerifier, 'sha256'>,
): Promise<Outcome<Entry, FormFault>> {
  const form = decodeForm(jws);
  if (!form.ok) return form;
  return done({ id: asId<EntryId>(toBase64url(await verifier.sha256(utf8ForNow(jws)))), jws, ...form.value });
}

/** Reads an entry the book has examined before: its id and form are known to be right. */
export function readEntry(id: EntryId, jws: string): Entry {
  const [head = '', body = ''] = jws.split('.');
  const { kid } = JSON.parse(utf8FromBase64url(head)) as { readonly kid: KeyId };
  return { id, jws, keyId: kid, payload: JSON.parse(utf8FromBase64url(body)) as EntryPayload };
}

/** The form alone, without naming the entry. */
export function decodeForm(jws: string): Outcome<Pick<Entry, 'keyId' | 'payload'>, FormFault> {
  if (jws.length > MAX_PROOF_BYTES) return fault('too-large');
  const parts = jws.split('.');
  const [head = '', body = '', signature = ''] = parts;
  if (parts.length !== 3 || head === '' || body === '' || signature.length !== 86) return fault('not-a-jws');
  const header = readHeader(head);
  if (!header.success) return fault('header-malformed', issuePaths(header.issues));
  const payload = v.safeParse(payloadSchema, parsePart(body));
  if (!payload.success) return fault('payload-malformed', issuePaths(payload.issues));
  if (jws.length > MAX_ENTRY_BYTES && payload.output.kind !== PROOF_KIND) return fault('too-large');
  return done({ keyId: header.output.kid, payload: payload.output });
}

type Header = ReturnType<typeof parseHeader>;
const parseHeader = (head: string) => v.safeParse(headerSchema, parsePart(head));

const MOST_HEADERS = 256;
/** One is 121 characters of base64url; spaces could make it as long as an entry, and it would be kept. */
const LONGEST_HEADER = 256;
const headers = new Map<string, Header>();

/** A key's header is the same in all its entries; a book of 100,000 has a few dozen. */
function readHeader(head: string): Header {
  const known = headers.get(head);
  if (known !== undefined) return known;
  const read = parseHeader(head);
  if (headers.size >= MOST_HEADERS) headers.clear();
  if (read.success && head.length <= LONGEST_HEADER) headers.set(head, read);
  return read;
}

/** undefined for anything that is not base64url of UTF-8 JSON with one reading; the schemas then say what is missing. */
function parsePart(part: string): unknown {
  try {
    return readJson(utf8FromBase64url(part));
  } catch {
    return undefined;
  }
}
