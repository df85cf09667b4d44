import type { BureauId } from '../domain/ids.ts';
import { type LiveLinks, NO_LINKS } from './sync-report.ts';

/** Tells the other tabs of this browser how the links stand: only the writing tab has any. */
export interface LinkNews {
  readonly latest: () => LiveLinks;
  tell(links: LiveLinks): void;
  close(): void;
}

type News = { readonly kind: 'asked' } | { readonly kind: 'links'; readonly links: LiveLinks };

/** `isSource`: whether this tab holds the links now. A tab that has just opened asks. */
export function openLinkNews(bureau: BureauId, isSource: () => boolean, onNews: () => void): LinkNews {
  const channel = new BroadcastChannel(`luzheng-links:${bureau}`);
  let latest = NO_LINKS;
  const send = (news: News): void => channel.postMessage(news);
  channel.onmessage = ({ data }: MessageEvent<News>) => {
    if (data.kind === 'asked') {
      if (isSource()) send({ kind: 'links', links: latest });
    } else if (!isSource()) {
      latest = data.links;
      onNews();
    }
  };
  send({ kind: 'asked' });
  return {
    latest: () => latest,
    tell: (links) => {
      latest = links;
      send({ kind: 'links', links });
    },
    close: () => channel.close(),
  };
}
