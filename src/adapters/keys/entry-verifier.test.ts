import fc from 'fast-check';
import { type CompactJWSHeaderParameters, CompactSign, compactVerify } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '../../base/base64url.ts';
import { concat, fromUtf8, utf8 } from '../../base/bytes.ts';
import { fromHex } from '../../base/hex.ts';
import { asId, type KeyId } from '../../domain/ids.ts';
import type { PublicJwk } from '../../ledger/ports.ts';
import { makeEntryVerifier } from './entry-verifier.ts';
import { signerOf } from './web-crypto/entry-signer.ts';
import { generatePairs, type KeyPairs } from './web-crypto/key-pairs.ts';
import { isLowS, P256_ORDER, toLowS, toScalar } from './web-crypto/low-s.ts';

const TYP = 'luzheng-entry+jws';
const PAYLOAD = utf8('{"v":1,"at":"2026-03-05T06:30:00.000Z"}');
const verifier = makeEntryVerifier();
let li: KeyPairs;
let wang: KeyPairs;
let honest: string;

/** As any JOSE library signs; low s, so that only what the test changes is wrong. */
async function signWith(header: CompactJWSHeaderParameters, pairs: KeyPairs): Promise<string> {
  const jws = await new CompactSign(PAYLOAD).setProtectedHeader(header).sign(pairs.signing.privateKey);
  return respell(jws, toLowS);
}

function respell(jws: string, change: (signature: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>): string {
  const [head, body, signature = ''] = jws.split('.');
  return `${head}.${body}.${toBase64url(change(fromBase64url(signature)))}`;
}

const highS = (signature: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  const s = P256_ORDER - toScalar(signature.subarray(32));
  return concat(signature.subarray(0, 32), fromHex(s.toString(16).padStart(64, '0')));
};

beforeAll(async () => {
  li = await generatePairs(false);
  wang = await generatePairs(false);
  honest = await signerOf(li.public.keyId, li.signing.privateKey).sign(PAYLOAD);
});

describe('signing an entry', () => {
  it('writes the three header members and the payload as given', () => {
    const [head = '', body = ''] = honest.split('.');
    expect(fromUtf8(fromBase64url(head))).toBe(`{"alg":"ES256","kid":"${li.public.keyId}","typ":"${TYP}"}`);
    expect(fromBase64url(body)).toEqual(PAYLOAD);
  });

  it('always writes the low signature, and it verifies', async () => {
    const signer = signerOf(li.public.keyId, li.signing.privateKey);
    for (let i = 0; i < 24; i++) {
      const jws = await signer.sign(PAYLOAD);
      expect(isLowS(fromBase64url(jws.slice(jws.lastIndexOf('.') + 1)))).toBe(true);
      expect(await verifier.verify(jws, li.public.signing)).toBe(true);
    }
  });
});

describe('the low half', () => {
  const ending = (s: bigint): Uint8Array =>
    concat(new Uint8Array(32).fill(1), fromHex(s.toString(16).padStart(64, '0')));
  const half = P256_ORDER / 2n;

  it('ends at (n − 1) / 2', () => {
    for (const s of [1n, half - 1n, half]) expect(isLowS(ending(s))).toBe(true);
    for (const s of [half + 1n, P256_ORDER - 1n, P256_ORDER]) expect(isLowS(ending(s))).toBe(false);
    expect([isLowS(new Uint8Array(63)), isLowS(new Uint8Array(65)), isLowS(new Uint8Array())]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('changes a high signature and no other', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: P256_ORDER - 1n }), (s) => {
        const low = toLowS(ending(s) as Uint8Array<ArrayBuffer>);
        expect(toScalar(low.subarray(32))).toBe(s <= half ? s : P256_ORDER - s);
        expect(low.subarray(0, 32)).toEqual(ending(s).subarray(0, 32));
      }),
    );
  });
});

