import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import type { PersonId } from '../../../domain/ids.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import { KEY_REQUEST } from '../../../text/inviting.ts';
import { UNKNOWN_NAME } from '../../../text/names.ts';
import { personRefusal } from '../../../text/refusals.ts';
import { requestKey } from '../../../usecases/request-key.ts';
import { attempt } from '../../kit/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { OneOf } from '../../kit/Choices.tsx';
import { FaultList } from '../../kit/FaultList.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { NewPassphrase } from '../../kit/NewPassphrase.tsx';
import { Note } from '../../kit/Note.tsx';
import { createPassphraseChecks, NOT_TYPED, type TypedTwice } from '../../kit/person-form.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { useOffice } from '../../live/office.ts';
import { lockChoices, waitingHere } from './lock-view.ts';

export interface KeyRequestsProps {
  /** Members without a key on this PC. */
  readonly persons: readonly PersonRecord[];
  /** Whose admitted key is no longer kept here: what a backup brought back must not sign again. */
  readonly lost: (person: PersonRecord) => boolean;
  /** Nobody has a key here yet: the form stands open. */
  readonly first: boolean;
}

/** A member asks for a key on this PC; somebody who may admits it from any PC of the bureau. */
export function KeyRequests(props: KeyRequestsProps): JSX.Element {
  const office = useOffice();
  const [open, setOpen] = createSignal(false);
  const waiting = () => waitingHere(props.persons, office.desk.station.station);
  const others = () => props.persons.filter((person) => !waiting().includes(person));
  return (
    <>
      <Show when={waiting().length > 0}>
        <Note tone="wait" title={KEY_REQUEST.asked(waiting().map((person) => person.name ?? UNKNOWN_NAME))}>
          {KEY_REQUEST.askedWhy}
        </Note>
      </Show>
      <Show when={others().length > 0}>
        <Show
          when={open() || (props.first && waiting().length === 0)}
          fallback={
            <Line>
              <Button onPress={() => setOpen(true)}>{KEY_REQUEST.start}</Button>
            </Line>
          }
        >
          <Ask
            persons={others()}
            lost={props.lost}
            onClose={props.first ? undefined : () => setOpen(false)}
            onAsked={() => setOpen(false)}
          />
        </Show>
      </Show>
    </>
  );
}

function Ask(props: {
  readonly persons: readonly PersonRecord[];
  readonly lost: KeyRequestsProps['lost'];
  readonly onClose: (() => void) | undefined;
  readonly onAsked: () => void;
}): JSX.Element {
  const office = useOffice();
  const [who, setWho] = createSignal<PersonId | ''>('');
  const [typed, setTyped] = createSignal<TypedTwice>(NOT_TYPED);
  const [fault, setFault] = createSignal<string>();
  const checks = createPassphraseChecks(KEY_REQUEST, typed);
  onCleanup(() => setTyped(NOT_TYPED));
  const ask = async (): Promise<void> => {
    const person = who();
    if (person === '') return void setFault(KEY_REQUEST.choose);
    if (!checks.submit()) return;
    const { first } = typed();
    const isLost = props.persons.some((one) => one.id === person && props.lost(one));
    const reason = isLost ? 'restored' : 'new-station';
    const words = await attempt(() => requestKey(office.desk, person, first, reason), personRefusal);
    setFault(words);
    if (words !== undefined) return;
    setTyped(NOT_TYPED);
    props.onAsked();
  };
  return (
    <Sheet title={KEY_REQUEST.title}>
      <Stack>
        <p>{KEY_REQUEST.why}</p>
        <FaultList faults={checks.faults()} />
        <OneOf
          id="key-person"
          label={KEY_REQUEST.person}
          value={who() as string}
          choices={lockChoices(props.persons)}
          onChange={(person) => {
            setWho(person as PersonId);
            setFault(undefined);
          }}
          fault={fault()}
        />
        <NewPassphrase labels={KEY_REQUEST} typed={typed()} onChange={setTyped} checks={checks} />
        <Line>
          <Button look="primary" size="l" onPress={ask}>
            {KEY_REQUEST.act}
          </Button>
          <Show when={props.onClose}>
            {(close) => (
              <Button size="l" onPress={() => close()()}>
                {KEY_REQUEST.wayOut}
              </Button>
            )}
          </Show>
        </Line>
      </Stack>
    </Sheet>
  );
}
