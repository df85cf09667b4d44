import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import type { CourseRecord } from '../../../domain/course-records.ts';
import { NON_RECORDING_GROUNDS, type NonRecordingGround } from '../../../domain/course-words.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { formatNumber } from '../../../domain/numbering.ts';
import { rolesAt } from '../../../domain/person-record.ts';
import type { Instant, Part } from '../../../domain/time.ts';
import { DESK } from '../../../text/activity-desk.ts';
import { courseRefusal } from '../../../text/course.ts';
import { NON_RECORDING_GROUND } from '../../../text/findings.ts';
import { acknowledgeNonRecording, reportNonRecording } from '../../../usecases/report-non-recording.ts';
import { OneOf, RadioChoices } from '../../kit/Choices.tsx';
import { DateField } from '../../kit/DateField.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { Fields } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { SignDialog, type Signed } from '../../kit/SignDialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { momentText, readMoment } from '../../kit/typed-moment.ts';
import { DraftNotes } from '../../live/DraftNotes.tsx';
import { signRoutine } from '../../live/dialog-signing.ts';
import { createSharedForm, type KeptForm } from '../../live/drafts.ts';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import type { DeskPart } from './desk-acts.ts';
import { reportFacts } from './non-recording-view.ts';

const GROUNDS = NON_RECORDING_GROUNDS.map((value) => ({ value, label: NON_RECORDING_GROUND[value] }));

/** What the form holds apart from its texts. */
interface Chosen {
  readonly ground: NonRecordingGround | '';
  readonly scope: 'whole' | 'part';
  readonly from: string;
  readonly to: string;
  readonly leader: PersonId | '';
}

/** The stretch as typed; null: the whole activity; undefined: it cannot be read. */
function partOf({ scope, from, to }: Chosen): Part | null | undefined {
  if (scope === 'whole') return null;
  const [start, end] = [readMoment(from), readMoment(to)];
  return start === undefined || end === undefined || end <= start ? undefined : { from: start, to: end };
}

/** Form F5: ground, reason and basis, to the supervising leader. */
export function ReportNonRecording(props: DeskPart & { readonly onClose: () => void }): JSX.Element {
  const T = DESK.nonRecordingDialog;
  const W = DESK.nonRecording;
  const office = useOffice();
  const seat = useSeat();
  const names = createNames();
  const id = createUniqueId();
  const { activity, course } = props.judged.records;
  const said = course?.nonRecordingReport ?? course?.notRecorded ?? null;
  const started = {
    ground: (said?.ground ?? '') as string,
    scope: (said === null || said.part === null ? 'whole' : 'part') as string,
    from: momentText(said?.part?.from ?? activity.arrived?.at ?? activity.created.at),
    to: momentText(said?.part?.to ?? activity.finished?.at ?? office.now()),
    leader: '',
    reason: '',
    basis: '',
    alternative: '',
  };
  const form = createSharedForm(activity.id, 'non-recording ', () => started);
  const { texts } = form;
  const leaders = createMemo(() => leadersBut(names.registers().persons, seat().person, office.desk.now()));
  const chosen = createMemo((): Chosen => {
    const { ground, scope, from, to, leader } = texts();
    return {
      ground: NON_RECORDING_GROUNDS.find((one) => one === ground) ?? '',
      scope: scope === 'part' ? scope : 'whole',
      from,
      to,
      leader: leaders().find(({ value }) => value === leader)?.value ?? '',
    };
  });
  const missing = (): string | undefined => {
    if (chosen().ground === '') return T.groundMissing;
    if (partOf(chosen()) === undefined) return T.timeBad;
    if (texts().reason.trim() === '') return T.reasonMissing;
    if (texts().basis.trim() === '') return T.basisMissing;
    if (leaders().length === 0) return T.noLeader;
    return chosen().leader === '' ? T.leaderMissing : undefined;
  };
  const sentence = (): string => {
    const { ground, leader } = chosen();
    const words = ground === '' ? '…' : NON_RECORDING_GROUND[ground];
    const no = formatNumber(activity.no, props.naming.numberStyle);
    return T.sentence(props.naming.person(seat().person), no, words, leader === '' ? '…' : props.naming.person(leader));
  };
  const sign = async (): Promise<Signed> => {
    const { ground, leader } = chosen();
    const part = partOf(chosen());
    if (ground === '' || leader === '' || part === undefined) {
      return { kind: 'refused', words: missing() ?? T.groundMissing };
    }
    const { reason, basis, alternative } = texts();
    const act = () =>
      reportNonRecording(office.desk, seat(), activity, { ground, part, to: leader, reason, basis, alternative });
    const signed = await signRoutine(act, courseRefusal);
    if (signed.kind === 'done') form.drop();
    return signed;
  };
  return (
    <SignDialog {...T} sentence={sentence()} cannot={missing()} onClose={props.onClose} onSign={sign}>
      <p>{`${T.lead}${DESK.shared.hint}`}</p>
      <Show when={chosen().ground === 'stateSecret'}>
        <Note tone="wait" title={T.secret} />
      </Show>
      <Fields>
        <RadioChoices
          id={`${id}-ground`}
          label={W.ground}
          choices={GROUNDS}
          value={chosen().ground}
          onChange={(ground) => form.write({ ground })}
        />
        <Scope id={id} chosen={chosen()} onChange={form.write} />
        <Texts id={id} form={form} />
        <DraftNotes form={form} />
        <OneOf
          id={`${id}-leader`}
          label={T.leader}
          choices={leaders()}
          value={chosen().leader}
          onChange={(leader) => form.write({ leader })}
          hint={leaders().length === 0 ? T.noLeader : undefined}
        />
      </Fields>
    </SignDialog>
  );
}

