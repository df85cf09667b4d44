import { fromBase64url, toBase64url } from '../base/base64url.ts';
import { fromHex, toHex } from '../base/hex.ts';

/**
 * What every browser's description of a data channel repeats (RFC 8866, RFC 8841), one letter each, so that an offer fits a
 * code that a cheap camera reads. SDP of a data channel is ASCII, so letters beyond it are free. Order is part of the format:
 * add at the end only.
 */
const PHRASES: readonly string[] = [
  'v=0\r\no=- ',
  ' 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n',
  'a=group:BUNDLE 0\r\n',
  'a=extmap-allow-mixed\r\n',
  'a=msid-semantic: WMS\r\n',
  'm=application ',
  ' UDP/DTLS/SCTP webrtc-datachannel\r\n',
  'c=IN IP4 ',
  '0.0.0.0\r\n',
  'a=candidate:',
  ' 1 udp ',
  ' 1 tcp ',
  ' typ host',
  ' generation 0',
  ' network-id ',
  ' network-cost ',
  ' tcptype active',
  '.local ',
  'a=ice-ufrag:',
  'a=ice-pwd:',
  'a=ice-options:trickle\r\n',
  'a=setup:actpass\r\n',
  'a=setup:active\r\n',
  'a=mid:0\r\n',
  'a=sctp-port:5000\r\n',
  'a=max-message-size:262144\r\n',
  'a=end-of-candidates\r\n',
  '192.168.',
  'c=IN IP6 ::\r\n',
];
const FIRST_LETTER = 0xc0;
const FINGERPRINT_LETTER = '\u00a7';
const SHORT = 's';
const PLAIN = 'p';

const letterOf = (index: number): string => String.fromCodePoint(FIRST_LETTER + index);

/** SHA-256 written as hexadecimal pairs takes 95 characters, as base64url 43. */
const FINGERPRINT = /a=fingerprint:sha-256 ((?:[0-9A-F]{2}:){31}[0-9A-F]{2})\r\n/g;
const SHORT_FINGERPRINT = /\u00a7([A-Za-z0-9_-]{43})/g;

const shortFingerprint = (_: string, hex: string): string =>
  FINGERPRINT_LETTER + toBase64url(fromHex(hex.replaceAll(':', '')));

function longFingerprint(_: string, text: string): string {
  const pairs = toHex(fromBase64url(text)).toUpperCase().match(/../g) ?? [];
  return `a=fingerprint:sha-256 ${pairs.join(':')}\r\n`;
}

export function toSdpShorthand(sdp: string): string {
  let text = sdp.replaceAll(FINGERPRINT, shortFingerprint);
  for (const [index, phrase] of PHRASES.entries()) text = text.replaceAll(phrase, letterOf(index));
  // Whatever a browser writes, the other side must get exactly that.
  return fromSdpShorthand(SHORT + text) === sdp ? SHORT + text : PLAIN + sdp;
}

/** null for what is not a shorthand of anything. */
export function fromSdpShorthand(shorthand: string): string | null {
  const text = shorthand.slice(1);
  if (shorthand.startsWith(PLAIN)) return text;
  if (!shorthand.startsWith(SHORT)) return null;
  try {
    const whole = text.replaceAll(SHORT_FINGERPRINT, longFingerprint);
    return whole.replaceAll(/[\u00a0-\uffff]/g, (letter) => {
      const phrase = PHRASES[(letter.codePointAt(0) ?? 0) - FIRST_LETTER];
      if (phrase === undefined) throw new RangeError('a letter that stands for nothing');
      return phrase;
    });
  } catch {
    return null;
  }
}
