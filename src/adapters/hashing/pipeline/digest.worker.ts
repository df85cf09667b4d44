import { digestMessage, openHasher } from './digest-engine.ts';
import type { DigestStart, RingMessage } from './protocol.ts';

/** One place in the ring. Messages are taken strictly one after another: a digest has an order. */
self.onmessage = (event: MessageEvent<DigestStart>) => {
  const { algorithm, state, from, to } = event.data;
  const opened = openHasher(algorithm, state);
  let turn: Promise<unknown> = opened;
  from.onmessage = (passed: MessageEvent<RingMessage>) => {
    turn = turn.then(async () => {
      const done = await digestMessage(await opened, algorithm, passed.data);
      to.postMessage(done, done.kind === 'chunk' ? [done.buffer] : []);
    });
    turn.catch((error: unknown) => {
      // Surfaces as the worker's error event, which the client turns into a fault.
      setTimeout(() => {
        throw error;
      });
    });
  };
};
self.postMessage('ready');
