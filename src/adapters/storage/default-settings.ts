import type { Settings } from '../../domain/ports/local-state.ts';

/** Until somebody chooses. A setting that a newer version adds gets its value from here on old stations. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  fontSize: 'standard',
  idleLockMinutes: 10,
  numberStyle: 'plain',
};