type TextName = 'reason' | 'basis' | 'alternative';
const ROWS: Readonly<Record<TextName, number>> = { reason: 3, basis: 2, alternative: 1 };
const HINT: Readonly<Record<TextName, string>> = {
  reason: DESK.nonRecordingDialog.reasonHint,
  basis: DESK.nonRecordingDialog.basisHint,
  alternative: DESK.nonRecordingDialog.alternativeHint,
};

/** 原因 and 依据 are two fields; what was done instead may be left out. */
function Texts(props: { readonly id: string; readonly form: KeptForm<TextName> }): JSX.Element {
  return (
    <For each={['reason', 'basis', 'alternative'] as const}>
      {(name) => (
        <TextField
          id={`${props.id}-${name}`}
          label={DESK.nonRecording[name]}
          hint={HINT[name]}
          rows={ROWS[name]}
          optional={name === 'alternative'}
          value={props.form.texts()[name]}
          onInput={(text) => props.form.write({ [name]: text })}
        />
      )}
    </For>
  );
}

const leadersBut = (
  persons: ReturnType<ReturnType<typeof createNames>['registers']>['persons'],
  self: PersonId,
  at: Instant,
): readonly { readonly value: PersonId; readonly label: string }[] =>
  persons
    .filter((one) => rolesAt(one, at, persons).includes('supervisingLeader') && one.id !== self)
    .map((one) => ({ value: one.id, label: one.name ?? one.id }));

function Scope(props: {
  readonly id: string;
  readonly chosen: Chosen;
  readonly onChange: (part: Partial<Chosen>) => void;
}): JSX.Element {
  const T = DESK.nonRecordingDialog;
  return (
    <>
      <RadioChoices
        id={`${props.id}-scope`}
        label={DESK.nonRecording.part}
        choices={[
          { value: 'whole', label: T.whole },
          { value: 'part', label: T.partly },
        ]}
        value={props.chosen.scope}
        onChange={(scope) => props.onChange({ scope })}
      />
      <Show when={props.chosen.scope === 'part'}>
        <DateField
          id={`${props.id}-from`}
          label={T.from}
          precision="minute"
          value={props.chosen.from}
          onInput={(from) => props.onChange({ from })}
        />
        <DateField
          id={`${props.id}-to`}
          label={T.to}
          precision="minute"
          value={props.chosen.to}
          onInput={(to) => props.onChange({ to })}
          fault={partOf(props.chosen) === undefined ? T.timeBad : undefined}
        />
      </Show>
    </>
  );
}

/** 主管领导阅知: sufficient or not; not with a remark, and then the finding stays. */
export function AcknowledgeNonRecording(
  props: DeskPart & { readonly course: CourseRecord; readonly onClose: () => void },
): JSX.Element {
  const T = DESK.leaderDialog;
  const office = useOffice();
  const seat = useSeat();
  const id = createUniqueId();
  const [word, setWord] = createSignal<'sufficient' | 'insufficient' | ''>('');
  const [remark, setRemark] = createSignal('');
  const missing = (): string | undefined => {
    if (word() === '') return T.wordMissing;
    return word() === 'insufficient' && remark().trim() === '' ? T.remarkMissing : undefined;
  };
  const words = (): string => {
    const chosen = word();
    return chosen === '' ? '…' : T[chosen];
  };
  const sign = (): Promise<Signed> => {
    const { activity } = props.judged.records;
    const said = { sufficient: word() === 'sufficient', remark: remark() };
    return signRoutine(() => acknowledgeNonRecording(office.desk, seat(), activity, props.course, said), courseRefusal);
  };
  const no = (): string => formatNumber(props.judged.records.activity.no, props.naming.numberStyle);
  return (
    <SignDialog
      {...T}
      sentence={T.sentence(props.naming.person(seat().person), no(), words())}
      cannot={missing()}
      onClose={props.onClose}
      onSign={sign}
    >
      <Show when={props.course.nonRecordingReport}>
        {(report) => <Facts small facts={reportFacts(report(), props.naming)} />}
      </Show>
      <RadioChoices
        id={`${id}-word`}
        label={T.word}
        choices={[
          { value: 'sufficient', label: T.sufficient },
          { value: 'insufficient', label: T.insufficient, hint: T.insufficientHint },
        ]}
        value={word()}
        onChange={setWord}
      />
      <TextField
        id={`${id}-remark`}
        label={T.remark}
        rows={2}
        optional={word() !== 'insufficient'}
        value={remark()}
        onInput={setRemark}
      />
    </SignDialog>
  );
}
