import type { JSX } from 'solid-js';
import type { OffListTemplate } from '../../../domain/office-records.ts';
import { RULE } from '../../../text/refusals.ts';
import { TEMPLATES, templateRefusal } from '../../../text/templates.ts';
import type { Seat } from '../../../usecases/desk.ts';
import { countersignTemplate, publishTemplate } from '../../../usecases/publish-template.ts';
import { Fields } from '../../kit/Layout.tsx';
import { SignDialog, type Signed } from '../../kit/SignDialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { DraftNotes } from '../../live/DraftNotes.tsx';
import { signAgain } from '../../live/dialog-signing.ts';
import { createOwnForm } from '../../live/drafts.ts';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { stepsFault, stepsOf, type TemplateLine, templateDraft } from './template-view.ts';

export function TemplateDialog(props: {
  readonly line: TemplateLine;
  readonly names: Names;
  readonly onClose: () => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const form = createOwnForm(`template ${props.line.type}.`, () => templateDraft(props.line));
  const draft = form.texts;
  const me = () => props.names.person(seat().person);
  const cannot = (): string | undefined => {
    if (draft().title.trim() === '') return templateRefusal({ code: 'title-missing' });
    if (stepsOf(draft()).length === 0) return templateRefusal({ code: 'steps-missing' });
    return stepsFault(draft());
  };
  const sign = async (passphrase: string): Promise<Signed> => {
    const { title } = draft();
    const what = { type: props.line.type, title, steps: stepsOf(draft()) };
    const act = (by: Seat) => publishTemplate(office.desk, by, what);
    const signed = await signAgain(office, seat().person, passphrase, act, templateRefusal);
    if (signed.kind === 'done') form.drop();
    return signed;
  };
  const steps = (key: 'required' | 'conditional', optional: boolean) => (
    <TextField
      id={`template-${key}`}
      label={TEMPLATES[key]}
      hint={TEMPLATES.stepHint}
      optional={optional}
      rows={7}
      maxLength={2500}
      value={draft()[key]}
      onInput={(text) => form.write({ [key]: text })}
    />
  );
  return (
    <SignDialog
      wide
      title={TEMPLATES.dialog(props.line.wording)}
      sentence={TEMPLATES.says(me(), draft().title.trim(), stepsOf(draft()).length)}
      correction={TEMPLATES.correction}
      act={TEMPLATES.act}
      wayOut={TEMPLATES.wayOut}
      done={TEMPLATES.done}
      cannot={cannot()}
      signer={{ id: seat().person, name: me() }}
      onClose={props.onClose}
      onSign={sign}
    >
      <DraftNotes form={form} />
      <TextField
        id="template-title"
        label={TEMPLATES.name}
        maxLength={60}
        value={draft().title}
        onInput={(title) => form.write({ title })}
      />
      <Fields beside>
        {steps('required', false)}
        {steps('conditional', true)}
      </Fields>
    </SignDialog>
  );
}

/** The supervising leader's second signature. */
export function TemplateLeaderDialog(props: {
  readonly template: OffListTemplate;
  readonly names: Names;
  readonly onClose: () => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const me = () => props.names.person(seat().person);
  return (
    <SignDialog
      title={TEMPLATES.leaderTitle}
      sentence={TEMPLATES.leaderSays(me(), props.template.title ?? TEMPLATES.notHere)}
      correction={TEMPLATES.correction}
      act={TEMPLATES.leaderAct}
      wayOut={TEMPLATES.wayOut}
      done={TEMPLATES.leaderDone}
      cannot={props.template.steps === null ? TEMPLATES.notHere : undefined}
      signer={{ id: seat().person, name: me() }}
      onClose={props.onClose}
      onSign={(passphrase) =>
        signAgain(
          office,
          seat().person,
          passphrase,
          (by) => countersignTemplate(office.desk, by, props.template),
          (refusal) => RULE[refusal.rule],
        )
      }
    />
  );
}
