import * as v from 'valibot';
import { fromBase64url, toBase64url } from '../base/base64url.ts';
import { utf8 } from '../base/bytes.ts';
import { done, type Outcome, refused } from '../base/outcome.ts';
import { asId, type BureauId, type KeyId } from '../domain/ids.ts';
import type { Entry } from './entry.ts';
import { KINDS } from './kinds.ts';
import type { EntryVerifier } from './ports.ts';

/**
 * A bureau's id commits to who founded it: the first 16 bytes of SHA-256 over the founder's key, the recovery key and a
 * salt. Nobody can make a second founding entry of the same bureau with another key.
 */
export async function bureauIdOf(
  founderKey: KeyId,
  recoveryKey: KeyId,
  salt: string,
  verifier: Pick<EntryVerifier, 'sha256'>,
): Promise<BureauId> {
  const hash = await verifier.sha256(utf8(`luzheng-bureau\n${founderKey}\n${recoveryKey}\n${salt}`));
  return asId<BureauId>(toBase64url(hash.subarray(0, 16)));
}

export type FoundingFault = 'not-a-founding' | 'keys-unfit' | 'bureau-id-wrong' | 'signature-wrong';

/** Examines a founding entry before a station pins it as root. */
export async function examineFounding(
  entry: Entry,
  verifier: EntryVerifier,
): Promise<Outcome<BureauId, FoundingFault>> {
  const { payload } = entry;
  if (payload.kind !== 'bureau-founded' || payload.seq !== 0 || payload.lc !== 1) return refused('not-a-founding');
  const read = v.safeParse(KINDS['bureau-founded'].body, payload.body);
  if (!read.success) return refused('not-a-founding');
  const { founder, station, recovery, salt, bureau } = read.output;
  const named = [founder.keys, station.keys, recovery];
  const thumbs = await Promise.all(named.map((keys) => verifier.thumbprint(keys.signing)));
  if (thumbs.some((thumb, i) => thumb !== named[i]?.keyId) || founder.keys.keyId !== entry.keyId)
    return refused('keys-unfit');
  // A recovery key that signs every day is no key on paper: whoever has it unseats the founder.
  if (new Set(thumbs).size < thumbs.length) return refused('keys-unfit');
  const id = await bureauIdOf(founder.keys.keyId, recovery.keyId, salt, verifier);
  if (fromBase64url(salt).byteLength !== 16 || id !== bureau || id !== payload.bureau)
    return refused('bureau-id-wrong');
  return (await verifier.verify(entry.jws, founder.keys.signing)) ? done(id) : refused('signature-wrong');
}
