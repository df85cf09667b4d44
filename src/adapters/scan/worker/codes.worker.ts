import { prepareZXingModule } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { ReadAnswer, ReadRequest } from './protocol.ts';
import { readCodesIn } from './read-codes.ts';

declare const self: DedicatedWorkerGlobalScope;

// From our own origin, so that the service worker has it when the server is gone.
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });

async function answer({ id, width, height, pixels }: ReadRequest): Promise<ReadAnswer> {
  try {
    const texts = await readCodesIn(new ImageData(new Uint8ClampedArray(pixels), width, height));
    return { kind: 'read', id, texts: [...texts] };
  } catch (error) {
    return { kind: 'failed', id, cause: String(error) };
  }
}

// Both ends of this channel are built together, and requests come from our own window only: no decoder is needed here.
self.addEventListener('message', (event: MessageEvent<ReadRequest>) => {
  void answer(event.data).then((each) => self.postMessage(each));
});
