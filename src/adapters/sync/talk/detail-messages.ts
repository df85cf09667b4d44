import { utf8 } from '../../../base/bytes.ts';
import { MAX_DETAILS_LENGTH } from '../../../ledger/details.ts';
import type { StoredDetails } from '../../../ledger/ports.ts';
import { MAX_MESSAGE_BYTES } from '../link/frames.ts';
import type { MessageOf } from '../messages/book-message.ts';
import { MOST_DETAILS } from '../messages/details.ts';

/** Half a message: entries may stand beside them. */
const MOST_DETAILS_BYTES = MAX_MESSAGE_BYTES / 2;

/**
 * As many messages as they need. Counted as they travel: a character of Chinese is three bytes. What no station takes stays here:
 * one of them would make the other side refuse all that stands beside it.
 */
export function inMessages(details: readonly StoredDetails[]): readonly MessageOf<'details'>[] {
  const messages: StoredDetails[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const one of details) {
    if (one.json.length > MAX_DETAILS_LENGTH) continue;
    const size = utf8(JSON.stringify(one)).byteLength;
    if (bytes + size > MOST_DETAILS_BYTES || messages.at(-1)?.length === MOST_DETAILS) {
      messages.push([]);
      bytes = 0;
    }
    messages.at(-1)?.push(one);
    bytes += size;
  }
  return messages.map((some) => ({ kind: 'details', details: some }));
}
