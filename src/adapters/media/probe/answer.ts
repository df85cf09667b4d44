import { never } from '../../../base/never.ts';
import { Unreadable } from '../read/bounded-reader.ts';
import { findSigns } from '../signs/find-signs.ts';
import { takeStill } from '../signs/still.ts';
import type { AskBrowser } from './can-play.ts';
import { examine } from './engine.ts';
import type { ProbeAnswer, ProbeRequest } from './protocol.ts';
import { makeThumbnail } from './thumbnail.ts';

/** `handOver`: buffers that go to the other side instead of being copied. */
export type Post = (answer: ProbeAnswer, handOver?: Transferable[]) => void;

const causeOf = (error: unknown): string => {
  const cause = error instanceof Unreadable ? error.cause : error;
  return cause instanceof Error ? `${cause.name}: ${cause.message}`.slice(0, 300) : 'unknown';
};

/** Carries out one request and posts what comes of it. Never throws. */
export async function answerRequest(request: ProbeRequest, ask: AskBrowser, post: Post): Promise<void> {
  try {
    await carryOut(request, ask, post);
  } catch (error) {
    post({ kind: error instanceof Unreadable ? 'unreadable' : 'failed', id: request.id, cause: causeOf(error) });
  }
}

async function carryOut(request: ProbeRequest, ask: AskBrowser, post: Post): Promise<void> {
  const { id, blob } = request;
  switch (request.act) {
    case 'probe': {
      const facts = await examine(request, { ask, report: (soFar) => post({ kind: 'so-far', id, facts: soFar }) });
      return post({ kind: 'facts', id, facts });
    }
    case 'thumbnail':
      return post({ kind: 'thumbnail', id, jpeg: await makeThumbnail(blob, request.facts, request.maxWidth) });
    case 'signs': {
      const { traces, print, writers } = await findSigns(blob, request.facts, request);
      return post({ kind: 'signs', id, traces: [...traces], print, writers: [...writers] });
    }
    case 'still': {
      const still = await takeStill(blob, request.facts, request);
      if (still === null) return post({ kind: 'still', id, still });
      const { width, height, data } = still;
      const pixels = data.buffer as ArrayBuffer;
      return post({ kind: 'still', id, still: { width, height, pixels } }, [pixels]);
    }
    default:
      return never(request);
  }
}
