import { createSignal, type JSX, Show } from 'solid-js';
import type { DivisionId } from '../../domain/ids.ts';
import { answerRefusal } from '../../text/course.ts';
import { answerFinding, decideFinding } from '../../usecases/answer-finding.ts';
import { FindingList } from '../kit/FindingCard.tsx';
import { AnswerDialog, DecideDialog } from '../kit/FindingDialogs.tsx';
import type { FindingLine } from '../kit/finding-line.ts';
import { signAgain, signRoutine } from './dialog-signing.ts';
import { createDraft } from './drafts.ts';
import { useOffice, useSeat } from './office.ts';

/** Findings with their acts: an answer under the unlocked key, a decision with the passphrase typed again. */
export function FindingActs(props: {
  readonly name: string;
  readonly lines: readonly FindingLine[];
  readonly division: (line: FindingLine) => DivisionId;
  readonly who: string;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const [answering, setAnswering] = createSignal<FindingLine>();
  const [deciding, setDeciding] = createSignal<FindingLine>();
  return (
    <>
      <FindingList
        name={props.name}
        lines={props.lines}
        onAnswer={(line) => setAnswering(line)}
        onDecide={(line) => setDeciding(line)}
      />
      <Show keyed when={answering()}>
        {(line) => {
          const draft = createDraft(`finding ${line.id}`);
          return (
            <AnswerDialog
              line={line}
              who={props.who}
              draft={draft}
              onClose={() => setAnswering(undefined)}
              onSign={async (text) => {
                const act = () => answerFinding(office.desk, seat(), line.finding, text, props.division(line));
                const signed = await signRoutine(act, answerRefusal);
                if (signed.kind === 'done') draft.drop();
                return signed;
              }}
            />
          );
        }}
      </Show>
      <Show keyed when={deciding()}>
        {(line) => (
          <DecideDialog
            line={line}
            signer={{ id: seat().person, name: props.who }}
            onClose={() => setDeciding(undefined)}
            onSign={(decision, text, passphrase) =>
              signAgain(
                office,
                seat().person,
                passphrase,
                (again) => decideFinding(office.desk, again, line.finding, decision, text, props.division(line)),
                answerRefusal,
              )
            }
          />
        )}
      </Show>
    </>
  );
}
