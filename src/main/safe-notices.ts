import { createSignal } from 'solid-js';
import type { BatchId } from '../domain/ids.ts';
import type { IntakeSession } from '../domain/ports/local-state.ts';
import { CARD_ACCOUNT } from '../text/card-account.ts';
import type { FootageDesk, NoticeState } from '../ui/live/footage-desk.ts';

const STATES: Record<NotificationPermission, NoticeState> = {
  default: 'unasked',
  granted: 'allowed',
  denied: 'refused',
};

/** Says once for each intake that its card can be pulled out, where somebody allowed it and looks elsewhere. */
export function makeSafeNotices() {
  const offered = typeof Notification === 'undefined' ? null : Notification;
  const present = (): NoticeState => (offered === null ? 'none' : STATES[offered.permission]);
  const [notices, setNotices] = createSignal(present());
  const told = new Set<BatchId>();

  /** Nothing of what was taken in stands in it: notifications are seen over the lock. */
  function tellIfSafe({ batch, items }: Pick<IntakeSession, 'batch' | 'items'>): void {
    if (told.has(batch) || !items.every(({ state }) => state.kind === 'recorded')) return;
    told.add(batch);
    if (offered === null || present() !== 'allowed' || document.visibilityState === 'visible') return;
    new offered(CARD_ACCOUNT.notification, {
      body: CARD_ACCOUNT.notificationBody(items.length),
      tag: batch,
      lang: 'zh-CN',
    });
  }

  const face: Pick<FootageDesk, 'notices' | 'askNotices'> = {
    notices,
    askNotices: async () => {
      await offered?.requestPermission();
      setNotices(present());
    },
  };
  return { face, tellIfSafe };
}

/** Art. 13: footage of today still to be taken in, where somebody allowed notifications. No activity and no party is named in it. */
export function remindTonight(open: number): void {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
  new Notification(CARD_ACCOUNT.tonight, { body: CARD_ACCOUNT.tonightBody(open), tag: 'tonight', lang: 'zh-CN' });
}
