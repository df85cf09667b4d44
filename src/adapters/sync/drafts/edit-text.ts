import type * as Y from 'yjs';

/** Only what differs is written, so that what somebody else wrote in another place meanwhile stays. */
export function editText(text: Y.Text, next: string): void {
  const before = text.toString();
  let head = 0;
  while (head < before.length && head < next.length && before[head] === next[head]) head++;
  let tail = 0;
  while (tail < before.length - head && tail < next.length - head && before.at(-1 - tail) === next.at(-1 - tail))
    tail++;
  if (before.length - tail > head) text.delete(head, before.length - tail - head);
  if (next.length - tail > head) text.insert(head, next.slice(head, next.length - tail));
}
