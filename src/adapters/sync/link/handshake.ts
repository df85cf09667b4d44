import { toBase64url } from '../../../base/base64url.ts';
import { equalBytes, utf8 } from '../../../base/bytes.ts';
import { Fault, isFault } from '../../../base/fault.ts';
import type { BureauId, KeyId, RandomBytes, StationId } from '../../../domain/ids.ts';
import type { LinkEnd } from '../../../domain/link-end.ts';
import type { EntryVerifier, PublicJwk } from '../../../ledger/ports.ts';
import type { StatementSigner, StatementVerifier } from '../../../ledger/statement.ts';
import { agree, digitsOf, directionKeys, framed, inviteMac, makeEphemeral, type Side } from './agreement.ts';
import { type Cipher, makeCipher } from './cipher.ts';
import {
  decodeHello,
  decodeMessage,
  encodeMessage,
  type HandshakeMessage,
  type Hello,
  type Identity,
  makeHello,
  type Proof,
} from './handshake-messages.ts';

const TAG = utf8('luzheng link v1');

/** Who we are to the other end. A guest's key is not admitted yet: it shows an invitation instead. */
export interface LinkSelf {
  readonly bureau: BureauId;
  readonly signer: StatementSigner;
  readonly guest: Invitation | null;
}

export interface Invitation {
  readonly id: string;
  readonly secret: Uint8Array<ArrayBuffer>;
}

export type StationStanding =
  | { readonly kind: 'admitted'; readonly station: StationId }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'unknown' };

/** What the book says of whoever knocks. */
export interface Doorkeeper {
  standing(key: KeyId): StationStanding | Promise<StationStanding>;
  /** Secret of an invitation of ours that is still open. */
  invitation(id: string): Uint8Array<ArrayBuffer> | null | Promise<Uint8Array<ArrayBuffer> | null>;
}

export interface HandshakeMeans {
  readonly verifier: Pick<EntryVerifier, 'sha256' | 'thumbprint'>;
  readonly statements: StatementVerifier;
  readonly random: RandomBytes;
}

/** Frames one by one, whole and in order. */
export interface Wire {
  send(frame: Uint8Array<ArrayBuffer>): Promise<void>;
  next(): Promise<Uint8Array<ArrayBuffer>>;
  readonly binding: Uint8Array<ArrayBuffer> | null;
}

/** What is certain about the other end, and the keys that only it shares. */
export interface Proven {
  readonly keyId: KeyId;
  readonly key: PublicJwk;
  /** null: a guest, or, to a guest, the host whose membership it cannot judge yet. */
  readonly station: StationId | null;
  /** The invitation one of the two came by. */
  readonly invite: string | null;
  readonly digits: string;
  readonly cipher: Cipher;
}

/**
 * Mutual challenge and response. Hellos in the clear, then, sealed: who one is, and a signature over everything both ends have
 * seen, DTLS fingerprints included. Whoever is unknown or revoked is told so and learns nothing else. Rejects with
 * `Fault<LinkEnd>`.
 */
export async function shakeHands(
  wire: Wire,
  self: LinkSelf,
  keeper: Doorkeeper,
  means: HandshakeMeans,
): Promise<Proven> {
  const own = await makeEphemeral();
  const mine = makeHello(means.random(32), own.raw);
  await wire.send(mine.bytes);
  const theirs = decodeHello(await wire.next());
  if (equalBytes(mine.nonce, theirs.nonce) || equalBytes(mine.ephemeral, theirs.ephemeral)) throw ended('reflected');
  const side: Side = toBase64url(mine.bytes) < toBase64url(theirs.bytes) ? 'first' : 'second';
  const shared = await agree(own, theirs.ephemeral);
  const hellos = inOrder(side, mine.bytes, theirs.bytes);
  const greeted = await means.verifier.sha256(framed(TAG, ...hellos));
  const cipher = makeCipher(await directionKeys(shared, greeted, 'luzheng link handshake', side));
  const talk = makeTalk(wire, cipher);
  try {
    return await prove({ talk, side, hellos, shared, binding: wire.binding }, self, keeper, means);
  } catch (error) {
    if (isFault(error) && REASONS_TOLD.has(error.code)) await talk.refuse(error.code).catch(() => undefined);
    throw error;
  }
}

/** Said to the other end, so that its screen can say it too. */
const REASONS_TOLD: ReadonlySet<string> = new Set<LinkEnd>([
  'reflected',
  'other-bureau',
  'unknown-station',
  'revoked-station',
  'signature-bad',
  'invite-unknown',
  'invite-proof-bad',
]);

const ended = (code: LinkEnd): Fault<LinkEnd> => new Fault<LinkEnd>(code);
const other = (side: Side): Side => (side === 'first' ? 'second' : 'first');
const inOrder = <T>(side: Side, mine: T, theirs: T): readonly [T, T] =>
  side === 'first' ? [mine, theirs] : [theirs, mine];

interface Talk {
  say(message: HandshakeMessage): Promise<Uint8Array<ArrayBuffer>>;
  hear<K extends 'identity' | 'proof'>(
    kind: K,
  ): Promise<{ readonly message: Extract<HandshakeMessage, { kind: K }>; readonly bytes: Uint8Array<ArrayBuffer> }>;
  refuse(code: string): Promise<void>;
}

