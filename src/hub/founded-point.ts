import { decodeToldBureau, FOUNDED_PATH, type FoundedAnswer } from '../domain/founded-at.ts';
import type { FoundedFolder } from './founded-folder.ts';
import { type Addresses, lanOrigin, localOrigin, placeOf } from './place.ts';
import { type HubRequest, type HubResponse, plain } from './respond.ts';

/** What the socket and the headers say beyond a plain request. */
export interface FoundedRequest extends HubRequest {
  /** Header `Origin`; a browser always sends it with PUT. */
  readonly origin?: string;
  /** The browser runs on this PC. */
  readonly here: boolean;
  readonly body: () => Promise<string>;
}

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };

/**
 * Tells a page that is about to found a bureau whether this PC has one already under another address, and notes it when
 * one is opened. Only pages of this hub on this PC are listened to. null: the request is about something else.
 */
export async function answerFounded(
  request: FoundedRequest,
  addresses: Addresses,
  folder: FoundedFolder,
): Promise<HubResponse | null> {
  if (request.target !== FOUNDED_PATH) return null;
  if (placeOf(request.host, request.secure, addresses).kind !== 'app') return null;
  if (request.method === 'GET') {
    const answer: FoundedAnswer = { here: request.here, founded: folder.list() };
    return plain(200, JSON.stringify(answer), JSON_TYPE);
  }
  if (request.method !== 'PUT') return plain(405, 'Method not allowed', { Allow: 'GET, PUT' });
  const own = request.secure ? lanOrigin(addresses) : localOrigin(addresses);
  if (!request.here || request.origin !== own) return plain(403, 'Not from here');
  const bureau = decodeToldBureau(await request.body());
  if (bureau === null) return plain(400, 'Bad request');
  await folder.add({ bureau, origin: own });
  return plain(200, 'Noted');
}
