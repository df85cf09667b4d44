export interface Command {
  readonly id: string;
  /** 新建执法活动 */
  readonly words: string;
  /** Second words: where it leads, whose it is. */
  readonly sub?: string | undefined;
  /** Other words people look for it by. */
  readonly also?: readonly string[] | undefined;
  /** Its key, if it has one. */
  readonly keys?: string | undefined;
  readonly run: () => void;
}

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, '');

/** Commands that hold every word of the query, somewhere; those that begin with it first. All, for an empty query. */
export function matching(commands: readonly Command[], query: string): readonly Command[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return commands;
  const hits = commands.filter((command) => {
    const text = plain([command.words, command.sub ?? '', ...(command.also ?? [])].join(' '));
    return words.every((word) => text.includes(word));
  });
  const first = plain(query);
  return hits.toSorted((a, b) => Number(plain(b.words).startsWith(first)) - Number(plain(a.words).startsWith(first)));
}
