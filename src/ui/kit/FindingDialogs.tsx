import { createUniqueId, type JSX } from 'solid-js';
import { FINDING_DECISIONS, type FindingDecision } from '../../domain/course-words.ts';
import { DESK } from '../../text/activity-desk.ts';
import { FINDING_DECISION } from '../../text/course.ts';
import { RadioChoices } from './Choices.tsx';
import type { FindingLine } from './finding-line.ts';
import type { Signer } from './SignBox.tsx';
import { SignDialog, type Signed } from './SignDialog.tsx';
import { TextField } from './TextField.tsx';

const MOST = 2000;
const DECISIONS = FINDING_DECISIONS.map((value) => ({ value, label: FINDING_DECISION[value] }));

/** A text that is kept outside the dialog: closing it loses nothing. */
export interface Draft {
  readonly text: () => string;
  readonly write: (text: string) => void;
}

export interface AnswerDialogProps {
  readonly line: FindingLine;
  readonly who: string;
  readonly draft: Draft;
  readonly onClose: () => void;
  readonly onSign: (text: string) => Promise<Signed>;
}

const missingText = (text: string, empty: string): string | undefined => {
  if (text.trim() === '') return empty;
  return text.trim().length > MOST ? DESK.answerDialog.tooLong : undefined;
};

/** 说明 to a finding. */
export function AnswerDialog(props: AnswerDialogProps): JSX.Element {
  const T = DESK.answerDialog;
  const id = createUniqueId();
  const missing = (): string | undefined => missingText(props.draft.text(), T.missing);
  return (
    <SignDialog
      title={T.title}
      sentence={T.sentence(props.who, props.line.head)}
      correction={T.correction}
      act={T.act}
      wayOut={T.wayOut}
      done={T.done}
      cannot={missing()}
      onClose={props.onClose}
      onSign={() => props.onSign(props.draft.text().trim())}
    >
      <p>
        <b>{props.line.fact}</b>
      </p>
      <p>{T.lead}</p>
      <TextField
        id={id}
        label={T.text}
        hint={T.hint}
        rows={4}
        value={props.draft.text()}
        onInput={props.draft.write}
        fault={props.draft.text().trim().length > MOST ? T.tooLong : undefined}
      />
    </SignDialog>
  );
}

export interface DecideDialogProps {
  readonly line: FindingLine;
  /** Kept outside, like the text of an answer. */
  readonly form: {
    readonly texts: () => Readonly<Record<'decision' | 'text', string>>;
    readonly write: (texts: Partial<Readonly<Record<'decision' | 'text', string>>>) => void;
  };
  readonly signer: Signer;
  readonly onClose: () => void;
  readonly onSign: (decision: FindingDecision, text: string, passphrase: string) => Promise<Signed>;
}

/** 法制办公室认定, with reasons; the passphrase is typed again. */
export function DecideDialog(props: DecideDialogProps): JSX.Element {
  const T = DESK.decideDialog;
  const id = createUniqueId();
  const decision = (): FindingDecision | '' =>
    FINDING_DECISIONS.find((one) => one === props.form.texts().decision) ?? '';
  const text = (): string => props.form.texts().text;
  const missing = (): string | undefined => (decision() === '' ? T.decisionMissing : missingText(text(), T.missing));
  const word = (): string => {
    const chosen = decision();
    return chosen === '' ? '…' : FINDING_DECISION[chosen];
  };
  const sign = async (passphrase: string): Promise<Signed> => {
    const chosen = decision();
    if (chosen === '') return { kind: 'refused', words: T.decisionMissing };
    return props.onSign(chosen, text().trim(), passphrase);
  };
  return (
    <SignDialog
      title={T.title}
      sentence={T.sentence(props.signer.name, props.line.head, word())}
      correction={T.correction}
      act={T.act}
      wayOut={T.wayOut}
      done={T.done}
      signer={props.signer}
      cannot={missing()}
      onClose={props.onClose}
      onSign={sign}
    >
      <p>
        <b>{props.line.fact}</b>
      </p>
      {props.line.said.map((words) => (
        <p>{words}</p>
      ))}
      <p>{T.lead}</p>
      <RadioChoices
        id={`${id}-decision`}
        label={T.decision}
        choices={DECISIONS}
        value={decision()}
        onChange={(chosen) => props.form.write({ decision: chosen })}
      />
      <TextField
        id={`${id}-text`}
        label={T.text}
        rows={3}
        value={text()}
        onInput={(words) => props.form.write({ text: words })}
      />
    </SignDialog>
  );
}
