import { makeEntryVerifier } from '../entry-verifier.ts';
import type { VerifiedBatch, VerifyBatch } from './protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

const verifier = makeEntryVerifier();

async function answer({ id, keys, entries }: VerifyBatch): Promise<VerifiedBatch> {
  const good = await Promise.all(
    entries.map(([jws, at]) => {
      const key = keys[at];
      return key === undefined ? false : verifier.verify(jws, key);
    }),
  );
  return { id, good };
}

// Both ends of this channel are built together, and batches come from our own window only: no decoder is needed here.
self.addEventListener('message', (event: MessageEvent<VerifyBatch>) => {
  void answer(event.data).then((each) => self.postMessage(each));
});
