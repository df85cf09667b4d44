import { createSignal, type JSX, Show } from 'solid-js';
import type { PersonId } from '../../../domain/ids.ts';
import { beijingDate } from '../../../domain/time.ts';
import { RULE } from '../../../text/refusals.ts';
import { STANDING } from '../../../text/standing.ts';
import { planDuty } from '../../../usecases/officer-standing.ts';
import { RadioChoices } from '../../kit/Choices.tsx';
import { DateField } from '../../kit/DateField.tsx';
import { Fields } from '../../kit/Layout.tsx';
import { SignDialog, type Signed } from '../../kit/SignDialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { Sub } from '../../kit/Words.tsx';
import { signRoutine } from '../../live/dialog-signing.ts';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { type DutyDraft, type DutyKind, dutyFault, dutyOf, dutyWords } from './duty-draft.ts';

const KINDS = (['workingDays', 'every', 'off'] as const satisfies readonly DutyKind[]).map((value) => ({
  value,
  label: STANDING.dutyKinds[value],
}));

/** Art. 4: some days of an officer's duty. */
export function DutyDialog(props: {
  readonly person: PersonId;
  readonly names: Names;
  readonly onClose: () => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const today = beijingDate(office.desk.now());
  const [draft, setDraft] = createSignal<DutyDraft>({
    from: today,
    to: today,
    kind: 'workingDays',
    start: '08:30',
    end: '18:00',
  });
  const change = (part: Partial<DutyDraft>): void => {
    setDraft((before) => ({ ...before, ...part }));
  };
  const name = () => props.names.person(props.person);
  const sentence = (): string => {
    const duty = dutyOf(draft());
    const { from, to } = draft();
    const words = duty === null ? '…' : dutyWords(duty);
    return STANDING.dutySays(props.names.person(seat().person), name(), from, to, words);
  };
  const sign = async (): Promise<Signed> => {
    const duty = dutyOf(draft());
    if (duty === null) return { kind: 'refused', words: dutyFault(draft()) ?? STANDING.dateUnfit };
    return signRoutine(
      () => planDuty(office.desk, seat(), props.person, duty),
      (refusal) => RULE[refusal.rule],
    );
  };
  return (
    <SignDialog
      wide
      title={STANDING.dutyTitle(name())}
      sentence={sentence()}
      correction={STANDING.dutyCorrection}
      act={STANDING.dutyAct}
      wayOut={STANDING.wayOut}
      done={STANDING.dutyDone}
      cannot={dutyFault(draft())}
      onClose={props.onClose}
      onSign={sign}
    >
      <p>
        <Sub>{STANDING.dutyWhy}</Sub>
      </p>
      <Fields beside>
        <DateField id="duty-from" label={STANDING.dutyFrom} value={draft().from} onInput={(from) => change({ from })} />
        <DateField id="duty-to" label={STANDING.dutyTo} value={draft().to} onInput={(to) => change({ to })} />
      </Fields>
      <RadioChoices
        id="duty-kind"
        label={STANDING.dutyKind}
        stacked
        choices={KINDS}
        value={draft().kind}
        onChange={(kind) => change({ kind })}
      />
      <Show when={draft().kind !== 'off'}>
        <Fields beside>
          <TextField
            id="duty-start"
            label={STANDING.dutyStart}
            hint={STANDING.dutyHoursHint}
            width="8rem"
            value={draft().start}
            onInput={(start) => change({ start })}
          />
          <TextField
            id="duty-end"
            label={STANDING.dutyEnd}
            width="8rem"
            value={draft().end}
            onInput={(end) => change({ end })}
          />
        </Fields>
      </Show>
    </SignDialog>
  );
}
