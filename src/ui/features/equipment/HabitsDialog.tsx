import { type JSX, Show } from 'solid-js';
import { createStore, type SetStoreFunction } from 'solid-js/store';
import { CLOCK_HABITS, type ClockHabit, type DeviceHabits, habitsOf } from '../../../domain/device-profile.ts';
import type { FileNamePattern } from '../../../domain/file-name.ts';
import type { DeviceRecord } from '../../../domain/records.ts';
import { CLOCK_HABIT } from '../../../text/device-profile.ts';
import { MOVE, profileRefusal } from '../../../text/equipment.ts';
import { profileDevice } from '../../../usecases/profile-device.ts';
import { RadioChoices } from '../../kit/Choices.tsx';
import { createChecks, type FieldWires } from '../../kit/checks.ts';
import { FaultList } from '../../kit/FaultList.tsx';
import { Fields } from '../../kit/Layout.tsx';
import { NumberField } from '../../kit/NumberField.tsx';
import { SignDialog } from '../../kit/SignDialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { signRoutine } from '../../live/dialog-signing.ts';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { type HabitsDraft, habitsDraft, habitsFrom, segmentOf, unfitTemplates } from './device-view.ts';

type Zone = FileNamePattern['zone'];
const SEGMENTS: readonly HabitsDraft['segmentBy'][] = ['none', 'minutes', 'size'];
const ZONES: readonly Zone[] = ['local', 'utc', 'unknown'];

/** How this device names files, cuts long recordings and keeps time; begins with what is known of its model. */
export function HabitsDialog(props: {
  readonly device: DeviceRecord;
  readonly names: Names;
  readonly onClose: () => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const known = habitsOf(props.device, props.names.registers().devices);
  const [draft, set] = createStore<HabitsDraft>(habitsDraft(known));
  const name = () => props.names.device(props.device.id);
  const form = createChecks({
    patterns: {
      label: MOVE.patterns,
      check: () => (unfitTemplates(draft).length === 0 ? undefined : MOVE.patternUnfit(unfitTemplates(draft))),
    },
    segment: { label: MOVE.segment, check: () => (segmentOf(draft) === undefined ? MOVE.segmentUnfit : undefined) },
  });
  const cannot = () => {
    if (unfitTemplates(draft).length > 0) return MOVE.patternUnfit(unfitTemplates(draft));
    return segmentOf(draft) === undefined ? MOVE.segmentUnfit : undefined;
  };
  const sign = (habits: DeviceHabits) =>
    signRoutine(() => profileDevice(office.desk, seat(), props.device, habits), profileRefusal);
  return (
    <SignDialog
      wide
      title={MOVE.title.profile(name())}
      sentence={MOVE.profileSays(props.names.person(seat().person), name())}
      correction={MOVE.profileCorrection}
      act={MOVE.profileAct}
      wayOut={MOVE.wayOut}
      done={MOVE.profileDone}
      cannot={cannot()}
      onClose={props.onClose}
      onSign={async () => {
        const habits = habitsFrom(draft);
        return habits === undefined ? { kind: 'refused', words: cannot() ?? '' } : sign(habits);
      }}
    >
      <FaultList faults={form.faults()} />
      <Fields beside>
        <TextField
          {...form.field('patterns')}
          label={MOVE.patterns}
          hint={MOVE.patternsHint}
          optional
          mono
          rows={3}
          maxLength={1200}
          value={draft.patterns}
          onInput={(patterns) => set({ patterns })}
        />
        <TextField
          id="drive-steps"
          label={MOVE.driveSteps}
          hint={MOVE.driveHint}
          optional
          rows={3}
          maxLength={1000}
          value={draft.driveSteps}
          onInput={(driveSteps) => set({ driveSteps })}
        />
        <HabitChoices draft={draft} set={set} segment={form.field('segment')} />
      </Fields>
    </SignDialog>
  );
}

function HabitChoices(props: {
  readonly draft: HabitsDraft;
  readonly set: SetStoreFunction<HabitsDraft>;
  readonly segment: FieldWires;
}): JSX.Element {
  return (
    <>
      <RadioChoices
        id="habits-zone"
        label={MOVE.zone}
        value={props.draft.zone}
        choices={ZONES.map((zone) => ({ value: zone, label: MOVE.zones[zone] }))}
        onChange={(zone) => props.set({ zone })}
      />
      <RadioChoices
        id="habits-clock"
        label={MOVE.clock}
        value={props.draft.clock}
        choices={CLOCK_HABITS.map((clock: ClockHabit) => ({ value: clock, label: CLOCK_HABIT[clock] }))}
        onChange={(clock) => props.set({ clock })}
      />
      <RadioChoices
        id="habits-segment"
        label={MOVE.segmentBy}
        value={props.draft.segmentBy}
        choices={SEGMENTS.map((by) => ({ value: by, label: MOVE.segments[by] }))}
        onChange={(segmentBy) => props.set({ segmentBy })}
      />
      <Show when={props.draft.segmentBy !== 'none' && props.draft.segmentBy}>
        {(by) => (
          <NumberField
            {...props.segment}
            label={MOVE.segment}
            unit={MOVE.segmentUnits[by()]}
            whole
            value={props.draft.segment}
            onInput={(segment) => props.set({ segment })}
          />
        )}
      </Show>
    </>
  );
}
