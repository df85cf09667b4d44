import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeMemoryKeyStore } from '../../../test/doubles/memory-key-store.ts';
import { toBase64url } from '../../base/base64url.ts';
import { utf8 } from '../../base/bytes.ts';
import { fromHex, toHex } from '../../base/hex.ts';
import { toInstant } from '../../domain/time.ts';
import { makeEntryVerifier } from './entry-verifier.ts';
import { makeKeyring } from './keyring.ts';
import { parseRecoveryText, toRecoveryText } from './recovery-text.ts';
import { signerOf } from './web-crypto/entry-signer.ts';
import { P256_ORDER } from './web-crypto/low-s.ts';

const scalars = fc
  .bigInt({ min: 1n, max: P256_ORDER - 1n })
  .map((value) => fromHex(value.toString(16).padStart(64, '0')));
const ONE = fromHex('1'.padStart(64, '0'));

describe('the recovery key as text', () => {
  it('is 14 groups of four of an alphabet without I, L, O and U', async () => {
    // The last group is the first 20 bits of SHA-256("luzheng-recovery-key" 00, then 31 bytes 00 and one 01).
    expect(await toRecoveryText(ONE)).toBe('0000-0000-0000-0000-0000-0000-0000-0000-0000-0000-0000-0000-0001-BZ5Z');
    await fc.assert(
      fc.asyncProperty(scalars, async (scalar) => {
        expect(await toRecoveryText(scalar)).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });

  it('comes back the same, however it was typed', async () => {
    const typings: readonly ((text: string) => string)[] = [
      (text) => text,
      (text) => text.toLowerCase(),
      (text) => text.replaceAll('-', ' '),
      (text) => text.replaceAll('-', ''),
      (text) => text.replaceAll('-', '—\n'),
      (text) => text.replaceAll('0', 'O').replaceAll('1', 'I'),
      (text) => text.replaceAll('0', 'o').replaceAll('1', 'l'),
      (text) => text.replace(/[0-9A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    ];
    await fc.assert(
      fc.asyncProperty(scalars, fc.constantFrom(...typings), async (scalar, typed) => {
        const parsed = await parseRecoveryText(typed(await toRecoveryText(scalar)));
        expect(parsed.ok && toHex(parsed.value)).toBe(toHex(scalar));
      }),
    );
  });

  it('one character mistaken is noticed', async () => {
    const others = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ');
    await fc.assert(
      fc.asyncProperty(scalars, fc.nat(55), others, async (scalar, at, other) => {
        const text = (await toRecoveryText(scalar)).replaceAll('-', '');
        fc.pre(text[at] !== other);
        const parsed = await parseRecoveryText(text.slice(0, at) + other + text.slice(at + 1));
        expect(parsed).toEqual({ ok: false, refusal: { code: 'checksum-wrong' } });
      }),
    );
  });

  it('says what is wrong with a text that cannot be one', async () => {
    const text = await toRecoveryText(ONE);
    const refusal = async (typed: string): Promise<unknown> => {
      const parsed = await parseRecoveryText(typed);
      return parsed.ok ? null : parsed.refusal;
    };
    expect(await refusal('')).toEqual({ code: 'length-wrong', characters: 0, expected: 56 });
    expect(await refusal(text.slice(0, -1))).toEqual({ code: 'length-wrong', characters: 55, expected: 56 });
    expect(await refusal(`${text}0`)).toEqual({ code: 'length-wrong', characters: 57, expected: 56 });
    expect(await refusal(text.replace('0001', '00U1'))).toEqual({ code: 'character-unknown', at: 51, character: 'U' });
    expect(await refusal('Z'.repeat(56))).toEqual({ code: 'checksum-wrong' });
    expect(await refusal(`${'0'.repeat(52)}${text.slice(-4)}`)).toEqual({ code: 'checksum-wrong' });
  });

  it('answers any text without throwing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (text) => {
        expect((await parseRecoveryText(text)).ok).toBe(false);
      }),
    );
  });

  it('nothing but a private scalar can be written', async () => {
    const beyond = fromHex(P256_ORDER.toString(16));
    for (const bytes of [new Uint8Array(32), new Uint8Array(31).fill(1), beyond]) {
      await expect(toRecoveryText(bytes)).rejects.toThrow(RangeError);
    }
  });

  it('the printed key signs as the public half that was recorded', async () => {
    const keyring = makeKeyring({ store: makeMemoryKeyStore(), now: () => toInstant(0) });
    const made = await keyring.makeRecoveryKey();
    const scalar = await parseRecoveryText(made.text);
    if (!scalar.ok) throw new Error(scalar.refusal.code);
    const jwk = { ...made.public, d: toBase64url(scalar.value) };
    const key = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
    const jws = await signerOf(made.keyId, key).sign(utf8('{}'));
    expect(await makeEntryVerifier().verify(jws, made.public)).toBe(true);
  });
});
