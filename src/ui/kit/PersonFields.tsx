import type { JSX } from 'solid-js';
import { ROLES, type Role } from '../../domain/role.ts';
import { ROLE } from '../../text/nouns.ts';
import { ROLE_HINT } from '../../text/person-form.ts';
import { Checkboxes } from './Choices.tsx';
import { DateField } from './DateField.tsx';
import { Fields } from './Layout.tsx';
import type { PersonChecks, PersonDraft, PersonLabels } from './person-form.ts';
import { type Choice, Select } from './Select.tsx';
import { TextField } from './TextField.tsx';

export interface PersonFieldsProps {
  readonly labels: PersonLabels;
  readonly draft: PersonDraft;
  readonly onChange: (part: Partial<PersonDraft>) => void;
  readonly checks: PersonChecks;
  readonly divisions: readonly Choice[];
  /** Which duties are needed here, and why. */
  readonly rolesHint: JSX.Element;
}

const DUTIES: readonly Choice<Role>[] = ROLES.map((role) => ({
  value: role,
  label: ROLE[role],
  hint: ROLE_HINT[role],
}));

/** Who somebody is: name, numbers, certificate, division, duties. At founding and under 人员与设置. */
export function PersonFields(props: PersonFieldsProps): JSX.Element {
  return (
    <Fields>
      <Fields beside>
        <TextField
          {...props.checks.field('name')}
          label={props.labels.name}
          value={props.draft.name}
          onInput={(name) => props.onChange({ name })}
        />
        <TextField
          {...props.checks.field('officerNo')}
          label={props.labels.officerNo}
          optional
          value={props.draft.officerNo}
          onInput={(officerNo) => props.onChange({ officerNo })}
        />
        <Select
          {...props.checks.field('division')}
          label={props.labels.division}
          choices={props.divisions}
          value={props.draft.division}
          onChange={(division) => props.onChange({ division })}
        />
        <TextField
          {...props.checks.field('certificateNo')}
          label={props.labels.certificateNo}
          optional
          value={props.draft.certificateNo}
          onInput={(certificateNo) => props.onChange({ certificateNo })}
        />
        <DateField
          {...props.checks.field('validFrom')}
          label={props.labels.validFrom}
          optional
          value={props.draft.validFrom}
          onInput={(validFrom) => props.onChange({ validFrom })}
        />
        <DateField
          {...props.checks.field('validTo')}
          label={props.labels.validTo}
          optional
          value={props.draft.validTo}
          onInput={(validTo) => props.onChange({ validTo })}
        />
      </Fields>
      <Checkboxes
        {...props.checks.field('roles')}
        label={props.labels.roles}
        hint={props.rolesHint}
        choices={DUTIES}
        value={props.draft.roles}
        onChange={(roles) => props.onChange({ roles })}
      />
    </Fields>
  );
}
