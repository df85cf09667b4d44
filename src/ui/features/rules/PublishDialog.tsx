import { For, type JSX } from 'solid-js';
import type { RulesPublication } from '../../../domain/course-records.ts';
import { publishRefusal } from '../../../text/course.ts';
import { PARAMETER, RULES } from '../../../text/rules.ts';
import { readTypedDate } from '../../../text/typed.ts';
import type { Seat } from '../../../usecases/desk.ts';
import { publishRules } from '../../../usecases/publish-rules.ts';
import { createChecks } from '../../kit/checks.ts';
import { DateField } from '../../kit/DateField.tsx';
import { FaultList } from '../../kit/FaultList.tsx';
import { NumberField } from '../../kit/NumberField.tsx';
import { CHANGEABLE, changesOf } from '../../kit/parameter-table.ts';
import { SignDialog, type Signed } from '../../kit/SignDialog.tsx';
import { Sub } from '../../kit/Words.tsx';
import { DraftNotes } from '../../live/DraftNotes.tsx';
import { signAgain } from '../../live/dialog-signing.ts';
import { createOwnForm } from '../../live/drafts.ts';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import styles from './rules.module.css';
import { dayFault, numberFault, numbersOf, typedNumbers } from './rules-view.ts';

/** The legal affairs office writes a version of the numbers; it waits for the leader's signature. */
export function PublishDialog(props: {
  readonly now: RulesPublication | null;
  readonly effectiveFrom: string | null;
  readonly onClose: () => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const names = createNames();
  const kept = createOwnForm('rules ', () => ({ day: props.effectiveFrom ?? '', ...typedNumbers(props.now) }));
  const typed = (): Readonly<Record<string, string>> => kept.texts();
  const day = (): string => typed().day ?? '';
  const form = createChecks<string>({
    effectiveFrom: { label: RULES.effectiveFrom, check: () => dayFault(day()) },
    ...Object.fromEntries(
      CHANGEABLE.map(({ id }) => [id, { label: PARAMETER[id][0], check: () => numberFault(id, typed()[id] ?? '') }]),
    ),
  });
  const fits = () => dayFault(day()) === undefined && CHANGEABLE.every(({ id }) => !numberFault(id, typed()[id] ?? ''));
  const draft = () => ({
    effectiveFrom: readTypedDate(day()) ?? null,
    numbers: fits() ? numbersOf(typed()) : {},
  });
  const changes = () =>
    changesOf(props.now === null ? null : { ...props.now, effectiveFrom: props.effectiveFrom }, {
      effectiveFrom: draft().effectiveFrom,
      parameters: draft().numbers,
    });
  const cannot = () => (!fits() ? RULES.unfit : changes().length === 0 ? RULES.unchanged : undefined);
  const me = () => names.person(seat().person);
  const sign = async (passphrase: string): Promise<Signed> => {
    const act = (by: Seat) => publishRules(office.desk, by, draft());
    const signed = await signAgain(office, seat().person, passphrase, act, publishRefusal);
    if (signed.kind === 'done') kept.drop();
    return signed;
  };
  return (
    <SignDialog
      wide
      title={RULES.draftTitle}
      sentence={RULES.says(me(), changes())}
      correction={RULES.correction}
      act={RULES.act}
      wayOut={RULES.wayOut}
      done={RULES.done}
      cannot={cannot()}
      signer={{ id: seat().person, name: me() }}
      onClose={props.onClose}
      onSign={sign}
    >
      <p>
        <Sub>{RULES.draftHint}</Sub>
      </p>
      <DraftNotes form={kept} />
      <FaultList faults={form.faults()} />
      <div class={styles.numbers}>
        <DateField
          {...form.field('effectiveFrom')}
          label={RULES.effectiveFrom}
          hint={RULES.effectiveHint}
          optional
          value={day()}
          onInput={(text) => kept.write({ day: text })}
        />
        <For each={CHANGEABLE}>
          {({ id, value }) => (
            <NumberField
              {...form.field(id)}
              label={PARAMETER[id][0]}
              hint={RULES.default(String(value))}
              unit={PARAMETER[id][1]}
              whole
              value={typed()[id] ?? ''}
              onInput={(text) => kept.write({ [id]: text })}
            />
          )}
        </For>
      </div>
    </SignDialog>
  );
}
