import { type Accessor, createRoot, createSignal } from 'solid-js';
import { announce } from './announce.ts';

export interface Press {
  /** The promise of the last press is still open. */
  readonly busy: Accessor<boolean>;
  /** It was pressed while it could not work. */
  readonly asked: Accessor<boolean>;
  readonly onClick: (event: MouseEvent) => Promise<void>;
}

/**
 * What a property says at this moment, read outside of drawing. A condition written into JSX becomes a memo each time it is read; in an
 * event handler nobody owns that memo, and it would go on computing after its page and the seated person are gone.
 */
export const readNow = <T>(read: () => T): T =>
  createRoot((dispose) => {
    try {
      return read();
    } finally {
      dispose();
    }
  });

/** A press does the act once, or is answered with why it can't be done. */
export function createPress(act: {
  readonly cannot?: string | undefined;
  readonly onPress?: (() => unknown) | undefined;
}): Press {
  const [asked, setAsked] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  return {
    busy,
    asked,
    onClick: async (event) => {
      const cannot = readNow(() => act.cannot);
      if (cannot !== undefined) {
        event.preventDefault();
        setAsked(true);
        announce(cannot, 'assertive');
        return;
      }
      if (busy()) {
        event.preventDefault();
        return;
      }
      const result = act.onPress?.();
      if (!(result instanceof Promise)) return;
      setBusy(true);
      try {
        await result;
      } finally {
        setBusy(false);
      }
    },
  };
}
