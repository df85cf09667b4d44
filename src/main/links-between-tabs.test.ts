import { afterEach, expect, it, vi } from 'vitest';
import { asId, type BureauId } from '../domain/ids.ts';
import { type LinkNews, openLinkNews } from './links-between-tabs.ts';
import { type LiveLinks, NO_LINKS } from './sync-report.ts';

const BUREAU = asId<BureauId>('t'.repeat(22));
const ON: LiveLinks = { ...NO_LINKS, service: 'on' };
const open: LinkNews[] = [];

/** A tab of this browser; whether it writes may change while it is open. */
function tab(writes: boolean, bureau = BUREAU) {
  const state = { writes, told: 0 };
  const news = openLinkNews(
    bureau,
    () => state.writes,
    () => {
      state.told += 1;
    },
  );
  open.push(news);
  return { news, state };
}

afterEach(() => {
  for (const news of open.splice(0)) news.close();
});

it('a tab that follows shows the links of the one that writes, also when it opens later', async () => {
  const writer = tab(true);
  const early = tab(false);
  writer.news.tell(ON);
  await vi.waitFor(() => expect(early.news.latest()).toEqual(ON));
  const late = tab(false);
  await vi.waitFor(() => expect(late.news.latest()).toEqual(ON));
  expect(late.state.told).toBeGreaterThan(0);
});

it('the tab that writes takes nothing from others, and after a change the new one tells', async () => {
  const [first, second] = [tab(true), tab(false)];
  first.news.tell(ON);
  await vi.waitFor(() => expect(second.news.latest()).toEqual(ON));
  const before = second.state.told;
  first.state.writes = false;
  second.state.writes = true;
  second.news.tell(NO_LINKS);
  await vi.waitFor(() => expect(first.news.latest()).toEqual(NO_LINKS));
  expect(second.state.told).toBe(before);
});

it('another bureau of the same browser hears nothing', async () => {
  const [stranger, follower] = [tab(false, asId<BureauId>('u'.repeat(22))), tab(false)];
  tab(true).news.tell(ON);
  await vi.waitFor(() => expect(follower.news.latest()).toEqual(ON));
  expect(stranger.news.latest()).toEqual(NO_LINKS);
});
