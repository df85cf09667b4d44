import 'reflect-metadata';
import { createHash, webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { isConstrainedTo, nameConstraints } from './name-constraints.ts';

/** A certificate and its private key, as PEM. */
export interface Credential {
  readonly certificate: string;
  readonly key: string;
}

/** Upper-case hexadecimal in pairs, as the certificate dialogs of the systems print it. */
export interface Fingerprints {
  readonly sha256: string;
  readonly sha1: string;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Clocks of office PCs and telephones differ. */
const EARLY_MS = DAY_MS;
const AUTHORITY_DAYS = 10 * 365;
/** Apple takes no server certificate of more than 825 days, other browsers may come down to 398. */
const SITE_DAYS = 397;
const RENEW_BEFORE_MS = 30 * DAY_MS;
/** RFC 5280 appendix A, ub-common-name. */
const LONGEST_COMMON_NAME = 64;

const freshKeys = (): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>;

async function toPem(key: webcrypto.CryptoKey): Promise<string> {
  const der = await webcrypto.subtle.exportKey('pkcs8', key);
  return `${PemConverter.encode(der, PemConverter.PrivateKeyTag)}\n`;
}

function fromPem(pem: string): Promise<webcrypto.CryptoKey> {
  const [der] = PemConverter.decode(pem);
  if (!der) throw new TypeError('no key in PEM');
  return webcrypto.subtle.importKey('pkcs8', der, ALGORITHM, false, ['sign']) as Promise<webcrypto.CryptoKey>;
}

/** RFC 5280 §4.1.2.2: positive, at most 20 octets, unique. */
function serialNumber(): string {
  const bytes = webcrypto.getRandomValues(new Uint8Array(16));
  return `40${Buffer.from(bytes).toString('hex')}`;
}

const life = (now: Date, days: number): { notBefore: Date; notAfter: Date } => ({
  notBefore: new Date(now.getTime() - EARLY_MS),
  notAfter: new Date(now.getTime() + days * DAY_MS),
});

/**
 * An authority that may vouch for `host` and nothing else (RFC 5280 §4.2.1.10): whoever trusts it gives this PC no
 * power over other sites, also when its key is stolen.
 */
export async function issueAuthority(host: string, now: Date): Promise<Credential> {
  const keys = await freshKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: [{ CN: [`Luzheng ${host}`.slice(0, LONGEST_COMMON_NAME)] }, { O: ['Luzheng'] }],
    ...life(now, AUTHORITY_DAYS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      nameConstraints(host),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: `${certificate.toString('pem')}\n`, key: await toPem(keys.privateKey) };
}

/** A server certificate for `host`, signed by `authority` and never outliving it. */
export async function issueSite(host: string, authority: Credential, now: Date): Promise<Credential> {
  const keys = await freshKeys();
  const issuer = new X509Certificate(authority.certificate);
  const { notBefore, notAfter } = life(now, SITE_DAYS);
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: [{ CN: [host.slice(0, LONGEST_COMMON_NAME)] }],
    issuer: issuer.subject,
    notBefore: new Date(Math.max(notBefore.getTime(), issuer.notBefore.getTime())),
    notAfter: new Date(Math.min(notAfter.getTime(), issuer.notAfter.getTime())),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: await fromPem(authority.key),
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([{ type: 'dns', value: host }]),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return { certificate: `${certificate.toString('pem')}\n`, key: await toPem(keys.privateKey) };
}

/** What is to be done with kept credentials. `clock-behind`: this PC's clock is wrong, so they are kept as they are. */
export type Judgement = 'keep' | 'clock-behind' | 'new-site' | 'new-authority';

async function belong({ certificate, key }: Credential): Promise<boolean> {
  const proof = new Uint8Array(32);
  const publicKey = await new X509Certificate(certificate).publicKey.export(ALGORITHM, ['verify']);
  const signature = await webcrypto.subtle.sign(ALGORITHM, await fromPem(key), proof);
  return webcrypto.subtle.verify(ALGORITHM, publicKey, signature, proof);
}

/** Throws on an authority that cannot be read or whose key is another's: that is damage, which nobody should lose silently. */
async function judgeAuthority(authority: Credential, host: string, now: Date): Promise<Judgement> {
  const certificate = new X509Certificate(authority.certificate);
  if (!(await belong(authority))) throw new TypeError('key and certificate do not belong together');
  if (!isConstrainedTo(certificate, host)) return 'new-authority';
  if (certificate.notBefore > now) return 'clock-behind';
  return certificate.notAfter.getTime() - now.getTime() < RENEW_BEFORE_MS ? 'new-authority' : 'keep';
}

/** Whether kept credentials still serve `host` at `now`. Throws on a damaged authority; a damaged site is made anew. */
export async function judge(
  authority: Credential,
  site: Credential | undefined,
  host: string,
  now: Date,
): Promise<Judgement> {
  const judgement = await judgeAuthority(authority, host, now);
  if (judgement !== 'keep' && judgement !== 'clock-behind') return judgement;
  if (!site) return 'new-site';
  try {
    const certificate = new X509Certificate(site.certificate);
    const issuer = new X509Certificate(authority.certificate);
    const names = certificate.getExtension(SubjectAlternativeNameExtension)?.names.toJSON() ?? [];
    const isSound =
      names.some(({ type, value }) => type === 'dns' && value === host) &&
      (await certificate.verify({ publicKey: issuer.publicKey, signatureOnly: true })) &&
      (await belong(site));
    if (!isSound) return 'new-site';
    if (judgement === 'clock-behind' || certificate.notBefore > now) return 'clock-behind';
    const left = certificate.notAfter.getTime() - now.getTime();
    // An authority in its last year shortens the site's life; that alone must not renew it daily.
    return left < RENEW_BEFORE_MS && certificate.notAfter < issuer.notAfter ? 'new-site' : 'keep';
  } catch {
    return 'new-site';
  }
}

/** When the certificate starts to hold. */
export const startOf = (pem: string): Date => new X509Certificate(pem).notBefore;
export const endOf = (pem: string): Date => new X509Certificate(pem).notAfter;

export function fingerprintsOf(pem: string): Fingerprints {
  const der = new Uint8Array(new X509Certificate(pem).rawData);
  const print = (algorithm: string): string =>
    createHash(algorithm)
      .update(der)
      .digest('hex')
      .toUpperCase()
      .replaceAll(/(..)(?=.)/g, '$1:');
  return { sha256: print('sha256'), sha1: print('sha1') };
}
