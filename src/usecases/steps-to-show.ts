import type { CourseRecord, StepMark } from '../domain/course-records.ts';
import { offListStepId, readOffListStep } from '../domain/off-list-step.ts';
import { type OffListTemplate, type TemplatesRecord, templateOf } from '../domain/office-records.ts';
import type { ActivityRecord } from '../domain/records.ts';
import { type ChecklistStep, stepsOfRow } from '../regulation/steps.ts';
import { stands } from './facts-of.ts';

/** A step as officers mark it: of the list, or of what the bureau added to it (清单外). */
export type StepToShow = Pick<ChecklistStep, 'id' | 'wording' | 'kind' | 'deferred' | 'perItem'>;

export type StepGroup = { readonly steps: readonly StepToShow[] } & (
  | { readonly kind: 'matter'; readonly row: number }
  | { readonly kind: 'offList'; readonly template: OffListTemplate }
);

type Marks = Pick<CourseRecord, 'steps'>;

/** The steps an activity is to show: of its matters, or of the bureau's own template where it has none on the list. */
export function stepsToShow(
  { matters, type }: Pick<ActivityRecord, 'matters' | 'type'>,
  course: Marks | null,
  templates: TemplatesRecord | null,
): readonly StepGroup[] {
  if (matters.length > 0) return matters.map((row) => ({ kind: 'matter', row, steps: stepsOfRow(row) }));
  const template = templateMarked(course, templates) ?? templateOf(templates, type);
  return template === null ? [] : [{ kind: 'offList', template, steps: stepsOfTemplate(template) }];
}

/** What was marked stays as it was, when another version is published afterwards. */
export function templateMarked(course: Marks | null, templates: TemplatesRecord | null): OffListTemplate | null {
  const named = (course?.steps ?? []).filter(stands).flatMap(({ step }) => readOffListStep(step)?.template ?? []);
  return templates?.publications.find(({ published }) => published.entry === named.at(-1)) ?? null;
}

const stepsOfTemplate = ({ published, steps }: OffListTemplate): readonly StepToShow[] =>
  (steps ?? []).map(({ wording, required }, index) => ({
    id: offListStepId({ template: published.entry, no: index + 1 }),
    wording,
    kind: required ? 'required' : 'conditional',
    deferred: false,
    perItem: false,
  }));

export const standingMarks = (course: Marks | null, step: string): readonly StepMark[] =>
  (course?.steps ?? []).filter((mark) => stands(mark) && mark.step === step);

/** The first step nobody has answered that must be shown now; `anyOf`: one of a group, whichever it is; null: none is left. */
export function nextStep(
  groups: readonly StepGroup[],
  course: Marks | null,
): StepToShow | { readonly anyOf: readonly StepToShow[] } | null {
  const open = (step: StepToShow): boolean => standingMarks(course, step.id).length === 0;
  for (const { steps } of groups) {
    const required = steps.find((step) => step.kind === 'required' && !step.deferred && open(step));
    if (required !== undefined) return required;
    const anyOf = steps.filter((step) => step.kind === 'oneOrMore' && !step.deferred);
    if (anyOf.length > 0 && anyOf.every(open)) return { anyOf };
  }
  return null;
}
