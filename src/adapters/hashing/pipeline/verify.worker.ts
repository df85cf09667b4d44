import { isFault } from '../../../base/fault.ts';
import { treeSha256 } from '../tree-sha256.ts';
import { CHUNK_BYTES } from './protocol.ts';
import { openReader } from './source-reader.ts';
import type { VerifyAnswer, VerifyRequest } from './verify-protocol.ts';

/** Chunks hashed at once: the platform's threads work while the next chunk is read. */
const AHEAD = 4;
let stopped = 0;

const answer = (message: VerifyAnswer): void => self.postMessage(message);

self.onmessage = (event: MessageEvent<VerifyRequest>) => {
  const request = event.data;
  if (request.kind === 'abort') {
    stopped = request.id;
    return;
  }
  void read(request).then(answer, (error: unknown) =>
    answer({ kind: 'fault', id: request.id, code: isFault(error) ? error.code : 'source-unreadable' }),
  );
};
self.postMessage('ready');

async function read({ id, blob }: Extract<VerifyRequest, { kind: 'verify' }>): Promise<VerifyAnswer> {
  const reader = openReader({ kind: 'blob', blob }, 0);
  const leaves: Promise<Uint8Array>[] = [];
  const free: ArrayBuffer[] = Array.from({ length: AHEAD }, () => new ArrayBuffer(CHUNK_BYTES));
  let bytes = 0;
  try {
    for (;;) {
      if (stopped >= id) return { kind: 'aborted', id };
      const { buffer, length } = await reader.fill(free.shift() ?? new ArrayBuffer(CHUNK_BYTES));
      if (length === 0) break;
      const leaf = crypto.subtle
        .digest('SHA-256', new Uint8Array(buffer, 0, length))
        .then((digest) => new Uint8Array(digest));
      leaves.push(leaf);
      bytes += length;
      // The digest took a copy of the bytes when it was called; the buffer can be filled again.
      free.push(buffer);
      if (leaves.length % AHEAD === 0) {
        await leaf;
        answer({ kind: 'progress', id, bytes });
      }
      if (length < CHUNK_BYTES) break;
    }
  } finally {
    reader.close();
  }
  return { kind: 'done', id, bytes, treeSha256: await treeSha256(await Promise.all(leaves)) };
}
