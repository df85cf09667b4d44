import type { KeyId, StationId } from '../domain/ids.ts';
import type { PublicJwk } from './ports.ts';

/**
 * What a station signs that is no entry: that it is at this end of a link, how far its book goes, what time its screen showed. The
 * type stands in the protected header, so no statement can pass for another, and none for an entry.
 */
export type StatementTyp = 'luzheng-link+jws' | 'luzheng-frontier+jws' | 'luzheng-clock+jws';

/** The station's key, for statements. */
export interface StatementSigner {
  readonly keyId: KeyId;
  readonly station: StationId;
  readonly key: PublicJwk;
  /** Compact JWS, header `{alg:"ES256", kid, typ}`. */
  sign(typ: StatementTyp, payload: Uint8Array<ArrayBuffer>): Promise<string>;
}

export interface StatementVerifier {
  /** The payload if the statement is of this type and signed by this key, else null. Never throws on hostile input. */
  read(jws: string, typ: StatementTyp, key: PublicJwk): Promise<Uint8Array<ArrayBuffer> | null>;
}
