import { createSignal, type JSX, Show } from 'solid-js';
import { done, type Outcome } from '../../base/outcome.ts';
import type { DivisionId, EntryId } from '../../domain/ids.ts';
import { DESK } from '../../text/activity-desk.ts';
import { answerRefusal } from '../../text/course.ts';
import { answerFinding, decideFinding } from '../../usecases/answer-finding.ts';
import { acknowledgeForeignSource } from '../../usecases/decide-unlinked.ts';
import type { RuleRefusal, Seat } from '../../usecases/desk.ts';
import { FindingList } from '../kit/FindingCard.tsx';
import { AnswerDialog, DecideDialog } from '../kit/FindingDialogs.tsx';
import type { FindingLine } from '../kit/finding-line.ts';
import { SignDialog } from '../kit/SignDialog.tsx';
import { signAgain, signRoutine } from './dialog-signing.ts';
import { createDraft, createOwnForm } from './drafts.ts';
import { useOffice, useSeat } from './office.ts';

const UNDECIDED = { decision: '', text: '' };

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
  const [reading, setReading] = createSignal<FindingLine>();
  const acknowledge = async (line: FindingLine): Promise<Outcome<EntryId | null, RuleRefusal>> =>
    line.toAcknowledge === null
      ? done(null)
      : acknowledgeForeignSource(office.desk, seat(), line.toAcknowledge, props.division(line));
  return (
    <>
      <FindingList
        name={props.name}
        lines={props.lines}
        onAnswer={(line) => setAnswering(line)}
        onDecide={(line) => setDeciding(line)}
        onAcknowledge={(line) => setReading(line)}
      />
      <Show keyed when={reading()}>
        {(line) => (
          <SignDialog
            {...DESK.acknowledgeDialog}
            sentence={DESK.findings.acknowledgeNow(props.who, line.fact)}
            onClose={() => setReading(undefined)}
            onSign={() => signRoutine(() => acknowledge(line), answerRefusal)}
          />
        )}
      </Show>
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
        {(line) => {
          const form = createOwnForm(`decision ${line.id}.`, () => UNDECIDED);
          return (
            <DecideDialog
              line={line}
              form={form}
              signer={{ id: seat().person, name: props.who }}
              onClose={() => setDeciding(undefined)}
              onSign={async (decision, text, passphrase) => {
                const act = (by: Seat) =>
                  decideFinding(office.desk, by, line.finding, decision, text, props.division(line));
                const signed = await signAgain(office, seat().person, passphrase, act, answerRefusal);
                if (signed.kind === 'done') form.drop();
                return signed;
              }}
            />
          );
        }}
      </Show>
    </>
  );
}
