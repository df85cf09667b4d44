import { refused } from '../base/outcome.ts';
import type { SyncDesk } from '../ui/live/sync-desk.ts';

/** Other stations of a book that meets none: nothing is reported, asked or opened. */
export const makeClosedSyncDesk = (): SyncDesk => ({
  report: () => null,
  invitation: () => null,
  requests: () => [],
  invite: async () => undefined,
  withdrawInvitation: () => undefined,
  admit: async () => refused({ code: 'request-gone' as const }),
  refuse: () => undefined,
  retry: () => undefined,
  byHand: null,
});
