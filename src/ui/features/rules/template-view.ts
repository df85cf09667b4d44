import {
  type OffListStep,
  type OffListTemplate,
  type TemplatesRecord,
  templateOf,
} from '../../../domain/office-records.ts';
import type { ActivityType } from '../../../domain/records.ts';
import { ACTIVITY_TYPES } from '../../../regulation/activity-types.ts';
import { TEMPLATE_SUGGESTION, TEMPLATES } from '../../../text/templates.ts';

/** One item of Art. 6: what the list does not cover of it, its own steps, and those that wait for the leader. */
export interface TemplateLine {
  readonly type: ActivityType;
  readonly wording: string;
  readonly notCovered: string;
  readonly inForce: OffListTemplate | null;
  readonly waiting: readonly OffListTemplate[];
}

export const templateLines = (record: TemplatesRecord | null): readonly TemplateLine[] =>
  Object.values(ACTIVITY_TYPES).map(({ type, wording, notCovered }) => ({
    type,
    wording,
    notCovered,
    inForce: templateOf(record, type),
    waiting: (record?.publications ?? []).filter((one) => one.type === type && one.countersigned === null),
  }));

/** As typed: a step a line, those that are only recorded if they happened apart. */
export interface TemplateDraftText {
  readonly title: string;
  readonly required: string;
  readonly conditional: string;
}

const joined = (steps: readonly OffListStep[], required: boolean): string =>
  steps
    .filter((step) => step.required === required)
    .map(({ wording }) => wording)
    .join('\n');

/** What is in force, else what others do, else nothing. */
export function templateDraft({ type, inForce, wording }: TemplateLine): TemplateDraftText {
  if (inForce?.steps != null) {
    const { steps, title } = inForce;
    return { title: title ?? '', required: joined(steps, true), conditional: joined(steps, false) };
  }
  const suggestion = TEMPLATE_SUGGESTION[type];
  return { title: suggestion?.title ?? wording, required: suggestion?.steps.join('\n') ?? '', conditional: '' };
}

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const stepsOf = ({ required, conditional }: TemplateDraftText): readonly OffListStep[] => [
  ...lines(required).map((wording) => ({ wording, required: true })),
  ...lines(conditional).map((wording) => ({ wording, required: false })),
];

const MOST_STEPS = 40;
const MOST_SIGNS = 60;

/** What the entry would not hold; undefined: it fits. */
export function stepsFault(draft: TemplateDraftText): string | undefined {
  const steps = stepsOf(draft);
  if (steps.length > MOST_STEPS) return TEMPLATES.tooMany;
  return steps.some(({ wording }) => wording.length > MOST_SIGNS) ? TEMPLATES.tooLong : undefined;
}
