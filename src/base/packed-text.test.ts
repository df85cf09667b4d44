import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toBase64url } from './base64url.ts';
import { packText, unpackText } from './packed-text.ts';

const MARK = 'LZ1.';
const MOST = 64 * 1024;
const sample = JSON.stringify({ bureau: '洛水市生态环境局', hubs: ['https://lz.local:4174'] });

it('what was packed comes out again, whatever stands around it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 400 }), async (text) => {
      const packed = await packText(MARK, text);
      const broken = packed.replaceAll(/.{40}/g, (line) => `${line}\r\n \u200b`);
      for (const pasted of [
        packed,
        `https://lz.local/join#${packed}`,
        `请打开：${broken}。谢谢`,
        `${packed} more words`,
      ])
        expect(await unpackText(MARK, pasted, MOST)).toEqual({ ok: true, value: text });
    }),
    { numRuns: 40 },
  );
});

it('a text that was cut off is told from one that was changed', async () => {
  const packed = await packText(MARK, sample);
  for (let length = MARK.length; length < packed.length; length++)
    expect(await unpackText(MARK, packed.slice(0, length), MOST)).toEqual({ ok: false, refusal: 'cut-off' });
  for (let at = MARK.length + 4; at < packed.length; at++) {
    const other = packed[at] === 'A' ? 'B' : 'A';
    const changed = await unpackText(MARK, packed.slice(0, at) + other + packed.slice(at + 1), MOST);
    expect(changed).toEqual({ ok: false, refusal: 'damaged' });
  }
});

it('a mark is part of what is checked', async () => {
  const packed = await packText(MARK, sample);
  expect(await unpackText('LZO.', packed.replace(MARK, 'LZO.'), MOST)).toEqual({ ok: false, refusal: 'damaged' });
  expect(await unpackText('LZO.', packed, MOST)).toEqual({ ok: false, refusal: 'no-mark' });
});

it('a small text that swells is refused before it is held', async () => {
  const packed = await packText(MARK, 'x'.repeat(1_000_000));
  expect(packed.length).toBeLessThan(2_000);
  expect(await unpackText(MARK, packed, MOST)).toEqual({ ok: false, refusal: 'damaged' });
});

it('never throws, whatever is pasted', async () => {
  const bytes = fc.uint8Array({ maxLength: 200 }).map((each) => MARK + toBase64url(each));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ maxLength: 300 }), bytes), async (pasted) => {
      const result = await unpackText(MARK, pasted, MOST);
      expect(result.ok).toBe(false);
    }),
    { numRuns: 300 },
  );
});

it('bytes with a right checksum that are no deflated text are damaged', async () => {
  const packed = async (deflated: Uint8Array): Promise<string> => {
    const input = new Uint8Array([...new TextEncoder().encode(MARK), ...deflated]);
    const check = new Uint8Array(await crypto.subtle.digest('SHA-256', input)).subarray(0, 4);
    return MARK + toBase64url(new Uint8Array([deflated.length >> 8, deflated.length & 0xff, ...check, ...deflated]));
  };
  const good = deflateRawSync('abc');
  expect(await unpackText(MARK, await packed(good), MOST)).toEqual({ ok: true, value: 'abc' });
  const badUtf8 = deflateRawSync(Uint8Array.of(0xff, 0xfe));
  for (const bytes of [good.subarray(0, 2), Uint8Array.of(7, 7, 7), new Uint8Array(), badUtf8])
    expect(await unpackText(MARK, await packed(bytes), MOST)).toEqual({ ok: false, refusal: 'damaged' });
});
