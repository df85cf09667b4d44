import type { OriginStorage } from '../../domain/ports/vault.ts';

/** `storage` is `navigator.storage`; handed in so that a test can say what the browser answers. */
export const makeOriginStorage = (
  storage: Pick<StorageManager, 'persisted' | 'persist' | 'estimate'> = navigator.storage,
): OriginStorage => ({
  persisted: () => storage.persisted(),
  persist: () => storage.persist(),
  estimate: async () => {
    const { usage = 0, quota = 0 } = await storage.estimate();
    return { usedBytes: usage, quotaBytes: quota };
  },
});
