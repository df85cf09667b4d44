import { createServer, type Server as HttpServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createSecureServer, type Server as HttpsServer } from 'node:https';
import { hostname } from 'node:os';
import { Fault } from '../base/fault.ts';
import { endOf, fingerprintsOf, startOf } from './certificate.ts';
import { type Certificates, keepCertificates } from './certificate-folder.ts';
import { type CrowdLimits, keepFromCrowding, USUAL_CROWD } from './crowd.ts';
import { type FoundedFolder, openFoundedFolder } from './founded-folder.ts';
import { answerFounded } from './founded-point.ts';
import { appHeaders } from './headers.ts';
import { type KeptHost, keepHost } from './host-folder.ts';
import { isThisPc, textOf } from './incoming.ts';
import { lanAddresses } from './lan-addresses.ts';
import { close, listen } from './listen.ts';
import type { Addresses } from './place.ts';
import { type House, type HubRequest, type HubResponse, respond } from './respond.ts';
import type { Settings } from './settings.ts';
import { openSignalPoint, type SignalPoint, type SignalPointOptions } from './signal-point.ts';
import { readSite } from './site-files.ts';

export interface HubOptions extends Settings {
  /** Folder of the built app. */
  readonly dist: string;
  readonly version: string;
  /** Listen on this address only; every address of the PC if absent. */
  readonly address?: string;
  readonly now?: () => Date;
  /** Other limits of signalling than the usual ones. */
  readonly signalLimits?: NonNullable<SignalPointOptions['limits']>;
  readonly crowd?: CrowdLimits;
}

export interface Hub {
  readonly addresses: Addresses;
  readonly name: KeptHost;
  readonly certificates: Certificates;
  readonly house: House;
  readonly servers: readonly [HttpServer, HttpsServer];
  readonly signal: SignalPoint;
  /** Renews the certificate if its time has come; connections stay. */
  readonly renew: () => Promise<Certificates>;
  readonly close: () => Promise<void>;
}

export type HubFaultCode = 'app-missing' | 'folder-not-writable';

const GRACE_MS = 500;
/** A bureau's id and what JSON needs around it. */
const MOST_BODY = 200;

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** Puts the answers behind a socket. A bug there costs one answer, not the hub. */
function serve(house: House, founded: FoundedFolder, secure: boolean): RequestListener {
  const answer = async (incoming: IncomingMessage): Promise<HubResponse> => {
    const request = requestOf(incoming, secure);
    const { origin } = incoming.headers;
    const asked = {
      ...request,
      ...(origin === undefined ? {} : { origin }),
      here: isThisPc(incoming.socket.remoteAddress),
      body: () => textOf(incoming, MOST_BODY),
    };
    return (await answerFounded(asked, house.addresses, founded)) ?? respond(request, house);
  };
  return (incoming, outgoing) => {
    answer(incoming)
      .then(({ status, headers, body }) => {
        // RFC 9110 §15.4.5: a 304 has no length of its own to tell.
        const length = status === 304 ? {} : { 'Content-Length': String(body.byteLength) };
        outgoing.writeHead(status, { ...headers, ...length });
        outgoing.end(incoming.method === 'HEAD' ? undefined : body);
      })
      .catch((error: unknown) => {
        console.error(error);
        outgoing.writeHead(500, appHeaders).end();
      })
      .finally(() => incoming.resume());
  };
}

function requestOf({ headers, method, url }: IncomingMessage, secure: boolean): HubRequest {
  const { host, 'accept-encoding': acceptEncoding, 'if-none-match': ifNoneMatch } = headers;
  return {
    method: method ?? '',
    target: url ?? '',
    secure,
    ...(host === undefined ? {} : { host }),
    ...(typeof acceptEncoding === 'string' ? { acceptEncoding } : {}),
    ...(ifNoneMatch === undefined ? {} : { ifNoneMatch }),
  };
}

const timesOf = ({ site }: Certificates): ReturnType<House['certificateTimes']> => ({
  from: startOf(site.certificate).toISOString(),
  until: endOf(site.certificate).toISOString(),
});

async function prepare(
  options: HubOptions,
  now: Date,
): Promise<{ house: Omit<House, 'certificateTimes'>; name: KeptHost; certificates: Certificates }> {
  const site = await readSite(options.dist).catch((error: unknown) => {
    throw new Fault<HubFaultCode>('app-missing', { dir: options.dist }, error);
  });
  if (!site.has('/index.html')) throw new Fault<HubFaultCode>('app-missing', { dir: options.dist });
  try {
    const name = await keepHost(options.dir, options.host, hostname());
    const certificates = await keepCertificates(options.dir, name.host, now);
    const pem = certificates.authority.certificate;
    const addresses = { host: name.host, httpPort: options.httpPort, httpsPort: options.httpsPort };
    const authority = { pem, fingerprints: fingerprintsOf(pem) };
    return { house: { site, addresses, version: options.version, authority, lanAddresses }, name, certificates };
  } catch (error) {
    throw new Fault<HubFaultCode>('folder-not-writable', { dir: options.dir, reason: reasonOf(error) }, error);
  }
}

const secrets = ({ authority, site }: Certificates): { cert: string; key: string } => ({
  cert: `${site.certificate.trim()}\n${authority.certificate.trim()}\n`,
  key: site.key,
});

/**
 * Serves the built app on both ports. Rejects with a Fault (`HubFaultCode`, `PortFaultCode`) and nothing left open.
 * The site is read and the certificate made before a port is opened, so whoever connects gets a whole answer.
 */
export async function startHub(options: HubOptions): Promise<Hub> {
  const now = options.now ?? (() => new Date());
  const { house: first, name, certificates } = await prepare(options, now());
  let current = certificates;
  const house: House = { ...first, certificateTimes: () => timesOf(current) };
  const founded = await openFoundedFolder(options.dir);
  const plain = createServer(serve(house, founded, false));
  const crowd = options.crowd ?? USUAL_CROWD;
  const tls = { ...secrets(certificates), minVersion: 'TLSv1.2', handshakeTimeout: crowd.silentMs } as const;
  const secure = createSecureServer(tls, serve(house, founded, true));
  const servers = [plain, secure] as const;
  keepFromCrowding(servers, crowd);
  const signal = openSignalPoint({ servers, addresses: house.addresses, limits: options.signalLimits ?? {} });
  const closeAll = async (): Promise<void> => {
    signal.close();
    await Promise.all([close(plain, GRACE_MS), close(secure, GRACE_MS)]);
  };
  try {
    await listen(plain, options.httpPort, options.address);
    await listen(secure, options.httpsPort, options.address);
  } catch (error) {
    await closeAll();
    throw error;
  }
  const renew = async (): Promise<Certificates> => {
    const renewed = await keepCertificates(options.dir, name.host, now());
    if (renewed.notices.some(({ kind }) => kind === 'renewed')) secure.setSecureContext(secrets(renewed));
    current = renewed;
    return renewed;
  };
  return { addresses: house.addresses, name, certificates, house, servers, signal, renew, close: closeAll };
}
