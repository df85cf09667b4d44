import { getFirstEncodableAudioCodec, getFirstEncodableVideoCodec, type StreamTargetChunk } from 'mediabunny';
import { askMediaCapabilities } from '../probe/can-play.ts';
import { derive } from './engine.ts';
import { failureOf } from './failure.ts';
import type { DeriveAnswer, DeriveRequest } from './protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

const post = (answer: DeriveAnswer): void => self.postMessage(answer);

/** Pictures are for one pair of eyes for some minutes: what is quick to make goes before what is small. */
const encoders = async () => ({
  picture: await getFirstEncodableVideoCodec(['avc', 'vp8', 'vp9']),
  sound: await getFirstEncodableAudioCodec(['aac', 'opus']),
});

const sinkInto = (file: FileSystemSyncAccessHandle): WritableStream<StreamTargetChunk> =>
  new WritableStream({
    write: ({ data, position }) => {
      if (file.write(data, { at: position }) !== data.length)
        throw new DOMException('not all was written', 'QuotaExceededError');
    },
  });

async function make({ original, name, directory, fileName }: DeriveRequest): Promise<DeriveAnswer> {
  const handle = await directory.getFileHandle(fileName, { create: true });
  const file = await handle.createSyncAccessHandle();
  try {
    file.truncate(0);
    const report = (done: number) => post({ kind: 'moved', done });
    const surroundings = { ask: askMediaCapabilities, encoders: await encoders(), report };
    const made = await derive(original, name, sinkInto(file), surroundings);
    file.flush();
    return made.ok ? { kind: 'made', account: made.value } : { kind: 'refused', code: made.refusal.code };
  } finally {
    file.close();
  }
}

// Both ends of this channel are built together, and requests come from our own window only: no decoder is needed here.
self.addEventListener('message', (event: MessageEvent<DeriveRequest>) => {
  make(event.data).then(post, (error: unknown) => post(failureOf(error)));
});
