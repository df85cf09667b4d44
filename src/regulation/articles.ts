import { ARTICLE_DATA } from './data/articles.ts';

/** A paragraph, or an item with its mark as printed: `(一)` or `（一）`. */
export type ArticleBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'item'; readonly mark: string; readonly text: string };

export interface Article {
  readonly number: number;
  /** `第六条` */
  readonly heading: string;
  readonly blocks: readonly ArticleBlock[];
  /** 校注: what is odd in the printed text, which is left as it stands. */
  readonly editorNote?: string;
}

/** The 23 articles, verbatim. */
export const ARTICLES: readonly Article[] = ARTICLE_DATA;

/** Throws RangeError for anything but 1 to 23. */
export function articleByNumber(number: number): Article {
  const article = ARTICLES[number - 1];
  if (article === undefined) throw new RangeError(`no article ${number}`);
  return article;
}
