import type { JSX } from 'solid-js';
import { PERSON_FORM } from '../../text/person-form.ts';
import { Fields } from './Layout.tsx';
import { PasswordField } from './PasswordField.tsx';
import type { PassphraseChecks, PassphraseLabels, TypedTwice } from './person-form.ts';
import { Sub } from './Words.tsx';

export interface NewPassphraseProps {
  readonly labels: PassphraseLabels;
  readonly typed: TypedTwice;
  readonly onChange: (typed: TypedTwice) => void;
  readonly checks: PassphraseChecks;
}

/** A passphrase that did not exist before, typed twice by the person whose it is. */
export function NewPassphrase(props: NewPassphraseProps): JSX.Element {
  return (
    <Fields>
      <Fields beside>
        <PasswordField
          {...props.checks.field('first')}
          kind="new"
          label={props.labels.passphrase}
          hint={PERSON_FORM.passphraseHint}
          value={props.typed.first}
          onInput={(first) => props.onChange({ ...props.typed, first })}
        />
        <PasswordField
          {...props.checks.field('again')}
          kind="new"
          label={props.labels.passphraseAgain}
          value={props.typed.again}
          onInput={(again) => props.onChange({ ...props.typed, again })}
        />
      </Fields>
      <Sub>{PERSON_FORM.passphraseNote}</Sub>
    </Fields>
  );
}
