import { Unreadable } from '../read/bounded-reader.ts';
import type { AskBrowser } from './can-play.ts';
import { examine } from './engine.ts';
import type { ProbeAnswer, ProbeRequest } from './protocol.ts';
import { makeThumbnail } from './thumbnail.ts';

const causeOf = (error: unknown): string => {
  const cause = error instanceof Unreadable ? error.cause : error;
  return cause instanceof Error ? `${cause.name}: ${cause.message}`.slice(0, 300) : 'unknown';
};

/** Carries out one request and posts what comes of it. Never throws. */
export async function answerRequest(
  request: ProbeRequest,
  ask: AskBrowser,
  post: (answer: ProbeAnswer) => void,
): Promise<void> {
  const { id } = request;
  try {
    if (request.act === 'probe') {
      const facts = await examine(request, { ask, report: (soFar) => post({ kind: 'so-far', id, facts: soFar }) });
      post({ kind: 'facts', id, facts });
    } else {
      post({ kind: 'thumbnail', id, jpeg: await makeThumbnail(request.blob, request.facts, request.maxWidth) });
    }
  } catch (error) {
    post({ kind: error instanceof Unreadable ? 'unreadable' : 'failed', id, cause: causeOf(error) });
  }
}
