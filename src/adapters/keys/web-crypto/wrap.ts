import { fromBase64url, toBase64url } from '../../../base/base64url.ts';
import { utf8 } from '../../../base/bytes.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { WrappedPersonKey } from '../../../ledger/keyring.ts';
import { AGREEMENT_USES, ECDH, ECDSA, type KeyPairs } from './key-pairs.ts';

/** OWASP's floor for PBKDF2-HMAC-SHA256 (Password Storage Cheat Sheet). */
export const PBKDF2_ROUNDS = 600_000;

type Half = 'signing' | 'agreement';

/** A wrapped half opens only as what it was wrapped for: swapping rows in the table gives a wrong passphrase, not another's key. */
const boundTo = (key: Pick<WrappedPersonKey, 'keyId' | 'person'>, half: Half): Uint8Array<ArrayBuffer> =>
  utf8(`luzheng-person-key|${half}|${key.keyId}|${key.person}`);

/** NFKC, so that digits typed full-width by an input method are the same passphrase. */
async function wrappingKey(passphrase: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', utf8(passphrase.normalize('NFKC')), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const kdf = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(kdf, secret, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);
}

export async function wrapPersonKey(
  pairs: KeyPairs,
  person: PersonId,
  passphrase: string,
  rounds: number,
): Promise<WrappedPersonKey> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await wrappingKey(passphrase, salt, rounds);
  const owner = { keyId: pairs.public.keyId, person };
  const wrapHalf = async (half: Half): Promise<{ readonly text: string; readonly iv: string }> => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const gcm = { name: 'AES-GCM', iv, additionalData: boundTo(owner, half) };
    const wrapped = await crypto.subtle.wrapKey('pkcs8', pairs[half].privateKey, key, gcm);
    return { text: toBase64url(new Uint8Array(wrapped)), iv: toBase64url(iv) };
  };
  const signing = await wrapHalf('signing');
  const agreement = await wrapHalf('agreement');
  return {
    ...owner,
    public: pairs.public,
    wrapped: { signing: signing.text, signingIv: signing.iv, agreement: agreement.text, agreementIv: agreement.iv },
    kdf: { name: 'PBKDF2-SHA256', salt: toBase64url(salt), rounds },
  };
}

export interface OpenedPersonKey {
  readonly signing: CryptoKey;
  readonly agreement: CryptoKey;
}

/** Both private halves, non-extractable. null: not this passphrase, or not these bytes; authenticated encryption cannot tell which. */
export async function unwrapPersonKey(key: WrappedPersonKey, passphrase: string): Promise<OpenedPersonKey | null> {
  const wrapping = await wrappingKey(passphrase, fromBase64url(key.kdf.salt), key.kdf.rounds);
  const open = (half: Half, text: string, ivText: string): Promise<CryptoKey> => {
    const gcm = { name: 'AES-GCM', iv: fromBase64url(ivText), additionalData: boundTo(key, half) };
    return half === 'signing'
      ? crypto.subtle.unwrapKey('pkcs8', fromBase64url(text), wrapping, gcm, ECDSA, false, ['sign'])
      : crypto.subtle.unwrapKey('pkcs8', fromBase64url(text), wrapping, gcm, ECDH, false, [...AGREEMENT_USES]);
  };
  try {
    const { signing, signingIv, agreement, agreementIv } = key.wrapped;
    return {
      signing: await open('signing', signing, signingIv),
      agreement: await open('agreement', agreement, agreementIv),
    };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}
