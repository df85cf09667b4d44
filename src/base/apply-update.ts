/** What a window posts to a waiting service worker once the user agreed to the new version. */
export const APPLY_UPDATE = 'luzheng:apply-update';
