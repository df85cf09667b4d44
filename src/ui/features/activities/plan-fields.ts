import { createEffect, createMemo, untrack } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import type { ActivityId } from '../../../domain/ids.ts';
import { createOwnForm, createSharedForm, type KeptForm } from '../../live/drafts.ts';
import { type ActivityFields, sameFields } from './activity-form-view.ts';
import { fieldsIn, type PlanTexts, textsOf } from './plan-draft.ts';

export interface PlanFields {
  readonly fields: ActivityFields;
  readonly change: (part: Partial<ActivityFields>) => void;
  readonly dirty: () => boolean;
  /** Saved, or given up: nothing of it is kept. */
  readonly settle: () => void;
  readonly sharing: PlanSharing | null;
}

export interface PlanSharing {
  /** Somebody else signed or struck out what stood here. */
  readonly cleared: () => boolean;
  /** Strikes the draft out, for all. */
  readonly discard: () => void;
}

/** What was typed of a new plan, or by one who is no officer of it: kept over a lock and a reload until it is saved or given up. */
export function createOwnPlan(start: ActivityFields, formKey: string): PlanFields {
  const form = createOwnForm(`plan ${formKey}.`, () => textsOf(start));
  return { ...createFields(form, () => start), sharing: null };
}

/** The plan that an activity's officers change together; gone for all once one of them signs it. `signed`: as it stands in the book. */
export function createSharedPlan(activity: ActivityId, signed: () => ActivityFields): PlanFields {
  const form = createSharedForm(activity, 'plan-', () => textsOf(signed()));
  return { ...createFields(form, signed), sharing: { cleared: form.cleared, discard: form.drop } };
}

function createFields(form: KeptForm<keyof PlanTexts>, signed: () => ActivityFields): Omit<PlanFields, 'sharing'> {
  const [fields, setFields] = createStore<ActivityFields>({ ...untrack(signed) });
  createEffect(() => setFields({ ...fieldsIn(form.texts()) }));
  return {
    fields,
    change: (part) => {
      const before = textsOf(unwrap(fields));
      setFields(part);
      form.write(changedTexts(before, textsOf(unwrap(fields))));
    },
    dirty: createMemo(() => !sameFields(fields, signed())),
    settle: form.drop,
  };
}

/** Only what was touched is written: what another officer typed elsewhere meanwhile stays as that one typed it. */
function changedTexts(before: PlanTexts, after: PlanTexts): Partial<PlanTexts> {
  return Object.fromEntries(Object.entries(after).filter(([name, text]) => before[name as keyof PlanTexts] !== text));
}