describe('verifying an entry', () => {
  it("accepts the author's own and no other's", async () => {
    expect(await verifier.verify(honest, li.public.signing)).toBe(true);
    expect(await verifier.verify(honest, wang.public.signing)).toBe(false);
    expect(await verifier.verify(honest, li.public.agreement)).toBe(false);
  });

  it('refuses a signature respelt by a foreign hand, which would look like a fork', async () => {
    const flipped = respell(honest, highS);
    // The flipped one is a valid ES256 signature: that is the threat.
    const key = await crypto.subtle.importKey('jwk', li.public.signing, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
      'verify',
    ]);
    const dot = flipped.lastIndexOf('.');
    const bytes = fromBase64url(flipped.slice(dot + 1));
    expect(
      await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes, utf8(flipped.slice(0, dot))),
    ).toBe(true);
    expect(await verifier.verify(flipped, li.public.signing)).toBe(false);
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.indexOf(honest.slice(-1));
    const spare = honest.slice(0, -1) + 'BRhx'.charAt(Math.floor(last / 16));
    expect(spare).not.toBe(honest);
    expect(await verifier.verify(spare, li.public.signing)).toBe(false);
  });

  it('pins algorithm, type and key id, and allows no other header member', async () => {
    const kid = li.public.keyId;
    const good = { alg: 'ES256', kid, typ: TYP };
    expect(await verifier.verify(await signWith({ typ: TYP, kid, alg: 'ES256' }, li), li.public.signing)).toBe(true);
    const bad: readonly CompactJWSHeaderParameters[] = [
      { alg: 'ES256', kid },
      { alg: 'ES256', typ: TYP },
      { ...good, kid: wang.public.keyId },
      { ...good, kid: `${kid}=` },
      { ...good, typ: 'JWT' },
      { ...good, typ: TYP.toUpperCase() },
      { ...good, jwk: li.public.signing },
      { ...good, cty: 'json' },
    ];
    for (const header of bad) expect(await verifier.verify(await signWith(header, li), li.public.signing)).toBe(false);
    const none = [toBase64url(utf8(`{"alg":"none","kid":"${kid}","typ":"${TYP}"}`)), honest.split('.')[1], ''].join(
      '.',
    );
    expect(await verifier.verify(none, li.public.signing)).toBe(false);
  });

  it('refuses any other byte in any place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(honest.length - 1), fc.constantFrom(...'AZaz09-_.=+ '), async (at, character) => {
        fc.pre(honest[at] !== character);
        const changed = honest.slice(0, at) + character + honest.slice(at + 1);
        expect(await verifier.verify(changed, li.public.signing)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('says of a signature what jose says, with the low half and the one header on top', async () => {
    const { signing } = li.public;
    const key = await crypto.subtle.importKey('jwk', signing, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
      'verify',
    ]);
    const joseSays = async (jws: string): Promise<boolean> => {
      try {
        await compactVerify(jws, key, { algorithms: ['ES256'] });
        return true;
      } catch {
        return false;
      }
    };
    const [head = '', body = '', end = ''] = honest.split('.');
    const parts = fc.constantFrom(head, body, end, '', 'AA', 'A', `${body}=`, `${end.slice(0, -4)}AAAA`, head.slice(4));
    const lists = fc.array(parts, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(lists, async (list) => {
        const jws = list.join('.');
        expect(await verifier.verify(jws, signing)).toBe(await joseSays(jws));
      }),
      { numRuns: 500, examples: [[[head, body, end]], [[head, body, end, '']], [['', body, end]], [[head, '', end]]] },
    );
  });

  it('takes no header for one it has read before because the key is the same', async () => {
    const fresh = makeEntryVerifier();
    expect(await fresh.verify(honest, li.public.signing)).toBe(true);
    const other = await signWith({ alg: 'ES256', kid: li.public.keyId, typ: 'JWT' }, li);
    expect(await fresh.verify(other, li.public.signing)).toBe(false);
    // Nor one that was refused before.
    expect(await fresh.verify(other, li.public.signing)).toBe(false);
    expect(await fresh.verify(honest, li.public.signing)).toBe(true);
    // An author's own signature over what is no base64url: jose refuses it, so it must not stand here.
    const odd = `${honest.split('.')[0]}.ab*c`;
    const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, li.signing.privateKey, utf8(odd));
    const jws = respell(`${odd}.${toBase64url(new Uint8Array(signature))}`, toLowS);
    expect(await fresh.verify(jws, li.public.signing)).toBe(false);
  });

  it('answers false, and does not throw, on garbage', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.anything(), async (jws, key) => {
        expect(await verifier.verify(jws as string, li.public.signing)).toBe(false);
        expect(await verifier.verify(honest, key as PublicJwk)).toBe(false);
      }),
    );
    const { signing } = li.public;
    const odd: readonly unknown[] = [
      { ...signing, x: `${signing.x}=` },
      { ...signing, x: signing.y },
      { ...signing, x: 'AAAA' },
      { kty: 'oct', k: 'AAAA' },
    ];
    for (const key of odd) expect(await verifier.verify(honest, key as PublicJwk)).toBe(false);
  });

  it('still knows a key after hundreds of others', async () => {
    const many = makeEntryVerifier();
    for (let i = 0; i < 300; i++) {
      await many.verify(honest, { ...li.public.signing, x: toBase64url(new Uint8Array(32).fill(i)) });
    }
    expect(await many.verify(honest, li.public.signing)).toBe(true);
  });
});

describe('naming a key', () => {
  it('is the thumbprint of RFC 7638 over crv, kty, x and y', async () => {
    const { x, y } = li.public.signing;
    const canonical = utf8(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`);
    const expected = asId<KeyId>(toBase64url(await verifier.sha256(canonical)));
    expect(await verifier.thumbprint(li.public.signing)).toBe(expected);
    expect(await verifier.thumbprint({ ...li.public.signing, d: 'x', use: 'sig' } as PublicJwk)).toBe(expected);
  });

  it('hashes as FIPS 180-4 says', async () => {
    const hash = await verifier.sha256(utf8('abc'));
    expect(hash).toEqual(fromHex('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'));
  });
});
