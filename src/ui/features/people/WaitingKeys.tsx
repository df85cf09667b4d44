import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { EntryId } from '../../../domain/ids.ts';
import type { KeyRequest } from '../../../domain/key-standing.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import { KEY_REQUEST } from '../../../text/joining.ts';
import { KEY_REASON } from '../../../text/membership.ts';
import { personRefusal, unlockRefusal } from '../../../text/refusals.ts';
import { SYNC } from '../../../text/sync.ts';
import { timeInTable } from '../../../text/times.ts';
import { admitRequestedKey } from '../../../usecases/request-key.ts';
import { attempt } from '../../kit/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Table } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { SignBox } from '../../kit/SignBox.tsx';
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
  const where = ({ request }: Waiting) => stationName(props.names, request);
  return (
    <Show when={waiting().length > 0}>
      <Sheet title={KEY_REQUEST.waiting} sub={KEY_REQUEST.waitingSub} waits bare>
        <Table name={KEY_REQUEST.waiting} minWidth="36rem">
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

const stationName = (names: Names, request: KeyRequest): string => {
  const station = names.registers().stations.find((each) => each.id === request.station);
  return station === undefined ? request.station : SYNC.station(station.code, station.name ?? '');
};

function Admit(props: {
  readonly waiting: Waiting;
  readonly names: Names;
  readonly onWaits: Waits;
  readonly onClose: () => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const [faults, setFaults] = createSignal<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = createSignal<string>();
  const me = () => seat().person;
  const person = () => props.names.person(props.waiting.person.id);
  const station = () => stationName(props.names, props.waiting.request);
  const sign = async (typed: Readonly<Record<string, string>>): Promise<void> => {
    const opened = await office.signAs(me(), typed[me()] ?? '');
    if (!opened.ok) return void setFaults({ [me()]: unlockRefusal(opened.refusal) });
    const { person: record, request } = props.waiting;
    let act: EntryId | null = null;
    const words = await attempt(
      () => admitRequestedKey(office.desk, opened.value, record, request),
      (why) => {
        if (why.code === 'waits-for-second') act = why.act;
        return personRefusal(why);
      },
    );
    setRefusal(words);
    if (act !== null) props.onWaits(act);
    if (words === undefined || act !== null) props.onClose();
  };
  return (
    <Dialog open wide firm title={KEY_REQUEST.admitOf(person(), station())} onClose={props.onClose}>
      <Show when={refusal()}>{(words) => <Note tone="wait" title={words()} />}</Show>
      <Note>{KEY_REQUEST.waitingSub}</Note>
      <SignBox
        sentence={KEY_REQUEST.says(props.names.person(me()), person(), station())}
        correction={KEY_REQUEST.correction}
        act={KEY_REQUEST.admitAct}
        signers={[{ id: me(), name: props.names.person(me()) }]}
        faults={faults()}
        onSign={sign}
        wayOut={<Button onPress={props.onClose}>{KEY_REQUEST.wayOut}</Button>}
      />
    </Dialog>
  );
}
