import fc from 'fast-check';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { packText } from '../base/packed-text.ts';
import { asId, type BureauId } from './ids.ts';
import { type OneShot, parseOneShot, toOneShotText } from './one-shot.ts';
import { fromSdpShorthand, toSdpShorthand } from './sdp-shorthand.ts';

/** As Chromium 156 wrote it for one negotiated data channel. */
const HIDDEN_ADDRESSES =
  'v=0\r\no=- 300464858089026878 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\na=extmap-allow-mixed\r\na=msid-semantic: WMS\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\na=candidate:2753998009 1 udp 2113937151 b78bb545-bc00-4f60-a156-df2967b30aaf.local 38471 typ host generation 0 network-cost 999\r\na=candidate:2740240393 1 udp 2113942271 d1d020b8-bbc4-4903-b4e2-d066ef0dd6bc.local 51517 typ host generation 0 network-cost 999\r\na=ice-ufrag:tegu\r\na=ice-pwd:haO11YUleswJlSwqUh0CmuCK\r\na=ice-options:trickle\r\na=fingerprint:sha-256 79:49:8C:BF:26:6C:15:0F:5D:1A:5B:92:05:C0:BE:CA:4E:65:11:93:22:3D:F3:FF:6A:F2:72:90:0D:82:2D:B1\r\na=setup:actpass\r\na=mid:0\r\na=sctp-port:5000\r\na=max-message-size:262144\r\n';
/** With permission for the microphone, on a PC with a cable and a wireless card. */
const OPEN_ADDRESSES = HIDDEN_ADDRESSES.replace(
  /a=candidate[\s\S]*?(?=a=ice-ufrag)/,
  [
    'a=candidate:1966762134 1 udp 2122260223 192.168.1.23 54609 typ host generation 0 network-id 1 network-cost 10\r\n',
    'a=candidate:2965041213 1 udp 2122194687 10.20.3.14 41873 typ host generation 0 network-id 2 network-cost 50\r\n',
    'a=candidate:842163049 1 tcp 1518280447 192.168.1.23 9 typ host tcptype active generation 0 network-id 1 network-cost 10\r\n',
  ].join(''),
);

const SESSION = 'session_'.padEnd(22, '0');
const BUREAU = asId<BureauId>('bureau_'.padEnd(22, '0'));
const offer: OneShot = { act: 'offer', session: SESSION, bureau: BUREAU, sdp: HIDDEN_ADDRESSES };
const expected = { act: 'offer', bureau: BUREAU, session: null } as const;

describe('a description in shorthand', () => {
  it.each([HIDDEN_ADDRESSES, OPEN_ADDRESSES])('comes back to the letter', (sdp) => {
    const short = toSdpShorthand(sdp);
    expect(short.length).toBeLessThan(sdp.length / 2);
    expect(fromSdpShorthand(short)).toBe(sdp);
  });

  it('is not needed for what it does not fit', () => {
    for (const sdp of ['', 'v=0\nà', 'a=fingerprint:sha-256 AB', '\u00a7\u00c0', `${HIDDEN_ADDRESSES}é`])
      expect(fromSdpShorthand(toSdpShorthand(sdp))).toBe(sdp);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fromSdpShorthand(toSdpShorthand(text)) === text));
  });

  it.each(['', 'x', 's\u00a0', 's\uffff', `s\u00a7${'A'.repeat(42)}B`])('%j stands for nothing', (text) => {
    expect(fromSdpShorthand(text)).toBeNull();
  });
});

describe('an offer carried by hand', () => {
  it.each([HIDDEN_ADDRESSES, OPEN_ADDRESSES])('is read again and stays small enough for a code', async (sdp) => {
    const text = await toOneShotText({ ...offer, sdp });
    expect(await parseOneShot(text, expected)).toEqual({ ok: true, value: { ...offer, sdp } });
    expect(text.length).toBeLessThan(520);
    expect(encode(text, { ecc: 'L' }).version).toBeLessThanOrEqual(15);
  });

  it('of another bureau is refused', async () => {
    const text = await toOneShotText({ ...offer, bureau: asId<BureauId>('x'.repeat(22)) });
    expect(await parseOneShot(text, expected)).toEqual({ ok: false, refusal: 'other-bureau' });
  });

  it('is no answer, and an answer to another offer is refused', async () => {
    const waiting = { act: 'answer', bureau: BUREAU, session: SESSION } as const;
    expect(await parseOneShot(await toOneShotText(offer), waiting)).toEqual({ ok: false, refusal: 'other-act' });
    const answer = await toOneShotText({ ...offer, act: 'answer' });
    expect(await parseOneShot(answer, expected)).toEqual({ ok: false, refusal: 'other-act' });
    expect(await parseOneShot(answer, waiting)).toMatchObject({ ok: true });
    const other = await toOneShotText({ ...offer, act: 'answer', session: 'y'.repeat(22) });
    expect(await parseOneShot(other, waiting)).toEqual({ ok: false, refusal: 'other-session' });
  });

  it('of a newer version, cut off, damaged, or none at all: each has its name', async () => {
    const text = await toOneShotText(offer);
    const refusalOf = async (pasted: string) => {
      const result = await parseOneShot(pasted, expected);
      return result.ok ? null : result.refusal;
    };
    expect(await refusalOf(await packText('LZO.', JSON.stringify({ v: 2, more: 1 })))).toBe('newer-version');
    expect(await refusalOf(text.slice(0, -3))).toBe('cut-off');
    expect(await refusalOf(`${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`)).toBe('damaged');
    expect(await refusalOf(await packText('LZO.', '{"v":1,"s":1}'))).toBe('damaged');
    expect(await refusalOf('LZ1.AAAA')).toBe('not-a-code');
    await fc.assert(fc.asyncProperty(fc.string(), async (noise) => (await refusalOf(noise)) !== null));
  });
});
