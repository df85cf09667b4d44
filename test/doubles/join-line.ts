import type { KeyId } from '../../src/domain/ids.ts';
import type { JoinLine } from '../../src/usecases/join-messages.ts';

interface End {
  readonly line: JoinLine;
  readonly deliver: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly hangUp: () => void;
}

export interface LinePair {
  readonly host: JoinLine;
  readonly guest: JoinLine;
  /** Cut after so many further messages from the host. */
  readonly cutAfter: (messages: number) => void;
}

/** Both ends of a proven link, without the link: messages arrive one after the other. */
export function linePair(hostKey: KeyId, guestKey: KeyId, invite: string, digits = '482913'): LinePair {
  let left = Number.POSITIVE_INFINITY;
  const ends: { host?: End; guest?: End } = {};
  const cut = (): void => {
    ends.host?.hangUp();
    ends.guest?.hangUp();
  };
  const make = (other: 'host' | 'guest', keyId: KeyId): End => {
    let listener: Parameters<JoinLine['listen']>[0] | null = null;
    let turn: Promise<unknown> = Promise.resolve();
    let open = true;
    return {
      deliver: async (bytes) => {
        turn = turn.then(() => listener?.message(bytes));
        await turn;
      },
      hangUp: () => {
        if (!open) return;
        open = false;
        listener?.closed();
      },
      line: {
        keyId,
        digits,
        invite,
        send: async (bytes) => {
          if (!open) throw new Error('closed');
          if (other === 'guest' && left-- <= 0) return cut();
          void ends[other]?.deliver(bytes);
        },
        listen: (to) => {
          listener = to;
        },
        close: cut,
      },
    };
  };
  ends.host = make('guest', guestKey);
  ends.guest = make('host', hostKey);
  return {
    host: ends.host.line,
    guest: ends.guest.line,
    cutAfter: (messages) => {
      left = messages;
    },
  };
}
