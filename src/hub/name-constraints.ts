import { Extension, type X509Certificate } from '@peculiar/x509';

const OID = '2.5.29.30';
const SEQUENCE = 0x30;
const CONTEXT = 0x80;
const CONSTRUCTED = 0x20;
/** Choices of GeneralName, RFC 5280 §4.2.1.6. */
const DNS_NAME = 2;
const IP_ADDRESS = 7;

/** One element of DER (X.690 §8.1): tag, length, contents. */
function element(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(contents);
  if (body.length > 0xffff) throw new RangeError('longer than a name constraint can be');
  const length =
    body.length < 0x80
      ? [body.length]
      : body.length < 0x100
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Uint8Array.from([tag, ...length]), body]);
}

const subtree = (choice: number, value: Uint8Array): Uint8Array => element(SEQUENCE, element(CONTEXT | choice, value));

/**
 * NameConstraints (RFC 5280 §4.2.1.10), critical: `host` (and names below it), and no IP address. The library has no
 * class for it. Address ranges are address and mask, all zero for "every address".
 */
export function nameConstraints(host: string): Extension {
  const permitted = element(CONTEXT | CONSTRUCTED | 0, subtree(DNS_NAME, Buffer.from(host, 'ascii')));
  const everyV4 = subtree(IP_ADDRESS, new Uint8Array(8));
  const everyV6 = subtree(IP_ADDRESS, new Uint8Array(32));
  const excluded = element(CONTEXT | CONSTRUCTED | 1, everyV4, everyV6);
  return new Extension(OID, true, new Uint8Array(element(SEQUENCE, permitted, excluded)));
}

/** True when `certificate` may vouch for exactly `host`. */
export function isConstrainedTo(certificate: X509Certificate, host: string): boolean {
  const found = certificate.getExtension(OID);
  return found !== null && Buffer.from(found.rawData).equals(Buffer.from(nameConstraints(host).rawData));
}
