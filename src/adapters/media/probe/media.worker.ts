import { answerRequest, type Post } from './answer.ts';
import { askMediaCapabilities } from './can-play.ts';
import type { ProbeRequest } from './protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

const post: Post = (answer, handOver = []) => self.postMessage(answer, handOver);

// Both ends of this channel are built together, and requests come from our own window only: no decoder is needed here.
self.addEventListener('message', (event: MessageEvent<ProbeRequest>) => {
  void answerRequest(event.data, askMediaCapabilities, post);
});

post({ kind: 'ready' });
