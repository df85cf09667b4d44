import { createMemo, createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import type { ActivityId } from '../../../domain/ids.ts';
import type { BureauRecord, DeviceRecord, PersonRecord } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import type { ActivityPlan } from '../../../usecases/create-activity.ts';
import { Button } from '../../kit/Button.tsx';
import { FaultList } from '../../kit/FaultList.tsx';
import { Columns, Line, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sub } from '../../kit/Words.tsx';
import { Advice } from './Advice.tsx';
import { createActivityChecks } from './activity-checks.ts';
import { type ActivityFields, advisories, sameFields, toPlan } from './activity-form-view.ts';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { keepForm } from './unsaved-forms.ts';
import { WhatSheet } from './WhatSheet.tsx';
import { WhereSheet } from './WhereSheet.tsx';
import { WhoSheet } from './WhoSheet.tsx';

export interface ActivityFormProps {
  /** Names the form among those kept over a lock. */
  readonly formKey: string;
  readonly start: ActivityFields;
  /** What was typed before the desk was locked. */
  readonly kept: ActivityFields | undefined;
  /** About the number. */
  readonly no: string;
  readonly me: PersonRecord;
  readonly bureau: BureauRecord | null;
  readonly persons: readonly PersonRecord[];
  readonly devices: readonly DeviceRecord[];
  readonly now: () => Instant;
  /** Why this person can save nothing. */
  readonly cannot: string | undefined;
  readonly onSave: (plan: ActivityPlan) => Promise<{ readonly fault: string } | { readonly saved: ActivityId }>;
  readonly onDone: (saved: ActivityId) => void;
  readonly onCancel: () => void;
}

const T = ACTIVITIES.form;

/** The plan of an activity. Advice never keeps it from being saved; only what is missing or cannot be read does. */
export function ActivityForm(props: ActivityFormProps): JSX.Element {
  // Both are taken once; see the page.
  const { start, kept, formKey } = props;
  const isNew = formKey === 'new';
  const [fields, setFields] = createStore<ActivityFields>({ ...(kept ?? start) });
  const [fault, setFault] = createSignal<string>();
  const [settled, setSettled] = createSignal(false);
  const change = (part: Partial<ActivityFields>): void => setFields(part);
  const checks = createActivityChecks(fields);
  const dirty = createMemo(() => !settled() && !sameFields(fields, start));
  const advice = createMemo(() => advisories(fields, props.persons, props.devices, props.now()));
  const { id: me } = props.me;
  onCleanup(() => {
    if (dirty()) keepForm(me, formKey, { ...unwrap(fields) });
  });

  const save = async (): Promise<void> => {
    if (props.cannot !== undefined || !checks.submit()) return;
    const plan = toPlan(fields);
    if (plan === undefined) return;
    const result = await props.onSave(plan);
    if ('fault' in result) {
      setFault(result.fault);
      return;
    }
    setSettled(true);
    props.onDone(result.saved);
  };
  const cannotSave = (): string | undefined => {
    if (props.cannot !== undefined) return props.cannot;
    return !isNew && !dirty() ? T.unchanged : undefined;
  };
  return (
    <>
      <FaultList faults={checks.faults()} />
      <Columns kind="record">
        <Stack>
          <WhatSheet fields={fields} change={change} checks={checks} />
          <WhereSheet fields={fields} change={change} checks={checks} />
        </Stack>
        <Stack>
          <WhoSheet
            fields={fields}
            change={change}
            checks={checks}
            me={me}
            bureau={props.bureau}
            persons={props.persons}
            devices={props.devices}
          />
          <Advice advice={advice()} />
          <Show when={fault()}>
            {(words) => (
              <Note tone="wait" title={ACTIVITIES.trouble.title}>
                {words()}
              </Note>
            )}
          </Show>
          <Line>
            <Button look="primary" size="l" onPress={save} cannot={cannotSave()}>
              {isNew ? T.saveNew : T.saveChange}
            </Button>
            <Button size="l" onPress={props.onCancel}>
              {isNew ? T.cancel : T.cancelChange}
            </Button>
            <Sub>{props.no}</Sub>
          </Line>
        </Stack>
      </Columns>
      <LeaveQuestion when={dirty()} onLeave={() => setSettled(true)} />
    </>
  );
}
