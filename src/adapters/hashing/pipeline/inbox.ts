import type { RingMessage } from './protocol.ts';

/**
 * Messages of a port one by one, in order. The port is listened to from now on. Waiting ends with the reason of `signal`:
 * a worker of the ring that is gone sends nothing more.
 */
export function makeInbox(port: Pick<MessagePort, 'onmessage'>, signal: AbortSignal): () => Promise<RingMessage> {
  const waiting: RingMessage[] = [];
  let wake: ((message: RingMessage) => void) | null = null;
  let fail: (reason: unknown) => void = () => undefined;
  signal.addEventListener('abort', () => fail(signal.reason), { once: true });
  port.onmessage = (event: MessageEvent<RingMessage>) => {
    if (wake === null) waiting.push(event.data);
    else wake(event.data);
    wake = null;
  };
  return () => {
    const next = waiting.shift();
    if (next !== undefined) return Promise.resolve(next);
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      wake = resolve;
      fail = reject;
    });
  };
}
