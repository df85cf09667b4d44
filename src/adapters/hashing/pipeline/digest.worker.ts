import { openPlace, runPlace } from './digest-engine.ts';
import { type DigestStart, type RingMessage, STATE_REFUSED } from './protocol.ts';

/** Surfaces as the worker's error event, which the client turns into a fault. */
const crash = (error: unknown): void => {
  setTimeout(() => {
    throw error;
  });
};

self.onmessage = (event: MessageEvent<DigestStart>) => {
  const { from, to } = event.data;
  openPlace(event.data).then(
    (place) => {
      const take = runPlace(place, (message) =>
        to.postMessage(message, message.kind === 'chunk' ? [message.buffer] : []),
      );
      // Messages that came before wait in the port until it is listened to.
      from.onmessage = (passed: MessageEvent<RingMessage>) => void take(passed.data).catch(crash);
    },
    (error: unknown) => (event.data.state === null ? crash(error) : self.postMessage(STATE_REFUSED)),
  );
};
