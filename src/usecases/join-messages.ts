import * as v from 'valibot';
import { fromUtf8, utf8 } from '../base/bytes.ts';
import { asId, type EntryId, HASH_ID_FORM, type KeyId, type StationId } from '../domain/ids.ts';
import { id, keyId, optionalText, publicKeys, stationCode, text } from '../ledger/schemas.ts';

/** What a guest and its host say to one another over their proven link, one JSON to a message. */
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const entryId = v.pipe(
  v.string(),
  v.regex(HASH_ID_FORM),
  v.transform((value) => asId<EntryId>(value)),
);

const MOST_KEYS = 10_000;
/** Entries of one message; the link bounds its bytes. */
const MOST_ENTRIES = 1000;

const wishSchema = v.strictObject({
  kind: v.literal('wish'),
  station: id<StationId>(),
  code: stationCode,
  name: v.pipe(text(60), v.minLength(1)),
  place: optionalText(100),
  keys: publicKeys,
  /** What of the book the guest has already, after an interruption. */
  held: v.pipe(v.array(v.strictObject({ key: keyId, seq: count })), v.maxLength(MOST_KEYS)),
});

const schema = v.variant('kind', [
  wishSchema,
  v.strictObject({
    kind: v.literal('declined'),
    why: v.picklist(['declined', 'invitation-spent', 'station-code-taken', 'expired']),
  }),
  v.strictObject({ kind: v.literal('admitted'), total: count }),
  v.strictObject({
    kind: v.literal('book'),
    entries: v.pipe(v.array(v.string()), v.maxLength(MOST_ENTRIES)),
    details: v.pipe(
      v.array(v.strictObject({ entry: entryId, salt: v.string(), json: v.string() })),
      v.maxLength(MOST_ENTRIES),
    ),
  }),
  v.strictObject({ kind: v.literal('end') }),
]);

export type JoinMessage = v.InferOutput<typeof schema>;
export type WishMessage = v.InferOutput<typeof wishSchema>;
export type DeclineReason = Extract<JoinMessage, { kind: 'declined' }>['why'];

export const encodeJoinMessage = (message: JoinMessage): Uint8Array<ArrayBuffer> => utf8(JSON.stringify(message));

/** null for anything else. Never throws on hostile bytes. */
export function decodeJoinMessage(bytes: Uint8Array): JoinMessage | null {
  try {
    const read = v.safeParse(schema, JSON.parse(fromUtf8(bytes)));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/** A proven, encrypted link between a guest and its host, as far as joining needs it. */
export interface JoinLine {
  /** The other end's station key. */
  readonly keyId: KeyId;
  readonly digits: string;
  /** Id of the invitation the guest proved to hold. */
  readonly invite: string | null;
  send(message: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Called once; messages come one after the other. */
  listen(listener: { message(bytes: Uint8Array<ArrayBuffer>): void | Promise<void>; closed(): void }): void;
  close(): void;
}
