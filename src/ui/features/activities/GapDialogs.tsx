import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { GAP_CAUSES, type GapCause, REPORT_METHODS, type ReportMethod } from '../../../domain/course-words.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { formatNumber } from '../../../domain/numbering.ts';
import { rolesAt } from '../../../domain/person-record.ts';
import { DESK } from '../../../text/activity-desk.ts';
import { courseRefusal, REPORT_METHOD } from '../../../text/course.ts';
import { GAP_CAUSE } from '../../../text/findings.ts';
import { timeWithSeconds } from '../../../text/times.ts';
import { acknowledgeGap, locateVoiceExplanation, reportGap, stateGap } from '../../../usecases/explain-gap.ts';
import { Checkbox, OneOf, RadioChoices } from '../../kit/Choices.tsx';
import { DateField } from '../../kit/DateField.tsx';
import { Fields } from '../../kit/Layout.tsx';
import { SignDialog, type Signed } from '../../kit/SignDialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { momentText, readMomentFrom } from '../../kit/typed-moment.ts';
import { DraftNotes } from '../../live/DraftNotes.tsx';
import { signRoutine } from '../../live/dialog-signing.ts';
import { createOwnForm, createSharedForm } from '../../live/drafts.ts';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import type { DeskPart } from './desk-acts.ts';
import type { GapLine } from './gaps-view.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { placeChoices, placeFault, placeWords, readPlace, type TypedPlace } from './place-view.ts';

export interface GapDialogProps extends DeskPart {
  readonly gap: GapLine;
  readonly onClose: () => void;
}

const CAUSES = GAP_CAUSES.map((value) => ({ value, label: GAP_CAUSE[value] }));
const METHODS = REPORT_METHODS.map((value) => ({ value, label: REPORT_METHOD[value] }));
const YES = 'yes';
const refusedFor = (words: string): Signed => ({ kind: 'refused', words });

const numberOf = ({ judged, naming }: DeskPart): string => formatNumber(judged.records.activity.no, naming.numberStyle);

/** The written statement of Art. 11: cause and what happened. The gap's own times are the footage's and stand fixed. */
export function StateGap(props: GapDialogProps): JSX.Element {
  const T = DESK.stateDialog;
  const office = useOffice();
  const seat = useSeat();
  const id = createUniqueId();
  const started = { ...props.gap.begun, never: props.gap.resumed ? '' : YES };
  const form = createSharedForm(props.judged.records.activity.id, `gap ${props.gap.from}.`, () => started);
  const cause = (): GapCause | '' => GAP_CAUSES.find((one) => one === form.texts().cause) ?? '';
  const never = (): boolean => form.texts().never !== '';
  const missing = (): string | undefined => {
    if (cause() === '') return T.causeMissing;
    return form.texts().text.trim() === '' ? T.textMissing : undefined;
  };
  const sentence = (): string => {
    const chosen = cause();
    const to = never() ? T.untilEnd : timeWithSeconds(props.gap.to);
    const words = chosen === '' ? '…' : GAP_CAUSE[chosen];
    return T.sentence(props.naming.person(seat().person), numberOf(props), timeWithSeconds(props.gap.from), to, words);
  };
  const sign = async (): Promise<Signed> => {
    const chosen = cause();
    if (chosen === '') return refusedFor(T.causeMissing);
    const { from, to } = props.gap;
    const said = { from, to: never() ? null : to, cause: chosen, text: form.texts().text };
    const act = () => stateGap(office.desk, seat(), props.judged.records.activity, said);
    const signed = await signRoutine(act, courseRefusal);
    if (signed.kind === 'done') form.drop();
    return signed;
  };
  return (
    <SignDialog {...T} sentence={sentence()} cannot={missing()} onClose={props.onClose} onSign={sign}>
      <p>
        <b>{props.gap.title}</b>
      </p>
      <p>{T.lead}</p>
      <OneOf
        id={`${id}-cause`}
        label={T.cause}
        choices={CAUSES}
        value={cause()}
        onChange={(chosen) => form.write({ cause: chosen })}
      />
      <Show when={!props.gap.resumed}>
        <Checkbox
          id={`${id}-never`}
          label={T.never}
          checked={never()}
          onChange={(on) => form.write({ never: on ? YES : '' })}
        />
      </Show>
      <TextField
        id={`${id}-text`}
        label={T.text}
        hint={`${T.hint}${DESK.shared.hint}`}
        rows={4}
        value={form.texts().text}
        onInput={(text) => form.write({ text })}
      />
      <DraftNotes form={form} />
    </SignDialog>
  );
}

