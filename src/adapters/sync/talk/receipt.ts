import * as v from 'valibot';
import { fromUtf8, utf8 } from '../../../base/bytes.ts';
import type { BureauId, StationId } from '../../../domain/ids.ts';
import type { PeerReceipt } from '../../../domain/ports/peer-notes.ts';
import { type Instant, isInstant } from '../../../domain/time.ts';
import type { Frontier } from '../../../ledger/exchange.ts';
import type { PublicJwk } from '../../../ledger/ports.ts';
import type { StatementSigner, StatementVerifier } from '../../../ledger/statement.ts';
import { entryId, keyId, MOST_KEYS, seq } from '../messages/place.ts';

const receiptSchema = v.strictObject({
  bureau: v.string(),
  station: v.string(),
  at: v.pipe(
    v.string(),
    v.check(isInstant),
    v.transform((text) => text as Instant),
  ),
  heads: v.pipe(
    v.array(v.strictObject({ key: keyId, seq, id: entryId })),
    v.maxLength(MOST_KEYS),
    // One order and no key twice: two books of the same heads are then the same text.
    v.check((heads) => heads.every(({ key }, i) => i === 0 || (heads[i - 1]?.key ?? '') < key)),
  ),
});

/** What a station signs about its own book: it bounds when the entries existed, and proves that a second machine has them. */
export function signReceipt(signer: StatementSigner, bureau: BureauId, at: Instant, heads: Frontier): Promise<string> {
  const { station } = signer;
  return signer.sign('luzheng-frontier+jws', utf8(JSON.stringify({ bureau, station, at, heads })));
}

/** null unless this station signed it with this key about this bureau's book. Never throws on hostile input. */
export async function readReceipt(
  jws: string,
  by: { readonly station: StationId; readonly key: PublicJwk; readonly bureau: BureauId },
  statements: StatementVerifier,
): Promise<PeerReceipt | null> {
  const payload = await statements.read(jws, 'luzheng-frontier+jws', by.key);
  if (payload === null) return null;
  const decoded = v.safeParse(receiptSchema, parse(payload));
  if (!decoded.success || decoded.output.bureau !== by.bureau || decoded.output.station !== by.station) return null;
  return { jws, at: decoded.output.at, heads: decoded.output.heads };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
