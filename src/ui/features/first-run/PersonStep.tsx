import type { JSX } from 'solid-js';
import { ROLES } from '../../../domain/role.ts';
import { passphraseFit } from '../../../ledger/keyring.ts';
import { FIRST_RUN } from '../../../text/first-run.ts';
import { ROLE } from '../../../text/nouns.ts';
import { readTypedDate } from '../../../text/typed.ts';
import { Button } from '../../kit/Button.tsx';
import { Checkboxes } from '../../kit/Choices.tsx';
import { createChecks } from '../../kit/checks.ts';
import { DateField } from '../../kit/DateField.tsx';
import { FaultList } from '../../kit/FaultList.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { PasswordField } from '../../kit/PasswordField.tsx';
import { Select } from '../../kit/Select.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { TextField } from '../../kit/TextField.tsx';
import type { StepProps } from './BureauStep.tsx';
import styles from './first-run.module.css';

function personChecks(draft: () => StepProps['draft']) {
  const date = (text: string) =>
    text.trim() === '' || readTypedDate(text) !== undefined ? undefined : FIRST_RUN.dateUnfit;
  return createChecks({
    name: { label: FIRST_RUN.name, check: () => (draft().name.trim() === '' ? FIRST_RUN.nameMissing : undefined) },
    validFrom: { label: FIRST_RUN.validFrom, check: () => date(draft().validFrom) },
    validTo: { label: FIRST_RUN.validTo, check: () => date(draft().validTo) },
    roles: {
      label: FIRST_RUN.roles,
      check: () =>
        draft().roles.some((role) => role === 'custodian' || role === 'legalAffairsOffice')
          ? undefined
          : FIRST_RUN.roleMissing,
    },
    passphrase: {
      label: FIRST_RUN.passphrase,
      check: () => (passphraseFit(draft().passphrase) ? undefined : FIRST_RUN.passphraseUnfit),
    },
    again: {
      label: FIRST_RUN.passphraseAgain,
      check: () => (draft().passphrase === draft().passphraseAgain ? undefined : FIRST_RUN.passphraseDiffers),
    },
  });
}

/** 您是谁: the first person, who may admit others. */
export function PersonStep(props: StepProps): JSX.Element {
  const form = personChecks(() => props.draft);
  return (
    <Stack>
      <FaultList faults={form.faults()} />
      <Sheet>
        <div class={styles.pair}>
          <TextField
            {...form.field('name')}
            label={FIRST_RUN.name}
            value={props.draft.name}
            onInput={(name) => props.change({ name })}
            maxLength={40}
          />
          <TextField
            id="officer-no"
            label={FIRST_RUN.officerNo}
            optional
            value={props.draft.officerNo}
            onInput={(officerNo) => props.change({ officerNo })}
            maxLength={40}
          />
          <TextField
            id="certificate-no"
            label={FIRST_RUN.certificateNo}
            optional
            value={props.draft.certificateNo}
            onInput={(certificateNo) => props.change({ certificateNo })}
            maxLength={40}
          />
          <Select
            id="division"
            label={FIRST_RUN.division}
            value={props.draft.division}
            choices={props.draft.divisions.map((d, index) => ({ value: String(index), label: d.name }))}
            onChange={(division) => props.change({ division })}
          />
          <DateField
            {...form.field('validFrom')}
            label={FIRST_RUN.validFrom}
            optional
            value={props.draft.validFrom}
            onInput={(validFrom) => props.change({ validFrom })}
          />
          <DateField
            {...form.field('validTo')}
            label={FIRST_RUN.validTo}
            optional
            value={props.draft.validTo}
            onInput={(validTo) => props.change({ validTo })}
          />
        </div>
        <Checkboxes
          {...form.field('roles')}
          label={FIRST_RUN.roles}
          hint={FIRST_RUN.rolesHint}
          value={props.draft.roles}
          choices={ROLES.map((role) => ({ value: role, label: ROLE[role] }))}
          onChange={(roles) => props.change({ roles })}
        />
        <div class={styles.pair}>
          <PasswordField
            {...form.field('passphrase')}
            kind="new"
            label={FIRST_RUN.passphrase}
            hint={FIRST_RUN.passphraseHint}
            value={props.draft.passphrase}
            onInput={(passphrase) => props.change({ passphrase })}
          />
          <PasswordField
            {...form.field('again')}
            kind="new"
            label={FIRST_RUN.passphraseAgain}
            value={props.draft.passphraseAgain}
            onInput={(passphraseAgain) => props.change({ passphraseAgain })}
          />
        </div>
      </Sheet>
      <Line>
        <Button size="l" onPress={() => props.onBack()}>
          {FIRST_RUN.back}
        </Button>
        <Button look="primary" size="l" onPress={() => form.submit() && props.onNext()}>
          {FIRST_RUN.next}
        </Button>
      </Line>
    </Stack>
  );
}
