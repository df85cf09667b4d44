import { createUniqueId, type JSX } from 'solid-js';
import { UNLINKED_DECISIONS, type UnlinkedDecision } from '../../../domain/course-words.ts';
import type { RecordingRecord } from '../../../domain/records.ts';
import { answerRefusal, UNLINKED_DECISION } from '../../../text/course.ts';
import { FINDINGS } from '../../../text/findings-page.ts';
import { decideUnlinked, explainUnlinked } from '../../../usecases/decide-unlinked.ts';
import type { Seat } from '../../../usecases/desk.ts';
import { RadioChoices } from '../../kit/Choices.tsx';
import { SignDialog, type Signed } from '../../kit/SignDialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { signAgain, signRoutine } from '../../live/dialog-signing.ts';
import { createDraft, createOwnForm } from '../../live/drafts.ts';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { recordingName } from './findings-page-view.ts';

const T = FINDINGS.unlinked.dialog;
const DECISIONS = UNLINKED_DECISIONS.map((value) => ({ value, label: UNLINKED_DECISION[value] }));

interface UnlinkedDialogProps {
  readonly recording: RecordingRecord;
  readonly onClose: () => void;
}

/** What the officer says of it. */
export function ExplainUnlinked(props: UnlinkedDialogProps): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const names = createNames();
  const id = createUniqueId();
  const draft = createDraft(`unlinked ${props.recording.id}`);
  const sign = async (): Promise<Signed> => {
    const { division } = seat().record;
    const act = () => explainUnlinked(office.desk, seat(), props.recording.id, draft.text(), division);
    const signed = await signRoutine(act, answerRefusal);
    if (signed.kind === 'done') draft.drop();
    return signed;
  };
  return (
    <SignDialog
      title={T.explainTitle}
      sentence={T.explainSentence(names.person(seat().person), recordingName(props.recording))}
      correction={T.correction}
      act={T.explainAct}
      wayOut={T.wayOut}
      done={T.done}
      cannot={draft.text().trim() === '' ? T.missing : undefined}
      onClose={props.onClose}
      onSign={sign}
    >
      <TextField id={id} label={T.text} rows={3} value={draft.text()} onInput={draft.write} />
    </SignDialog>
  );
}

const UNDECIDED = { decision: '', text: '' };

/** The legal affairs office's word; the passphrase is typed again. */
export function DecideUnlinked(props: UnlinkedDialogProps): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const names = createNames();
  const id = createUniqueId();
  const form = createOwnForm(`unlinked-decision ${props.recording.id}.`, () => UNDECIDED);
  const decision = (): UnlinkedDecision | '' => UNLINKED_DECISIONS.find((one) => one === form.texts().decision) ?? '';
  const text = (): string => form.texts().text;
  const who = (): string => names.person(seat().person);
  const word = (): string => {
    const chosen = decision();
    return chosen === '' ? '…' : UNLINKED_DECISION[chosen];
  };
  const missing = (): string | undefined => {
    if (decision() === '') return T.decisionMissing;
    return text().trim() === '' ? T.missing : undefined;
  };
  const sign = async (passphrase: string): Promise<Signed> => {
    const chosen = decision();
    if (chosen === '') return { kind: 'refused', words: T.decisionMissing };
    const { division } = seat().record;
    const act = (by: Seat) => decideUnlinked(office.desk, by, props.recording.id, chosen, text(), division);
    const signed = await signAgain(office, seat().person, passphrase, act, answerRefusal);
    if (signed.kind === 'done') form.drop();
    return signed;
  };
  return (
    <SignDialog
      title={T.decideTitle}
      sentence={T.decideSentence(who(), recordingName(props.recording), word())}
      correction={T.correction}
      act={T.decideAct}
      wayOut={T.wayOut}
      done={T.done}
      signer={{ id: seat().person, name: who() }}
      cannot={missing()}
      onClose={props.onClose}
      onSign={sign}
    >
      <RadioChoices
        id={`${id}-decision`}
        label={T.decision}
        choices={DECISIONS}
        value={decision()}
        onChange={(word) => form.write({ decision: word })}
      />
      <TextField
        id={`${id}-text`}
        label={T.reason}
        rows={3}
        value={text()}
        onInput={(words) => form.write({ text: words })}
      />
    </SignDialog>
  );
}
