import { createSignal, type JSX, Show, untrack } from 'solid-js';
import type { EntryId } from '../../../domain/ids.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import { ROLES } from '../../../domain/role.ts';
import { passphraseFit } from '../../../ledger/keyring.ts';
import { KEY_REASON, KEY_REASON_HINT } from '../../../text/membership.ts';
import { ROLE } from '../../../text/nouns.ts';
import { PEOPLE } from '../../../text/people.ts';
import { personRefusal, unlockRefusal } from '../../../text/refusals.ts';
import { readTypedDate } from '../../../text/typed.ts';
import { admitPerson, changePerson, type RenewalReason, renewKey } from '../../../usecases/admit-person.ts';
import { Button } from '../../kit/Button.tsx';
import { Checkboxes, RadioChoices } from '../../kit/Choices.tsx';
import { type Checks, createChecks } from '../../kit/checks.ts';
import { DateField } from '../../kit/DateField.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { FaultList } from '../../kit/FaultList.tsx';
import { Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { PasswordField } from '../../kit/PasswordField.tsx';
import { Select } from '../../kit/Select.tsx';
import { SignBox } from '../../kit/SignBox.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { DraftNotes } from '../../live/DraftNotes.tsx';
import { createOwnForm, type KeptForm } from '../../live/drafts.ts';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import styles from './people.module.css';
import { factsOf, type PersonDraft, type PersonTexts, personDraft, personTexts, rolesText } from './person-draft.ts';

const NO_SECRET = { passphrase: '', again: '' };

export type PersonAct =
  | { readonly kind: 'add' }
  | { readonly kind: 'change'; readonly person: PersonRecord }
  | { readonly kind: 'key'; readonly person: PersonRecord };

export interface PersonDialogProps {
  readonly act: PersonAct;
  readonly names: Names;
  readonly onClose: () => void;
  /** Signed by one; the dialog closes, and the page says who has to sign too. */
  readonly onWaits: Waits;
}

/** Gets the act that waits for its second signature. */
export type Waits = (act: EntryId) => void;

type Key = 'name' | 'validFrom' | 'validTo' | 'roles' | 'passphrase' | 'again';

function personChecks(draft: () => PersonDraft, act: PersonAct): Checks<Key> {
  const asksFacts = act.kind !== 'key';
  const asksKey = act.kind !== 'change';
  const date = (text: string) =>
    text.trim() === '' || readTypedDate(text) !== undefined ? undefined : PEOPLE.dateUnfit;
  return createChecks<Key>({
    name: {
      label: PEOPLE.name,
      check: () => (asksFacts && draft().name.trim() === '' ? PEOPLE.nameMissing : undefined),
    },
    validFrom: { label: PEOPLE.validFrom, check: () => date(draft().validFrom) },
    validTo: { label: PEOPLE.validTo, check: () => date(draft().validTo) },
    roles: {
      label: PEOPLE.roles,
      check: () => (asksFacts && draft().roles.length === 0 ? PEOPLE.roleMissing : undefined),
    },
    passphrase: {
      label: PEOPLE.passphrase,
      check: () => (asksKey && !passphraseFit(draft().passphrase) ? PEOPLE.passphraseUnfit : undefined),
    },
    again: {
      label: PEOPLE.passphraseAgain,
      check: () => (asksKey && draft().passphrase !== draft().again ? PEOPLE.passphraseDiffers : undefined),
    },
  });
}

/** Admits, corrects, or gives a new key. The new person types the own passphrase; who signs types theirs again. */
export function PersonDialog(props: PersonDialogProps): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const person = props.act.kind === 'add' ? null : props.act.person;
  const started = untrack(() => personTexts(person, seat().record.division));
  const kept = createOwnForm(`person ${person?.id ?? 'new'}.`, () => started);
  const [secret, setSecret] = createSignal(NO_SECRET);
  const draft = (): PersonDraft => personDraft(kept.texts(), secret());
  const form = personChecks(draft, props.act);
  const [faults, setFaults] = createSignal<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = createSignal('');
  const [why, setWhy] = createSignal<RenewalReason>('passphrase-forgotten');
  const me = () => props.names.person(seat().person);
  const roles = () =>
    draft()
      .roles.map((role) => ROLE[role])
      .join('、');
  const words = () => {
    if (props.act.kind === 'add')
      return { title: PEOPLE.addTitle, says: PEOPLE.saysAdd(me(), draft().name, roles()), act: PEOPLE.actAdd };
    const name = props.names.person(props.act.person.id);
    return props.act.kind === 'change'
      ? { title: PEOPLE.changeTitle(name), says: PEOPLE.saysChange(me(), draft().name, roles()), act: PEOPLE.actChange }
      : { title: PEOPLE.newKeyTitle(name), says: PEOPLE.saysKey(me(), name), act: PEOPLE.actKey };
  };
  const sign = async (typed: Readonly<Record<string, string>>) => {
    setRefusal('');
    if (!form.submit()) return;
    const opened = await office.signAs(seat().person, typed[seat().person] ?? '');
    if (!opened.ok) return void setFaults({ [seat().person]: unlockRefusal(opened.refusal) });
    setFaults({});
    const by = opened.value;
    const result =
      props.act.kind === 'add'
        ? await admitPerson(office.desk, by, { ...factsOf(draft()), passphrase: draft().passphrase })
        : props.act.kind === 'change'
          ? await changePerson(office.desk, by, props.act.person.id, factsOf(draft()))
          : await renewKey(office.desk, by, props.act.person.id, draft().passphrase, why());
    setSecret(NO_SECRET);
    // Left open, a second press would propose the same thing again.
    const waits = !result.ok && result.refusal.code === 'waits-for-second' ? result.refusal.act : null;
    if (waits !== null) props.onWaits(waits);
    if (result.ok || waits !== null) {
      kept.drop();
      props.onClose();
    } else setRefusal(personRefusal(result.refusal));
  };
  return (
    <Dialog open wide firm title={words().title} onClose={props.onClose}>
      <FaultList faults={form.faults()} />
      <Show when={refusal()}>
        <p class={styles.fault} role="alert">
          {refusal()}
        </p>
      </Show>
      <Show when={props.act.kind !== 'key'} fallback={<WhyNewKey value={why()} onChange={setWhy} />}>
        <PersonFields draft={draft()} kept={kept} form={form} names={props.names} />
      </Show>
      <Show when={props.act.kind !== 'change'}>
        <div class={styles.pair}>
          <PasswordField
            {...form.field('passphrase')}
            kind="new"
            label={PEOPLE.passphrase}
            hint={PEOPLE.passphraseHint}
            value={secret().passphrase}
            onInput={(passphrase) => setSecret((before) => ({ ...before, passphrase }))}
          />
          <PasswordField
            {...form.field('again')}
            kind="new"
            label={PEOPLE.passphraseAgain}
            value={secret().again}
            onInput={(again) => setSecret((before) => ({ ...before, again }))}
          />
        </div>
      </Show>
      <SignBox
        sentence={words().says}
        correction={PEOPLE.correction}
        act={words().act}
        signers={[{ id: seat().person, name: me() }]}
        faults={faults()}
        onSign={sign}
        wayOut={<Button onPress={props.onClose}>{PEOPLE.wayOut}</Button>}
      />
    </Dialog>
  );
}

