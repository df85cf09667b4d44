import { NAME_PLACEHOLDER, NAME_SEPARATOR, STANDARD_PHRASE_TEMPLATE } from './data/phrase.ts';

/** Art. 8's phrase with the placeholders of the print, full-width punctuation. For the blank pocket card. */
export const STANDARD_PHRASE: string = phraseWith(`${NAME_PLACEHOLDER}${NAME_SEPARATOR}${NAME_PLACEHOLDER}`);

/**
 * Art. 8: what the officers say before they start, with their names. Blank names are dropped; without any name the
 * printed placeholders stand. Art. 8 shows two names: fewer are rendered all the same and are the caller's to remark on.
 */
export function renderNotice(officerNames: readonly string[]): string {
  const names = officerNames.map((name) => name.trim()).filter((name) => name !== '');
  return names.length === 0 ? STANDARD_PHRASE : phraseWith(names.join(NAME_SEPARATOR));
}

function phraseWith(names: string): string {
  const [before, after] = STANDARD_PHRASE_TEMPLATE;
  return `${before}${names}${after}`;
}
