import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import type { DivisionId, PersonId } from '../../../domain/ids.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import { RESEAT, reseatRefusal } from '../../../text/membership.ts';
import { UNKNOWN_NAME } from '../../../text/names.ts';
import { reseatAdministrators, type SeatedAdministrator } from '../../../usecases/reseat-administrators.ts';
import { attempt } from '../../kit/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { Checkbox } from '../../kit/Choices.tsx';
import { FaultList } from '../../kit/FaultList.tsx';
import { Fields, Line, Stack } from '../../kit/Layout.tsx';
import { NewPassphrase } from '../../kit/NewPassphrase.tsx';
import { Note } from '../../kit/Note.tsx';
import { PersonFields } from '../../kit/PersonFields.tsx';
import {
  createPassphraseChecks,
  createPersonChecks,
  draftOf,
  NO_PERSON,
  NOT_TYPED,
  type PassphraseChecks,
  type PersonChecks,
  type PersonDraft,
  type TypedTwice,
  toPersonFacts,
} from '../../kit/person-form.ts';
import { Select } from '../../kit/Select.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { TextField } from '../../kit/TextField.tsx';
import type { Names } from '../../live/names.ts';
import { useOffice } from '../../live/office.ts';
import { isAdministrator } from './lock-view.ts';

/** The bureau has lost both who could sign together: the key on paper sets in one or two persons anew, at this PC. */
export function Reseat(props: { readonly names: Names }): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const [done, setDone] = createSignal<string>();
  return (
    <>
      <Show when={done()}>{(names) => <Note title={RESEAT.done(names())} />}</Show>
      <Show
        when={open()}
        fallback={
          <Line>
            <Button look="quiet" onPress={() => setOpen(true)}>
              {RESEAT.start}
            </Button>
          </Line>
        }
      >
        <ReseatForm
          names={props.names}
          onClose={() => setOpen(false)}
          onDone={(names) => {
            setDone(names);
            setOpen(false);
          }}
        />
      </Show>
    </>
  );
}

interface ReseatFormProps {
  readonly names: Names;
  readonly onClose: () => void;
  readonly onDone: (names: string) => void;
}

function ReseatForm(props: ReseatFormProps): JSX.Element {
  const office = useOffice();
  const [paper, setPaper] = createSignal('');
  const [two, setTwo] = createSignal(true);
  const [fault, setFault] = createSignal<string>();
  const seats = [createSeat(['custodian']), createSeat(['legalAffairsOffice'])] as const;
  onCleanup(() => setPaper(''));
  const used = () => (two() ? seats : seats.slice(0, 1));
  const names = () =>
    used()
      .map(({ draft }) => draft.name.trim())
      .filter((name) => name !== '')
      .join('、');
  const faults = () => used().flatMap(({ person, passphrase }) => [...person.faults(), ...passphrase.faults()]);
  const same = (): boolean => two() && seats[0].chosen() !== '' && seats[0].chosen() === seats[1].chosen();
  const sign = async (): Promise<void> => {
    const sound = used().map(({ person, passphrase }) => [person.submit(), passphrase.submit()].every(Boolean));
    if (paper().trim() === '') return void setFault(RESEAT.missing);
    if (same()) return void setFault(RESEAT.samePerson);
    if (!sound.every(Boolean)) return;
    const words = await attempt(
      () =>
        reseatAdministrators(
          office.desk,
          paper(),
          used().map((seat) => seat.seated()),
        ),
      reseatRefusal,
    );
    setFault(words);
    if (words === undefined) props.onDone(names());
  };
  return (
    <Sheet title={RESEAT.title}>
      <Stack>
        <Note>{RESEAT.startWhy}</Note>
        <FaultList faults={faults()} />
        <TextField
          id="recovery-text"
          label={RESEAT.paper}
          hint={RESEAT.paperHint}
          rows={3}
          mono
          autocomplete="off"
          value={paper()}
          onInput={setPaper}
        />
        <SeatFields seat={seats[0]} title={RESEAT.persons.one} names={props.names} />
        <Checkbox id="reseat-two" label={RESEAT.second} checked={two()} onChange={setTwo} />
        <Show when={two()}>
          <SeatFields seat={seats[1]} title={RESEAT.persons.two} names={props.names} />
        </Show>
        <p>
          {RESEAT.says(names())}
          {RESEAT.correction}
        </p>
        <Show when={fault()}>{(words) => <Note tone="wait" title={words()} />}</Show>
        <Line>
          <Button look="primary" size="l" onPress={sign}>
            {RESEAT.act}
          </Button>
          <Button size="l" onPress={props.onClose}>
            {RESEAT.wayOut}
          </Button>
        </Line>
      </Stack>
    </Sheet>
  );
}

interface SeatForm {
  readonly chosen: () => string;
  readonly choose: (person: PersonRecord | null) => void;
  readonly draft: PersonDraft;
  readonly change: (part: Partial<PersonDraft>) => void;
  readonly typed: () => TypedTwice;
  readonly type: (typed: TypedTwice) => void;
  readonly person: PersonChecks;
  readonly passphrase: PassphraseChecks;
  readonly seated: () => SeatedAdministrator;
}

function createSeat(roles: PersonDraft['roles']): SeatForm {
  const [chosen, setChosen] = createSignal('');
  const [draft, setDraft] = createStore<PersonDraft>({ ...NO_PERSON, roles });
  const [typed, setTyped] = createSignal<TypedTwice>(NOT_TYPED);
  onCleanup(() => setTyped(NOT_TYPED));
  return {
    chosen,
    choose: (person) => {
      setChosen(person?.id ?? '');
      if (person === null) return void setDraft({ ...NO_PERSON, roles });
      const known = draftOf(person);
      setDraft({ ...known, roles: isAdministrator(known.roles) ? known.roles : [...known.roles, ...roles] });
    },
    draft,
    change: setDraft,
    typed,
    type: setTyped,
    person: createPersonChecks(RESEAT, () => draft, {
      roles: () => (isAdministrator(draft.roles) ? undefined : RESEAT.rolesUnfit),
    }),
    passphrase: createPassphraseChecks(RESEAT, typed),
    seated: () => ({
      ...toPersonFacts(draft),
      person: chosen() === '' ? null : (chosen() as PersonId),
      division: draft.division as DivisionId,
      roles: draft.roles,
      passphrase: typed().first,
    }),
  };
}

function SeatFields(props: { readonly seat: SeatForm; readonly title: string; readonly names: Names }): JSX.Element {
  const persons = () => props.names.registers().persons;
  const divisions = () =>
    (props.names.registers().bureau?.divisions ?? [])
      .filter(({ closed }) => !closed)
      .map(({ id, name }) => ({ value: id as string, label: name ?? UNKNOWN_NAME }));
  return (
    <Sheet low title={props.title}>
      <Fields>
        <Select
          id={`reseat-${props.title}`}
          label={RESEAT.who}
          none={RESEAT.newPerson}
          value={props.seat.chosen()}
          choices={persons().map(({ id, name }) => ({ value: id as string, label: name ?? UNKNOWN_NAME }))}
          onChange={(id) => props.seat.choose(persons().find((one) => one.id === id) ?? null)}
        />
        <PersonFields
          labels={RESEAT}
          draft={props.seat.draft}
          onChange={props.seat.change}
          checks={props.seat.person}
          divisions={divisions()}
          rolesHint={RESEAT.rolesHint}
        />
        <NewPassphrase
          labels={RESEAT}
          typed={props.seat.typed()}
          onChange={props.seat.type}
          checks={props.seat.passphrase}
        />
      </Fields>
    </Sheet>
  );
}
