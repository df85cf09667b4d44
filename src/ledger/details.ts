import { fromBase64url, toBase64url } from '../base/base64url.ts';
import { concat, utf8 } from '../base/bytes.ts';
import type { RandomBytes } from '../domain/ids.ts';
import { type Json, readJson, writeJson } from './json.ts';
import type { EntryVerifier } from './ports.ts';

/** Links carry no longer ones, so no book takes them. */
export const MAX_DETAILS_LENGTH = 262_144;

/**
 * Names, places, purposes and free text must not be everywhere, nor for ever: they are a JSON of their own, and the
 * entry carries only base64url SHA-256(32 random bytes ‖ JSON). When the details are deleted the commitment stays, and
 * still proves what was said if they are ever shown.
 */
export interface SealedDetails {
  readonly commitment: string;
  readonly salt: string;
  readonly json: string;
}

export async function sealDetails(
  value: Json,
  random: RandomBytes,
  verifier: Pick<EntryVerifier, 'sha256'>,
): Promise<SealedDetails> {
  const salt = random(32);
  const json = writeJson(value);
  const commitment = toBase64url(await verifier.sha256(concat(salt, utf8(json))));
  return { commitment, salt: toBase64url(salt), json };
}

/** Whether shown details are those an entry was signed over, and say the same to every reader. False on malformed input. */
export async function detailsMatch(
  shown: { readonly salt: string; readonly json: string },
  commitment: string,
  verifier: Pick<EntryVerifier, 'sha256'>,
): Promise<boolean> {
  if (shown.json.length > MAX_DETAILS_LENGTH) return false;
  let salt: Uint8Array<ArrayBuffer>;
  try {
    salt = fromBase64url(shown.salt);
  } catch {
    return false;
  }
  if (salt.byteLength !== 32 || readJson(shown.json) === undefined) return false;
  return toBase64url(await verifier.sha256(concat(salt, utf8(shown.json)))) === commitment;
}
