import type { EntryId, KeyId } from '../domain/ids.ts';
import type { Book } from '../ledger/book.ts';
import type { StationWish } from './admit-station.ts';
import {
  type DeclineReason,
  decodeJoinMessage,
  encodeJoinMessage,
  type JoinLine,
  type JoinMessage,
} from './join-messages.ts';

/** How far a guest has come on one line. */
export type GuestStage =
  | { readonly kind: 'comparing'; readonly digits: string }
  | { readonly kind: 'receiving'; readonly done: number; readonly total: number }
  | { readonly kind: 'joined' }
  | { readonly kind: 'ended'; readonly why: DeclineReason | 'wrong-bureau' }
  /** The line broke; what came is kept, and another line goes on from there. */
  | { readonly kind: 'cut-off' };

export interface GuestMeans {
  /** Pinned to the founding entry the invitation names: whatever else comes counts for nothing. */
  readonly book: Pick<Book, 'receive' | 'frontier' | 'membership' | 'reader'>;
  readonly root: EntryId;
  readonly wish: StationWish;
  readonly onStage: (stage: GuestStage) => void;
}

/** Asks to be admitted, and takes the book as it comes. Resolves with the last stage. */
export async function joinBureau(line: JoinLine, means: GuestMeans): Promise<GuestStage> {
  const { book, wish, onStage } = means;
  const held = (await book.frontier()).map(({ key, seq }) => ({ key, seq }));
  return new Promise((resolve) => {
    let ended = false;
    let total = 0;
    const end = (stage: GuestStage): void => {
      if (ended) return;
      ended = true;
      onStage(stage);
      line.close();
      resolve(stage);
    };
    const receive = async (message: JoinMessage): Promise<void> => {
      switch (message.kind) {
        case 'declined':
          return end({ kind: 'ended', why: message.why });
        case 'admitted':
          total = message.total;
          break;
        case 'book': {
          const received = await book.receive({ entries: message.entries, details: message.details });
          if (received.refused.some(({ charge }) => charge.by === 'link'))
            return end({ kind: 'ended', why: 'wrong-bureau' });
          break;
        }
        case 'end':
          return end(
            isMember(book, means.root, wish.keys.keyId) ? { kind: 'joined' } : { kind: 'ended', why: 'wrong-bureau' },
          );
        default:
          return end({ kind: 'cut-off' });
      }
      onStage({ kind: 'receiving', done: await book.reader.count(), total });
    };
    line.listen({
      message: async (bytes) => {
        const message = decodeJoinMessage(bytes);
        if (message === null) end({ kind: 'cut-off' });
        else if (!ended) await receive(message);
      },
      closed: () => end({ kind: 'cut-off' }),
    });
    onStage({ kind: 'comparing', digits: line.digits });
    line.send(encodeJoinMessage({ kind: 'wish', ...wish, held })).catch(() => end({ kind: 'cut-off' }));
  });
}

/** The book that came hangs on the founding entry of the invitation, and admits this station. */
function isMember(book: GuestMeans['book'], root: EntryId, key: KeyId): boolean {
  const membership = book.membership();
  return membership.root === root && membership.keys.has(key);
}
