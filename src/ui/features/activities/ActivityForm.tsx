import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { ActivityId } from '../../../domain/ids.ts';
import type { BureauRecord, DeviceRecord, PersonRecord } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import { DESK } from '../../../text/activity-desk.ts';
import type { ActivityPlan } from '../../../usecases/create-activity.ts';
import { Button } from '../../kit/Button.tsx';
import { FaultList } from '../../kit/FaultList.tsx';
import { Columns, Line, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sub } from '../../kit/Words.tsx';
import { Advice } from './Advice.tsx';
import { createActivityChecks } from './activity-checks.ts';
import { advisories, toPlan } from './activity-form-view.ts';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import type { PlanFields, PlanSharing } from './plan-fields.ts';
import { WhatSheet } from './WhatSheet.tsx';
import { WhereSheet } from './WhereSheet.tsx';
import { WhoSheet } from './WhoSheet.tsx';

export interface ActivityFormProps {
  readonly isNew: boolean;
  readonly plan: PlanFields;
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
  const { fields, change, dirty, sharing } = props.plan;
  const [fault, setFault] = createSignal<string>();
  const checks = createActivityChecks(fields);
  const advice = createMemo(() => advisories(fields, props.persons, props.devices, props.now()));

  const save = async (): Promise<void> => {
    if (props.cannot !== undefined || !checks.submit()) return;
    const plan = toPlan(fields);
    if (plan === undefined) return;
    const result = await props.onSave(plan);
    if ('fault' in result) {
      setFault(result.fault);
      return;
    }
    props.plan.settle();
    props.onDone(result.saved);
  };
  const cannotSave = (): string | undefined => {
    if (props.cannot !== undefined) return props.cannot;
    return !props.isNew && !dirty() ? T.unchanged : undefined;
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
            me={props.me.id}
            bureau={props.bureau}
            persons={props.persons}
            devices={props.devices}
          />
          <Show when={sharing}>{(known) => <Shared sharing={known()} dirty={dirty()} />}</Show>
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
              {props.isNew ? T.saveNew : T.saveChange}
            </Button>
            <Button size="l" onPress={props.onCancel}>
              {props.isNew ? T.cancel : T.cancelChange}
            </Button>
            <Sub>{props.no}</Sub>
          </Line>
        </Stack>
      </Columns>
      <LeaveQuestion when={sharing === null && dirty()} onLeave={props.plan.settle} />
    </>
  );
}

/** What was changed and not signed is the draft of all officers: it stays when one of them leaves the page. */
function Shared(props: { readonly sharing: PlanSharing; readonly dirty: boolean }): JSX.Element {
  return (
    <>
      <Show when={props.sharing.cleared()}>
        <Note tone="wait" title={DESK.shared.cleared} />
      </Show>
      <Show when={props.dirty}>
        <Note title={T.draftTitle}>
          {DESK.shared.hint}{' '}
          <Button size="s" onPress={props.sharing.discard}>
            {T.discard}
          </Button>
        </Note>
      </Show>
    </>
  );
}
