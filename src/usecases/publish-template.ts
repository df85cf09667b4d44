import { done, type Outcome, refused } from '../base/outcome.ts';
import type { EntryId } from '../domain/ids.ts';
import type { OffListStep, OffListTemplate } from '../domain/office-records.ts';
import type { ActivityType } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { typed } from './sign-course.ts';
import { signAct } from './signed-act.ts';

export interface TemplateDraft {
  readonly type: ActivityType;
  readonly title: string;
  readonly steps: readonly OffListStep[];
}

export type TemplateRefusal = RuleRefusal | { readonly code: 'title-missing' | 'steps-missing' };

/** 清单外事项: the legal affairs office publishes steps for a type of activity; in force with the leader's signature. */
export async function publishTemplate(
  desk: Desk,
  seat: Seat,
  draft: TemplateDraft,
): Promise<Outcome<EntryId, TemplateRefusal>> {
  const title = typed(draft.title);
  const steps = draft.steps.flatMap(({ wording, required }) => {
    const words = typed(wording);
    return words === null ? [] : [{ wording: words, required }];
  });
  if (title === null) return refused({ code: 'title-missing' });
  if (steps.length === 0) return refused({ code: 'steps-missing' });
  const { bureau } = desk.book;
  const signed = await signAct(desk, seat.signer, {
    kind: 'template-published',
    subject: subjectOf('bureau', bureau),
    body: { bureau, type: draft.type },
    details: { title, steps },
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}

/** The supervising leader's second signature. */
export async function countersignTemplate(
  desk: Desk,
  seat: Seat,
  template: OffListTemplate,
): Promise<Outcome<EntryId, RuleRefusal>> {
  const { bureau } = desk.book;
  const signed = await signAct(desk, seat.signer, {
    kind: 'template-countersigned',
    subject: subjectOf('bureau', bureau),
    body: { bureau },
    details: null,
    refs: [template.published.entry],
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}
