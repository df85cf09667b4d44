/** How the register's texts are compared: width, case, brackets and dashes do not count, as office papers mix them. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[[{〔【〈《「『]/g, '(')
    .replace(/[\]}〕】〉》」』]/g, ')')
    .replace(/\p{Pd}/gu, '-');

/** The words of a search; every one must occur. */
export const wordsOf = (query: string): readonly string[] => foldText(query).split(/\s+/).filter(Boolean);

export const hasWords = (folded: string, words: readonly string[]): boolean =>
  words.every((word) => folded.includes(word));
