import { type Accessor, createRoot, createSignal } from 'solid-js';
import { isAbort, isFault } from '../../base/fault.ts';
import { faultLine } from '../../text/fault-line.ts';
import { announce } from './announce.ts';

export interface Press {
  /** The promise of the last press is still open. */
  readonly busy: Accessor<boolean>;
  /** It was pressed while it could not work. */
  readonly asked: Accessor<boolean>;
  /** What the last press came to grief on, as words for the person; nobody else may have caught it. */
  readonly trouble: Accessor<string | undefined>;
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

/** A press does the act once, or is answered with why it can't be done; nothing that fails is silent. */
export function createPress(act: {
  readonly cannot?: string | undefined;
  readonly onPress?: (() => unknown) | undefined;
}): Press {
  const [asked, setAsked] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [trouble, setTrouble] = createSignal<string>();
  const tell = (error: unknown): void => {
    const words = faultLine(isFault(error) ? error.code : 'unexpected');
    setTrouble(words);
    announce(words, 'assertive');
  };
  return {
    busy,
    asked,
    trouble,
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
      setTrouble(undefined);
      try {
        const result = act.onPress?.();
        if (!(result instanceof Promise)) return;
        setBusy(true);
        await result;
      } catch (error) {
        if (isAbort(error)) return;
        tell(error);
        // A bug is for the developer too.
        if (!isFault(error)) throw error;
      } finally {
        setBusy(false);
      }
    },
  };
}
