import { isIP } from 'node:net';

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** A name a certificate can carry and a browser can open: lower-case labels of RFC 1123, no address, not this PC itself. */
export function isHostName(text: string): boolean {
  const labels = text.split('.');
  const last = labels.at(-1) ?? '';
  // Browsers read a name whose last label is a number as an IPv4 address.
  if (isIP(text) !== 0 || /^\d+$/.test(last) || last === 'localhost') return false;
  return text.length <= 253 && labels.every((label) => LABEL.test(label));
}

/** The name this PC announces on the LAN by itself (RFC 6762): `<computer name>.local`. */
export function localNameOf(computerName: string): string {
  const [first = ''] = computerName.toLowerCase().split('.');
  const label = first
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .slice(0, 63)
    .replaceAll(/^-+|-+$/g, '');
  return label === '' || label === 'localhost' ? 'luzheng.local' : `${label}.local`;
}
