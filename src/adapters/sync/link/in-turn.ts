/** A book is slower than a cable; beyond this the other side sends what nobody asked for. */
export const MOST_UNREAD_BYTES = 32 * 1_048_576;

/** What a message costs here beside its bytes: empty ones must not fill our memory either. */
const MESSAGE_COST = 1_024;

/** One message after the other. Answers how many bytes wait. */
export function inTurn(
  act: (stream: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
  onFailed: (error: unknown) => void,
): (stream: string, bytes: Uint8Array<ArrayBuffer>) => number {
  let last: Promise<void> = Promise.resolve();
  let unread = 0;
  return (stream, bytes) => {
    const cost = bytes.byteLength + MESSAGE_COST;
    unread += cost;
    last = last
      .then(() => act(stream, bytes))
      .catch(onFailed)
      .finally(() => {
        unread -= cost;
      });
    return unread;
  };
}
