import { createEffect, createMemo, createSignal, onCleanup, untrack } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import type { ActivityId, PersonId } from '../../../domain/ids.ts';
import { createSharedForm } from '../../live/drafts.ts';
import { type ActivityFields, sameFields } from './activity-form-view.ts';
import { fieldsIn, type PlanTexts, textsOf } from './plan-draft.ts';
import { keepForm, takeForm } from './unsaved-forms.ts';

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

/** What was typed of a new plan, or by one who is no officer of it: this window's, kept over a lock. */
export function createOwnPlan(start: ActivityFields, me: PersonId, formKey: string): PlanFields {
  const [fields, setFields] = createStore<ActivityFields>({ ...(takeForm(me, formKey) ?? start) });
  const [settled, setSettled] = createSignal(false);
  const dirty = createMemo(() => !settled() && !sameFields(fields, start));
  onCleanup(() => {
    if (dirty()) keepForm(me, formKey, { ...unwrap(fields) });
  });
  return {
    fields,
    change: (part) => setFields(part),
    dirty,
    settle: () => setSettled(true),
    sharing: null,
  };
}

/** The plan that an activity's officers change together; gone for all once one of them signs it. `signed`: as it stands in the book. */
export function createSharedPlan(activity: ActivityId, signed: () => ActivityFields): PlanFields {
  const shared = createSharedForm(activity, 'plan-', () => textsOf(signed()));
  const [fields, setFields] = createStore<ActivityFields>({ ...untrack(signed) });
  createEffect(() => setFields({ ...fieldsIn(shared.texts()) }));
  return {
    fields,
    change: (part) => {
      const before = textsOf(unwrap(fields));
      setFields(part);
      shared.write(changedTexts(before, textsOf(unwrap(fields))));
    },
    dirty: createMemo(() => !sameFields(fields, signed())),
    settle: shared.drop,
    sharing: { cleared: shared.cleared, discard: shared.drop },
  };
}

/** Only what was touched is written: what another officer typed elsewhere meanwhile stays as that one typed it. */
function changedTexts(before: PlanTexts, after: PlanTexts): Partial<PlanTexts> {
  return Object.fromEntries(Object.entries(after).filter(([name, text]) => before[name as keyof PlanTexts] !== text));
}
