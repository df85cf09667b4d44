import { expect, it } from 'vitest';
import { BOUND, cssString, LOOSE, pageRules } from './page-rules.ts';

it('the page is A4, numbered in the middle, with what it is and what binds it at the sides', () => {
  const css = pageRules({ orientation: 'landscape', margins: BOUND, mark: 'F10 A-2026-保-5', binding: 'SHA-256 7b67' });
  expect(css).toContain('size: A4 landscape;');
  expect(css).toContain("@bottom-center { content: '第 ' counter(page) ' 页 共 ' counter(pages) ' 页';");
  expect(css).toContain("@bottom-left { content: 'F10 A-2026-保-5';");
  expect(css).toContain("@bottom-right { content: 'SHA-256 7b67';");
});

it('no margin is under 20 mm, and bound registers leave 28 at the left', () => {
  for (const mm of [...Object.values(LOOSE), ...Object.values(BOUND)]) expect(mm).toBeGreaterThanOrEqual(20);
  expect(BOUND.left).toBe(28);
});

it('a text cannot leave its string', () => {
  expect(cssString('洛阳')).toBe("'洛阳'");
  expect(cssString(`'; } body { display: none } /*\\\n</style>`)).toBe(
    "'\\27 ; } body { display: none } /*\\5c \\a \\3c /style\\3e '",
  );
});
