/** Millimetres. Registers that are bound leave 28 at the left (订口); nothing is under 20. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const LOOSE: Margins = { top: 20, right: 20, bottom: 22, left: 25 };
export const BOUND: Margins = { top: 20, right: 20, bottom: 22, left: 28 };

export interface PageShape {
  readonly orientation: 'portrait' | 'landscape';
  readonly margins: Margins;
  /** Bottom left of each page: what this is. */
  readonly mark: string;
  /** Bottom right of each page: what binds the page to its record. */
  readonly binding: string;
}

const FONT =
  "font: 9pt '仿宋_GB2312', 'FangSong_GB2312', 'FangSong', 'STFangsong', serif; vertical-align: top; padding-top: 3mm;";

/** A4, page numbers in the margin, and on screen the same sheet at true size. */
export function pageRules({ orientation, margins, mark, binding }: PageShape): string {
  const { top, right, bottom, left } = margins;
  const edges = `${top}mm ${right}mm ${bottom}mm ${left}mm`;
  const width = orientation === 'portrait' ? 210 : 297;
  return `@page {
  size: A4 ${orientation};
  margin: ${edges};
  @bottom-left { content: ${cssString(mark)}; ${FONT} white-space: nowrap; }
  @bottom-center { content: '第 ' counter(page) ' 页 共 ' counter(pages) ' 页'; ${FONT} white-space: nowrap; }
  @bottom-right { content: ${cssString(binding)}; ${FONT} white-space: nowrap; }
}
@media screen {
  body { box-sizing: border-box; width: ${width}mm; margin: 0 auto; padding: ${edges}; }
}`;
}

/** CSS Syntax §4.3.5: quotes, backslashes and control characters end or break a string unless escaped. */
export const cssString = (text: string): string =>
  `'${[...text].map((c) => (/['"\\<>]|\p{Cc}/u.test(c) ? `\\${c.codePointAt(0)?.toString(16)} ` : c)).join('')}'`;
