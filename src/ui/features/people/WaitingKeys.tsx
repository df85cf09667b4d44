import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { EntryId } from '../../../domain/ids.ts';
import type { KeyRequest } from '../../../domain/key-standing.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import { KEY_REQUEST } from '../../../text/inviting.ts';
import { KEY_REASON } from '../../../text/membership.ts';
import { personRefusal } from '../../../text/refusals.ts';
import { timeInTable } from '../../../text/times.ts';
import { admitRequestedKey } from '../../../usecases/request-key.ts';
import { Button } from '../../kit/Button.tsx';
import { Table } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { SignDialog, type Signed } from '../../kit/SignDialog.tsx';
import { signAgain } from '../../live/dialog-signing.ts';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import type { Waits } from './PersonDialog.tsx';

interface Waiting {
  readonly person: PersonRecord;
  readonly request: KeyRequest;
}

export interface WaitingKeysProps {
  readonly names: Names;
  readonly cannot: string | undefined;
  readonly onWaits: Waits;
}

/** Keys made on some PC of the bureau that nobody has admitted yet. */
export function WaitingKeys(props: WaitingKeysProps): JSX.Element {
  const [chosen, setChosen] = createSignal<Waiting | null>(null);
  const waiting = createMemo((): readonly Waiting[] =>
    props.names.registers().persons.flatMap((person) => person.keyRequests.map((request) => ({ person, request }))),
  );
  const who = ({ person }: Waiting) => props.names.person(person.id);
  const where = ({ request }: Waiting) => props.names.station(request.station);
  return (
    <Show when={waiting().length > 0}>
      <Sheet title={KEY_REQUEST.waiting} sub={KEY_REQUEST.waitingSub} waits bare>
        <Table name={KEY_REQUEST.waiting} minWidth="36rem" stacks>
          <thead>
            <tr>
              <th>{KEY_REQUEST.columns.person}</th>
              <th>{KEY_REQUEST.columns.station}</th>
              <th>{KEY_REQUEST.columns.why}</th>
              <th>{KEY_REQUEST.columns.at}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            <For each={waiting()}>
              {(one) => (
                <tr>
                  <td>{who(one)}</td>
                  <td>{where(one)}</td>
                  <td>{KEY_REASON[one.request.reason]}</td>
                  <td>{timeInTable(one.request.requested.at)}</td>
                  <td>
                    <Button
                      size="s"
                      cannot={props.cannot}
                      reasonAt="hidden"
                      opens="dialog"
                      name={KEY_REQUEST.admitOf(who(one), where(one))}
                      onPress={() => setChosen(one)}
                    >
                      {KEY_REQUEST.admit}
                    </Button>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </Table>
      </Sheet>
      <Show when={chosen()} keyed>
        {(one) => <Admit waiting={one} names={props.names} onWaits={props.onWaits} onClose={() => setChosen(null)} />}
      </Show>
    </Show>
  );
}

function Admit(props: {
  readonly waiting: Waiting;
  readonly names: Names;
  readonly onWaits: Waits;
  readonly onClose: () => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const me = () => seat().person;
  const person = () => props.names.person(props.waiting.person.id);
  const station = () => props.names.station(props.waiting.request.station);
  const sign = async (passphrase: string): Promise<Signed> => {
    const { person: record, request } = props.waiting;
    let act: EntryId | null = null;
    const signed = await signAgain(
      office,
      me(),
      passphrase,
      (by) => admitRequestedKey(office.desk, by, record, request),
      (why) => {
        if (why.code === 'waits-for-second') act = why.act;
        return personRefusal(why);
      },
    );
    if (act === null) return signed;
    // Signed and kept; the page says who has to sign too.
    props.onWaits(act);
    return { kind: 'done' };
  };
  return (
    <SignDialog
      wide
      title={KEY_REQUEST.admitOf(person(), station())}
      sentence={KEY_REQUEST.says(props.names.person(me()), person(), station())}
      correction={KEY_REQUEST.correction}
      act={KEY_REQUEST.admitAct}
      wayOut={KEY_REQUEST.wayOut}
      done={KEY_REQUEST.admitOf(person(), station())}
      signer={{ id: me(), name: props.names.person(me()) }}
      onSign={sign}
      onClose={props.onClose}
    >
      <Note>{KEY_REQUEST.waitingSub}</Note>
    </SignDialog>
  );
}
