import { createEffect, createMemo, createSignal, onCleanup, untrack } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import type { ActivityId, PersonId } from '../../../domain/ids.ts';
import { createSharedTexts } from '../../live/drafts.ts';
import { type ActivityFields, sameFields } from './activity-form-view.ts';
import { fieldsIn, isOpen, PLAN_TEXTS, textsOf } from './plan-draft.ts';
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
export function createSharedPlan(activity: ActivityId, signed: () => ActivityFields, own: PlanFields): PlanFields {
  const shared = createSharedTexts(activity, PLAN_TEXTS);
  if (shared === null) return own;
  const [fields, setFields] = createStore<ActivityFields>({ ...untrack(signed) });
  const [cleared, setCleared] = createSignal(false);
  let open = false;
  let ownAct = false;
  createEffect(() => {
    const texts = shared.texts();
    const next = texts !== null && isOpen(texts) ? fieldsIn(texts) : null;
    // Each text of the form is struck out by itself: only the first of them ends the draft.
    if (next !== null) setCleared(false);
    else if (open) setCleared(!ownAct);
    open = next !== null;
    setFields({ ...(next ?? signed()) });
  });
  const drop = (): void => {
    ownAct = true;
    shared.drop();
    ownAct = false;
  };
  return {
    fields,
    change: (part) => {
      setFields(part);
      shared.write(textsOf(unwrap(fields)));
    },
    dirty: createMemo(() => !sameFields(fields, signed())),
    settle: drop,
    sharing: { cleared, discard: drop },
  };
}
