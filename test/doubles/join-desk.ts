import { createSignal } from 'solid-js';
import { done, refused } from '../../src/base/outcome.ts';
import { asId, type BureauId, type EntryId } from '../../src/domain/ids.ts';
import type { Invite } from '../../src/domain/invite.ts';
import { toInstant } from '../../src/domain/time.ts';
import type { JoinDesk, JoinStage } from '../../src/ui/live/join-desk.ts';

export const SAMPLE_INVITE: Invite = {
  v: 1,
  bureau: asId<BureauId>('b'.repeat(22)),
  root: asId<EntryId>('r'.repeat(43)),
  roomKey: { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43), d: 'd'.repeat(43) },
  secret: 's'.repeat(43),
  hubs: ['https://luzheng.local:4174'],
  invite: { id: 'i'.repeat(22), secret: 't'.repeat(43) },
  bureauName: '洛阳市水利局',
  inviter: { code: 'A', name: '局机关采集室' },
  expiresAt: toInstant(Date.parse('2026-03-05T10:40:00.000Z')),
};

/** Joining as a screen sees it: any text with the mark is an invitation, and the stage is what it is told to be. */
export function makeJoinDouble(stage: JoinStage): JoinDesk & { readonly put: (stage: JoinStage) => void } {
  const [now, setNow] = createSignal<JoinStage>(stage);
  return {
    put: setNow,
    scan: null,
    read: async (text) => (text.includes('LZ1.') ? done(SAMPLE_INVITE) : refused('not-an-invite')),
    begin: () => ({ stage: now, stop: () => undefined }),
  };
}
