import { answerRequest } from './answer.ts';
import { askMediaCapabilities } from './can-play.ts';
import type { ProbeAnswer, ProbeRequest } from './protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

const post = (answer: ProbeAnswer): void => self.postMessage(answer);

// Both ends of this channel are built together, and requests come from our own window only: no decoder is needed here.
self.addEventListener('message', (event: MessageEvent<ProbeRequest>) => {
  void answerRequest(event.data, askMediaCapabilities, post);
});

post({ kind: 'ready' });
