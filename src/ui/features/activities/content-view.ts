import type { ContentAttestation } from '../../../domain/course-records.ts';
import type { ContentElement } from '../../../domain/course-words.ts';
import type { RecordingId } from '../../../domain/ids.ts';
import { contentElements } from '../../../regulation/content.ts';
import { CONTENT_ELEMENT } from '../../../text/findings.ts';
import { CONTENT } from '../../../text/matter.ts';
import { lengthInCell } from '../../../text/times.ts';
import type { ContentLine } from '../../../usecases/attest-content.ts';
import { type PlaceChoice, placeFault, readPlace } from './place-view.ts';

/** One element as typed: where it is shown, or that it is not and why. */
export interface ElementDraft {
  readonly recording: RecordingId | 'none' | '';
  readonly at: string;
  readonly reason: string;
}

export interface ContentDraft {
  readonly found: 'yes' | 'no' | '';
  readonly elements: Readonly<Partial<Record<ContentElement, ElementDraft>>>;
}

const UNSAID: ElementDraft = { recording: '', at: '', reason: '' };

/** What was attested last; a new one begins with the only recording there is. */
export function contentDraft(said: ContentAttestation | null, choices: readonly PlaceChoice[]): ContentDraft {
  const [only, ...others] = choices;
  const first = only !== undefined && others.length === 0 ? only.value : '';
  const elements = contentElements(true).map((element) => {
    const known = said?.elements.find((one) => one.element === element);
    if (known === undefined) return [element, { ...UNSAID, recording: first }] as const;
    const { footage, reason } = known;
    if (footage === null) return [element, { recording: 'none', at: '', reason: reason ?? '' }] as const;
    return [element, { recording: footage.recording, at: lengthInCell(footage.sec * 1000), reason: '' }] as const;
  });
  return { found: said === null ? '' : said.violationFound ? 'yes' : 'no', elements: Object.fromEntries(elements) };
}

const ELEMENTS = contentElements(true);

/** The form as texts that officers write together, a text a field. */
export function contentTexts(draft: ContentDraft): Readonly<Record<string, string>> {
  const texts = ELEMENTS.flatMap((element) => {
    const { recording, at, reason } = elementOf(draft, element);
    return [
      [`${element}.where`, recording],
      [`${element}.at`, at],
      [`${element}.why`, reason],
    ];
  });
  return { found: draft.found, ...Object.fromEntries(texts) };
}

/** What the texts say; a recording that is not, or no more, of the activity is left out. */
export function contentIn(
  texts: Readonly<Record<string, string>>,
  choices: readonly Pick<PlaceChoice, 'value'>[],
): ContentDraft {
  const { found } = texts;
  const elements = ELEMENTS.map((element) => {
    const where = texts[`${element}.where`] ?? '';
    const known = choices.find(({ value }) => value === where)?.value ?? (where === 'none' ? where : '');
    const [at, reason] = [texts[`${element}.at`] ?? '', texts[`${element}.why`] ?? ''];
    return [element, { recording: known, at, reason }] as const;
  });
  return { found: found === 'yes' || found === 'no' ? found : '', elements: Object.fromEntries(elements) };
}

export const elementsOf = ({ found }: ContentDraft): readonly ContentElement[] => contentElements(found === 'yes');

export const elementOf = (draft: ContentDraft, element: ContentElement): ElementDraft =>
  draft.elements[element] ?? UNSAID;

export const withElement = (
  draft: ContentDraft,
  element: ContentElement,
  part: Partial<ElementDraft>,
): ContentDraft => ({
  ...draft,
  elements: { ...draft.elements, [element]: { ...elementOf(draft, element), ...part } },
});

/** A photograph has one place only. */
export const isPhoto = (recording: ElementDraft['recording'], choices: readonly PlaceChoice[]): boolean =>
  choices.some(({ value, durationMs }) => value === recording && durationMs === null);

const placeOf = ({ recording, at }: ElementDraft, choices: readonly PlaceChoice[]) => ({
  recording: recording === 'none' ? ('' as const) : recording,
  at: isPhoto(recording, choices) && at.trim() === '' ? '0' : at,
});

/** The first thing that is missing; undefined where it can be signed. */
export function contentFault(draft: ContentDraft, choices: readonly PlaceChoice[]): string | undefined {
  if (draft.found === '') return CONTENT.dialog.foundMissing;
  for (const element of elementsOf(draft)) {
    const typed = elementOf(draft, element);
    const reasonFault = typed.reason.trim() === '' ? CONTENT.dialog.reasonMissing : undefined;
    const fault = typed.recording === 'none' ? reasonFault : placeFault(placeOf(typed, choices), choices);
    if (fault !== undefined) return CONTENT.dialog.elementMissing(CONTENT_ELEMENT[element], fault);
  }
  return undefined;
}

export const contentLines = (draft: ContentDraft, choices: readonly PlaceChoice[]): readonly ContentLine[] =>
  elementsOf(draft).map((element) => {
    const typed = elementOf(draft, element);
    const { recording, at } = placeOf(typed, choices);
    const sec = readPlace(at);
    if (recording === '' || sec === undefined) return { element, footage: null, reason: typed.reason };
    return { element, footage: { recording, sec }, reason: null };
  });

/** How many are shown and how many do not apply. */
export const contentCount = (elements: readonly { readonly footage: unknown }[]): readonly [number, number] => {
  const shown = elements.filter(({ footage }) => footage !== null).length;
  return [shown, elements.length - shown];
};
