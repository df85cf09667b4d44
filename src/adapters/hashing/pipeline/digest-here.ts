import { openPlace, runPlace } from './digest-engine.ts';
import { makeInbox } from './inbox.ts';
import type { RingMessage } from './protocol.ts';

/**
 * Both digests in the worker that copies: a file of a few chunks is done before they would have gone round the ring. Nothing is
 * resumed here.
 */
export async function digestHere(
  whole: boolean,
  signal: AbortSignal,
): Promise<{ readonly send: (message: RingMessage) => void; readonly receive: () => Promise<RingMessage> }> {
  const { take, fail, receive } = makeInbox(signal);
  const sm3 = runPlace(await openPlace({ algorithm: 'sm3', whole, state: null }), take);
  const sha256 = runPlace(
    await openPlace({ algorithm: 'sha256', whole, state: null }),
    (message) => void sm3(message).catch(fail),
  );
  return { send: (message) => void sha256(message).catch(fail), receive };
}
