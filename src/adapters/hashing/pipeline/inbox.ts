import type { RingMessage } from './protocol.ts';

/** Messages of a port one by one, in order. The port is listened to from now on. */
export function makeInbox(port: Pick<MessagePort, 'onmessage'>): () => Promise<RingMessage> {
  const waiting: RingMessage[] = [];
  let wake: ((message: RingMessage) => void) | null = null;
  port.onmessage = (event: MessageEvent<RingMessage>) => {
    if (wake === null) waiting.push(event.data);
    else wake(event.data);
    wake = null;
  };
  return () => {
    const next = waiting.shift();
    if (next !== undefined) return Promise.resolve(next);
    return new Promise((resolve) => {
      wake = resolve;
    });
  };
}
