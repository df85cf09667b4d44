import { toBase64url } from '../base/base64url.ts';
import { utf8 } from '../base/bytes.ts';
import { clockPayload, keyHintOf, parseClockText, toClockText } from '../domain/clock-code.ts';
import type { BureauId, KeyId, StationId } from '../domain/ids.ts';
import { fromInstant, type Instant, toInstant } from '../domain/time.ts';
import type { Membership } from '../ledger/membership.ts';
import type { StatementSigner, StatementVerifier } from '../ledger/statement.ts';

const TYP = 'luzheng-clock+jws';

/** The text of the clock code for this moment. Signing takes a millisecond or two, so it may be called for every picture shown. */
export async function signClockCode(signer: StatementSigner, bureau: BureauId, now: Instant): Promise<string> {
  const shownMs = fromInstant(now);
  const jws = await signer.sign(TYP, clockPayload(bureau, shownMs));
  const signature = jws.slice(jws.lastIndexOf('.') + 1);
  return toClockText({ keyHint: keyHintOf(signer.keyId), shownMs, signature });
}

export interface FilmedClock {
  readonly station: StationId;
  readonly shownAt: Instant;
}

/** What a filmed code proves; null where it is none, or none that a station of this bureau signed. */
export async function readClockCode(
  text: string,
  bureau: BureauId,
  membership: Pick<Membership, 'keys'>,
  statements: StatementVerifier,
): Promise<FilmedClock | null> {
  const code = parseClockText(text);
  if (code === null) return null;
  const payload = toBase64url(clockPayload(bureau, code.shownMs));
  for (const { keyId, jwk, owner, left } of membership.keys.values()) {
    if (owner.kind !== 'station' || left !== null || keyHintOf(keyId) !== code.keyHint) continue;
    const read = await statements.read(`${headerOf(keyId)}.${payload}.${code.signature}`, TYP, jwk);
    if (read !== null) return { station: owner.station, shownAt: toInstant(code.shownMs) };
  }
  return null;
}

/** As `StatementSigner` writes it, member by member. */
const headerOf = (kid: KeyId): string => toBase64url(utf8(JSON.stringify({ alg: 'ES256', kid, typ: TYP })));
