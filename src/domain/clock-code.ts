import { utf8 } from '../base/bytes.ts';
import type { BureauId, KeyId } from './ids.ts';

/**
 * 对时二维码 (Art. 5): the station's time, signed by the station, shown as a QR code and filmed for some seconds. What the recorder's
 * clock claims of that moment against what the code says is the offset, proven inside the footage itself.
 *
 * `LZC1.<first 8 characters of the station's key id>.<milliseconds since 1970>.<signature>`. The signature is the third part of a
 * compact JWS of type `luzheng-clock+jws`, whose first two parts are rebuilt by the reader: a code half as long is read from twice
 * as far.
 */
export interface ClockCode {
  readonly keyHint: string;
  readonly shownMs: number;
  /** base64url, 64 bytes. */
  readonly signature: string;
}

const FORM = /^LZC1\.([A-Za-z0-9_-]{8})\.(\d{12,14})\.([A-Za-z0-9_-]{86})$/;
const HINT_LENGTH = 8;

export const keyHintOf = (keyId: KeyId): string => keyId.slice(0, HINT_LENGTH);

export const toClockText = ({ keyHint, shownMs, signature }: ClockCode): string =>
  `LZC1.${keyHint}.${shownMs}.${signature}`;

/** null: another code was filmed, which is normal. */
export function parseClockText(text: string): ClockCode | null {
  const [, keyHint, shownMs, signature] = FORM.exec(text) ?? [];
  if (keyHint === undefined || shownMs === undefined || signature === undefined) return null;
  return { keyHint, shownMs: Number(shownMs), signature };
}

/** What is signed, byte for byte. */
export const clockPayload = (bureau: BureauId, shownMs: number): Uint8Array<ArrayBuffer> =>
  utf8(JSON.stringify({ bureau, at: shownMs }));