const REASONS: readonly RenewalReason[] = ['passphrase-forgotten', 'restored', 'in-doubt'];

function WhyNewKey(props: {
  readonly value: RenewalReason;
  readonly onChange: (reason: RenewalReason) => void;
}): JSX.Element {
  return (
    <>
      <Note>{PEOPLE.newKeyWhy}</Note>
      <RadioChoices
        id="key-reason"
        label={PEOPLE.newKeyReason}
        stacked
        value={props.value}
        choices={REASONS.map((value) => ({ value, label: KEY_REASON[value], hint: KEY_REASON_HINT[value] }))}
        onChange={props.onChange}
      />
    </>
  );
}

interface PersonFieldsProps {
  readonly draft: PersonDraft;
  readonly kept: KeptForm<keyof PersonTexts>;
  readonly form: Checks<Key>;
  readonly names: Names;
}

function PersonFields(props: PersonFieldsProps): JSX.Element {
  const divisions = () =>
    (props.names.registers().bureau?.divisions ?? [])
      .filter((division) => !division.closed)
      .map((division) => ({ value: division.id as string, label: props.names.division(division.id) }));
  return (
    <Stack>
      <DraftNotes form={props.kept} />
      <div class={styles.pair}>
        <TextField
          {...props.form.field('name')}
          label={PEOPLE.name}
          maxLength={40}
          value={props.draft.name}
          onInput={(name) => props.kept.write({ name })}
        />
        <TextField
          id="officerNo"
          label={PEOPLE.officerNo}
          optional
          maxLength={40}
          value={props.draft.officerNo}
          onInput={(officerNo) => props.kept.write({ officerNo })}
        />
        <TextField
          id="certificateNo"
          label={PEOPLE.certificateNo}
          optional
          maxLength={40}
          value={props.draft.certificateNo}
          onInput={(certificateNo) => props.kept.write({ certificateNo })}
        />
        <Select
          id="person-division"
          label={PEOPLE.division}
          value={props.draft.division}
          choices={divisions()}
          onChange={(division) => division !== '' && props.kept.write({ division })}
        />
        <DateField
          {...props.form.field('validFrom')}
          label={PEOPLE.validFrom}
          optional
          value={props.draft.validFrom}
          onInput={(validFrom) => props.kept.write({ validFrom })}
        />
        <DateField
          {...props.form.field('validTo')}
          label={PEOPLE.validTo}
          optional
          value={props.draft.validTo}
          onInput={(validTo) => props.kept.write({ validTo })}
        />
      </div>
      <Checkboxes
        {...props.form.field('roles')}
        label={PEOPLE.roles}
        hint={PEOPLE.rolesHint}
        value={props.draft.roles}
        choices={ROLES.map((role) => ({ value: role, label: ROLE[role] }))}
        onChange={(roles) => props.kept.write({ roles: rolesText(roles) })}
      />
    </Stack>
  );
}
