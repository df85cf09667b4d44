import type { BureauLinks } from '../adapters/sync/bureau-links.ts';
import { toBase64url } from '../base/base64url.ts';
import { Fault, isFault } from '../base/fault.ts';
import { done, refused } from '../base/outcome.ts';
import type { BureauId } from '../domain/ids.ts';
import { parseOneShot, toOneShotText } from '../domain/one-shot.ts';
import type { HandLinks } from '../ui/live/sync-desk.ts';
import { random } from './open-desk.ts';
import type { Links } from './open-links.ts';

type Offer = Awaited<ReturnType<BureauLinks['offerByHand']>>;

/** Two texts carried between two PCs make a link where there is no service. `links` is null in a tab that only follows. */
export function makeHandLinks(bureau: BureauId, links: () => Links['bureau'] | null): HandLinks {
  let open: { readonly session: string; readonly offer: Offer } | null = null;
  const writing = (): Links['bureau'] => {
    const own = links();
    if (own === null) throw new Fault('other-tab-writes');
    return own;
  };
  return {
    offer: async () => {
      open?.offer.close();
      const offer = await writing().offerByHand();
      const session = toBase64url(random(16));
      open = { session, offer };
      return toOneShotText({ act: 'offer', session, bureau, sdp: offer.sdp });
    },
    answer: async (text) => {
      const own = writing();
      const read = await parseOneShot(text, { act: 'offer', bureau, session: null });
      if (!read.ok) return refused({ code: read.refusal });
      const { session, sdp } = read.value;
      const answer = await own.answerByHand(sdp);
      // Hours may pass until the text has been carried back; what comes of it the page of other stations shows.
      answer.pipe.then(own.adopt).catch(() => answer.close());
      return done(await toOneShotText({ act: 'answer', session, bureau, sdp: answer.sdp }));
    },
    finish: async (text) => {
      const own = writing();
      const read = await parseOneShot(text, { act: 'answer', bureau, session: open?.session ?? '' });
      if (!read.ok) return refused({ code: read.refusal });
      if (open === null) return refused({ code: 'other-session' });
      try {
        await own.adopt(await open.offer.accept(read.value.sdp));
        open = null;
        return done(null);
      } catch (error) {
        if (!isFault(error)) throw error;
        return refused({ code: 'no-way' });
      }
    },
  };
}