function makeTalk(wire: Wire, cipher: Cipher): Talk {
  const say = async (message: HandshakeMessage): Promise<Uint8Array<ArrayBuffer>> => {
    const bytes = encodeMessage(message);
    // Who refuses us closes the pipe; its reason is still to be read then.
    await wire.send(await cipher.seal(bytes)).catch(() => undefined);
    return bytes;
  };
  return {
    say,
    hear: async <K extends 'identity' | 'proof'>(kind: K) => {
      const bytes = await cipher.open(await wire.next());
      const message = decodeMessage(bytes);
      if (message.kind === 'refusal') throw new Fault<LinkEnd>('refused-there', { code: message.code });
      if (message.kind !== kind) throw ended('hello-malformed');
      return { message: message as Extract<HandshakeMessage, { kind: K }>, bytes };
    },
    refuse: async (code) => {
      await say({ kind: 'refusal', code });
    },
  };
}

interface Greeted {
  readonly talk: Talk;
  readonly side: Side;
  readonly hellos: readonly [Hello['bytes'], Hello['bytes']];
  readonly shared: CryptoKey;
  readonly binding: Uint8Array<ArrayBuffer> | null;
}

async function prove(
  { talk, side, hellos, shared, binding }: Greeted,
  self: LinkSelf,
  keeper: Doorkeeper,
  means: HandshakeMeans,
): Promise<Proven> {
  const { x, y } = self.signer.key;
  const mine = await talk.say({ kind: 'identity', bureau: self.bureau, key: { x, y }, invite: self.guest?.id ?? null });
  const { message: identity, bytes: theirs } = await talk.hear('identity');
  const key: PublicJwk = { kty: 'EC', crv: 'P-256', ...identity.key };
  const keyId = await means.verifier.thumbprint(key);
  const { station, invitation } = await judge(identity, keyId, self, keeper);
  const transcript = await means.verifier.sha256(
    framed(TAG, utf8(self.bureau), ...hellos, ...inOrder(side, mine, theirs), ...boundTo(binding)),
  );
  const macOf = async (at: Side): Promise<string | null> =>
    invitation === null ? null : toBase64url(await inviteMac(invitation.secret, at, transcript));
  const statement = await self.signer.sign('luzheng-link+jws', saidBy(side, self.bureau, transcript));
  await talk.say({ kind: 'proof', statement, mac: await macOf(side) });
  const { message: proof } = await talk.hear('proof');
  const expected = saidBy(other(side), self.bureau, transcript);
  await checkProof(proof, { key, expected, mac: await macOf(other(side)) }, means.statements);
  const keys = await directionKeys(shared, transcript, 'luzheng link session', side);
  const digits = await digitsOf(shared, transcript);
  return { keyId, key, station, invite: invitation?.id ?? null, digits, cipher: makeCipher(keys) };
}

const boundTo = (binding: Uint8Array<ArrayBuffer> | null): readonly Uint8Array[] => (binding === null ? [] : [binding]);

const saidBy = (side: Side, bureau: BureauId, transcript: Uint8Array): Uint8Array<ArrayBuffer> =>
  utf8(JSON.stringify({ v: 1, bureau, side, transcript: toBase64url(transcript) }));

/** Before a word of ours is signed: whom do we speak to, and may we? */
async function judge(
  identity: Identity,
  keyId: KeyId,
  self: LinkSelf,
  keeper: Doorkeeper,
): Promise<{ readonly station: StationId | null; readonly invitation: Invitation | null }> {
  if (identity.bureau !== self.bureau) throw ended('other-bureau');
  if (keyId === self.signer.keyId) throw ended('reflected');
  if (self.guest !== null) {
    // A guest has no book to look hosts up in: the secret of the invitation is what a host must know.
    if (identity.invite !== null) throw ended('unknown-station');
    return { station: null, invitation: self.guest };
  }
  if (identity.invite !== null) {
    const secret = await keeper.invitation(identity.invite);
    if (secret === null) throw ended('invite-unknown');
    return { station: null, invitation: { id: identity.invite, secret } };
  }
  const standing = await keeper.standing(keyId);
  if (standing.kind === 'unknown') throw ended('unknown-station');
  if (standing.kind === 'revoked') throw ended('revoked-station');
  return { station: standing.station, invitation: null };
}

async function checkProof(
  proof: Proof,
  wanted: { readonly key: PublicJwk; readonly expected: Uint8Array; readonly mac: string | null },
  statements: StatementVerifier,
): Promise<void> {
  const said = await statements.read(proof.statement, 'luzheng-link+jws', wanted.key);
  if (said === null || !equalBytes(said, wanted.expected)) throw ended('signature-bad');
  if (!sameText(proof.mac ?? '', wanted.mac ?? '')) throw ended('invite-proof-bad');
}

/** Compared without telling by its time how much was right. */
function sameText(a: string, b: string): boolean {
  let differs = a.length ^ b.length;
  for (let i = 0; i < b.length; i++) differs |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return differs === 0;
}