/** Where the reason was spoken after the restart. */
export function LocateVoice(props: GapDialogProps): JSX.Element {
  const T = DESK.voiceDialog;
  const office = useOffice();
  const seat = useSeat();
  const id = createUniqueId();
  const choices = createMemo(() => placeChoices(props.judged.records.recordings, props.judged.facts, props.naming));
  const starts = props.judged.facts.recordings;
  // The footage that begins where recording went on is nearly always the one.
  const first = starts.find(({ start }) => start !== null && start >= props.gap.to)?.recording ?? '';
  const [place, setPlace] = createSignal<TypedPlace>({ recording: first, at: '' });
  const sign = async (): Promise<Signed> => {
    const { recording, at } = place();
    const sec = readPlace(at);
    if (recording === '' || sec === undefined) return refusedFor(DESK.place.atMissing);
    const act = () => locateVoiceExplanation(office.desk, seat(), props.judged.records.activity, { recording, sec });
    return signRoutine(act, courseRefusal);
  };
  return (
    <SignDialog
      {...T}
      sentence={T.sentence(props.naming.person(seat().person), placeWords(place(), choices()))}
      cannot={placeFault(place(), choices())}
      onClose={props.onClose}
      onSign={sign}
    >
      <p>{T.lead}</p>
      <PlaceFields id={id} choices={choices()} value={place()} onChange={setPlace} />
    </SignDialog>
  );
}

/** When and how the department head was told. */
export function ReportGap(props: GapDialogProps): JSX.Element {
  const T = DESK.reportDialog;
  const office = useOffice();
  const seat = useSeat();
  const names = createNames();
  const id = createUniqueId();
  const heads = createMemo(() => {
    const { persons } = names.registers();
    const isHead = (one: (typeof persons)[number]): boolean =>
      rolesAt(one, office.desk.now(), persons).includes('departmentHead');
    return persons
      .filter((one) => isHead(one) && one.id !== seat().person)
      .map((one) => ({ value: one.id, label: one.name ?? one.id, own: one.division === seat().record.division }))
      .sort((a, b) => Number(b.own) - Number(a.own));
  });
  const started = { at: momentText(props.gap.from), method: '', to: '' };
  const form = createOwnForm(`gap-report ${props.judged.records.activity.id}.${props.gap.from}.`, () => started);
  const at = (): string => form.texts().at;
  const method = (): ReportMethod | '' => REPORT_METHODS.find((one) => one === form.texts().method) ?? '';
  const to = (): PersonId | '' => heads().find(({ value }) => value === form.texts().to)?.value ?? '';
  const moment = () => readMomentFrom(at(), props.gap.from);
  const missing = (): string | undefined => {
    const when = moment();
    if (when === undefined || when < props.gap.from || when > office.now()) return T.atBad;
    if (method() === '') return T.methodMissing;
    if (heads().length === 0) return T.noHead;
    return to() === '' ? T.toMissing : undefined;
  };
  const sentence = (): string => {
    const [how, whom] = [method(), to()];
    const person = whom === '' ? '…' : props.naming.person(whom);
    return T.sentence(props.naming.person(seat().person), at(), person, how === '' ? '…' : REPORT_METHOD[how]);
  };
  const sign = async (): Promise<Signed> => {
    const [when, how, whom] = [moment(), method(), to()];
    if (when === undefined || how === '' || whom === '') return refusedFor(missing() ?? T.atBad);
    const draft = { from: props.gap.from, reportedAt: when, method: how, to: whom };
    const act = () => reportGap(office.desk, seat(), props.judged.records.activity, draft);
    const signed = await signRoutine(act, courseRefusal);
    if (signed.kind === 'done') form.drop();
    return signed;
  };
  return (
    <SignDialog {...T} sentence={sentence()} cannot={missing()} onClose={props.onClose} onSign={sign}>
      <p>{T.lead}</p>
      <DraftNotes form={form} />
      <Fields>
        <DateField
          id={`${id}-at`}
          label={T.at}
          precision="minute"
          value={at()}
          onInput={(text) => form.write({ at: text })}
        />
        <RadioChoices
          id={`${id}-how`}
          label={T.method}
          choices={METHODS}
          value={method()}
          onChange={(chosen) => form.write({ method: chosen })}
        />
        <OneOf
          id={`${id}-to`}
          label={T.to}
          choices={heads()}
          value={to()}
          onChange={(chosen) => form.write({ to: chosen })}
          hint={heads().length === 0 ? T.noHead : undefined}
        />
      </Fields>
    </SignDialog>
  );
}

/** 部门负责人阅知: every report and statement about the stretch that waits. */
export function AcknowledgeGap(props: GapDialogProps): JSX.Element {
  const T = DESK.acknowledgeDialog;
  const office = useOffice();
  const seat = useSeat();
  const sign = async (): Promise<Signed> => {
    for (const said of props.gap.toAcknowledge) {
      const act = () => acknowledgeGap(office.desk, seat(), props.judged.records.activity, said);
      const signed = await signRoutine(act, courseRefusal);
      if (signed.kind !== 'done') return signed;
    }
    return { kind: 'done' };
  };
  return (
    <SignDialog
      {...T}
      sentence={T.sentence(props.naming.person(seat().person), props.gap.title)}
      onClose={props.onClose}
      onSign={sign}
    >
      <For each={props.gap.words}>{(words) => <p>{words}</p>}</For>
    </SignDialog>
  );
}
