import type { Settings } from '../domain/ports/local-state.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
let shown: Settings | null = null;
dark.addEventListener('change', () => shown !== null && showSettings(shown));

/** Theme and font size on the document; `system` follows the system as it changes. */
export function showSettings(settings: Settings): void {
  shown = settings;
  const { theme, fontSize } = settings;
  document.documentElement.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  document.documentElement.dataset.fontSize = fontSize === 'extra-large' ? 'largest' : fontSize;
}
