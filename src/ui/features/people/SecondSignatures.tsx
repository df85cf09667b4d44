import { createSignal, For, type JSX, Show } from 'solid-js';
import { SECOND, secondRefusal } from '../../../text/membership.ts';
import { timeInTable } from '../../../text/times.ts';
import { confirmAct, declineAct, type WaitingAct } from '../../../usecases/second-signature.ts';
import { Button } from '../../kit/Button.tsx';
import { Line, Table } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { SignDialog } from '../../kit/SignDialog.tsx';
import { signAgain } from '../../live/dialog-signing.ts';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { actWords } from './membership-view.ts';

type Answer = 'confirm' | 'decline';
interface Chosen {
  readonly act: WaitingAct;
  readonly answer: Answer;
}

export interface SecondSignaturesProps {
  readonly names: Names;
  readonly waiting: readonly WaitingAct[];
}

/** What waits for a second person: 同意 or 不同意 by whoever may, 收回 by whoever proposed it. */
export function SecondSignatures(props: SecondSignaturesProps): JSX.Element {
  const seat = useSeat();
  const [chosen, setChosen] = createSignal<Chosen | null>(null);
  const what = (act: WaitingAct): string =>
    actWords(act, {
      person: (id) => props.names.person(id as never),
      station: props.names.station,
    });
  const mine = (act: WaitingAct): boolean => act.proposer === seat().person;
  const answer = (act: WaitingAct, how: Answer, label: string): JSX.Element => (
    <Button
      size="s"
      look={how === 'confirm' ? 'plain' : 'quiet'}
      opens="dialog"
      name={SECOND.name(label, what(act))}
      onPress={() => setChosen({ act, answer: how })}
    >
      {label}
    </Button>
  );
  return (
    <Show when={props.waiting.length > 0}>
      <Sheet title={SECOND.title} sub={SECOND.sub} waits bare>
        <Table name={SECOND.title} minWidth="46rem" stacks>
          <thead>
            <tr>
              <th>{SECOND.columns.act}</th>
              <th>{SECOND.columns.by}</th>
              <th>{SECOND.columns.at}</th>
              <th>{SECOND.columns.wanted}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            <For each={props.waiting}>
              {(act) => (
                <tr>
                  <td>{what(act)}</td>
                  <td>{props.names.person(act.proposer)}</td>
                  <td>{timeInTable(act.at)}</td>
                  <td>{SECOND.wanted(act.wanted)}</td>
                  <td>
                    <Line>
                      <Show when={act.mine}>
                        {answer(act, 'confirm', SECOND.confirm)}
                        {answer(act, 'decline', SECOND.decline)}
                      </Show>
                      <Show when={mine(act)}>{answer(act, 'decline', SECOND.takeBack)}</Show>
                    </Line>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </Table>
      </Sheet>
      <Show when={chosen()} keyed>
        {(one) => (
          <AnswerDialog chosen={one} names={props.names} what={what(one.act)} onClose={() => setChosen(null)} />
        )}
      </Show>
    </Show>
  );
}

function AnswerDialog(props: {
  readonly chosen: Chosen;
  readonly names: Names;
  readonly what: string;
  readonly onClose: () => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const me = () => seat().person;
  const back = () => props.chosen.act.proposer === me();
  const confirms = () => props.chosen.answer === 'confirm';
  const label = () => (confirms() ? SECOND.confirmAct : back() ? SECOND.takeBack : SECOND.decline);
  const says = () => (confirms() ? SECOND.confirmSays : back() ? SECOND.takeBackSays : SECOND.declineSays);
  const sign = (passphrase: string) => {
    const { act } = props.chosen.act;
    const answer = confirms() ? confirmAct : declineAct;
    return signAgain(office, me(), passphrase, (by) => answer(office.desk, by, act), secondRefusal);
  };
  return (
    <SignDialog
      wide
      title={SECOND.name(label(), props.what)}
      sentence={says()(props.names.person(me()), props.what)}
      correction={confirms() ? SECOND.correction : SECOND.declineCorrection}
      act={label()}
      wayOut={SECOND.wayOut}
      done={SECOND.name(label(), props.what)}
      signer={{ id: me(), name: props.names.person(me()) }}
      onSign={sign}
      onClose={props.onClose}
    />
  );
}
