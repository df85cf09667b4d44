/** What a font is for in a form, and the names looked for, best first. */
export interface FontNeed {
  readonly use: 'title' | 'body' | 'head';
  readonly families: readonly string[];
}

const USES: readonly FontNeed['use'][] = ['title', 'body', 'head'];
const GENERIC: readonly string[] = ['serif', 'sans-serif', 'monospace'];

/**
 * The forms name their fonts and ship none. Which of them this machine has no font for, read from a document that
 * `renderForm` has filled; the print goes on in a substitute, whose lines break elsewhere.
 */
export function missingFonts(rendered: Document): readonly FontNeed[] {
  const pen = rendered.createElement('canvas').getContext('2d');
  const root = rendered.defaultView?.getComputedStyle(rendered.documentElement);
  if (pen === null || root === undefined) return [];
  return USES.map((use) => ({ use, families: familiesOf(root.getPropertyValue(`--${use}`)) })).filter(
    ({ families }) => !families.some((family) => isInstalled(pen, family)),
  );
}

const familiesOf = (stack: string): readonly string[] =>
  stack
    .split(',')
    .map((name) => name.trim().replaceAll('"', ''))
    .filter((name) => !GENERIC.includes(name));

/**
 * `document.fonts.check` says yes to any name. A family that is there sets Latin letters the same whatever stands
 * behind it; one that is not shows the width of what does.
 */
function isInstalled(pen: CanvasRenderingContext2D, family: string): boolean {
  const width = (fallback: string): number => {
    pen.font = `72px "${family}", ${fallback}`;
    return pen.measureText('mmmmiiiill').width;
  };
  return width('monospace') === width('serif') && width('serif') === width('sans-serif');
}
