import type { JSX } from 'solid-js';
import { FIRST_RUN } from '../../../text/first-run.ts';
import { PERSON_FORM } from '../../../text/person-form.ts';
import { Button } from '../../kit/Button.tsx';
import { FaultList } from '../../kit/FaultList.tsx';
import { Fields, Line, Stack } from '../../kit/Layout.tsx';
import { NewPassphrase } from '../../kit/NewPassphrase.tsx';
import { PersonFields } from '../../kit/PersonFields.tsx';
import { createPassphraseChecks, createPersonChecks, type TypedTwice } from '../../kit/person-form.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import type { StepProps } from './BureauStep.tsx';
import { hasDivision, mayFound } from './founding-draft.ts';

export interface PersonStepProps extends StepProps {
  readonly typed: TypedTwice;
  readonly onTyped: (typed: TypedTwice) => void;
}

/** 您是谁: the first person, who may admit others. */
export function PersonStep(props: PersonStepProps): JSX.Element {
  const form = createPersonChecks(FIRST_RUN, () => props.draft.person, {
    division: () => (hasDivision(props.draft) ? undefined : PERSON_FORM.divisionMissing),
    roles: () => (mayFound(props.draft.person.roles) ? undefined : FIRST_RUN.roleMissing),
  });
  const key = createPassphraseChecks(FIRST_RUN, () => props.typed);
  const next = (): void => {
    const fit = [form.submit(), key.submit()];
    if (fit.every(Boolean)) props.onNext();
  };
  return (
    <Stack>
      <FaultList faults={[...form.faults(), ...key.faults()]} />
      <Sheet>
        <Fields>
          <PersonFields
            labels={FIRST_RUN}
            draft={props.draft.person}
            onChange={(part) => props.change({ person: { ...props.draft.person, ...part } })}
            checks={form}
            divisions={props.draft.divisions.map((row) => ({ value: row.key, label: row.name.trim() }))}
            rolesHint={FIRST_RUN.rolesHint}
          />
          <NewPassphrase labels={FIRST_RUN} typed={props.typed} onChange={props.onTyped} checks={key} />
        </Fields>
      </Sheet>
      <Line>
        <Button size="l" onPress={() => props.onBack()}>
          {FIRST_RUN.back}
        </Button>
        <Button look="primary" size="l" onPress={next}>
          {FIRST_RUN.next}
        </Button>
      </Line>
    </Stack>
  );
}
