import { createMemo, createSignal, createUniqueId, type JSX } from 'solid-js';
import { NOTICE_EXCEPTIONS, type NoticeException } from '../../../domain/course-words.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { DESK } from '../../../text/activity-desk.ts';
import { courseRefusal, NOTICE_EXCEPTION } from '../../../text/course.ts';
import { FIELD } from '../../../text/field.ts';
import { NOTICE } from '../../../text/matter.ts';
import { exceptNotice, locateNotice } from '../../../usecases/attest-content.ts';
import { Checkboxes, RadioChoices } from '../../kit/Choices.tsx';
import { Fields } from '../../kit/Layout.tsx';
import { SignDialog, type Signed } from '../../kit/SignDialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { DraftNotes } from '../../live/DraftNotes.tsx';
import { signRoutine } from '../../live/dialog-signing.ts';
import { createSharedForm } from '../../live/drafts.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import type { DeskPart } from './desk-acts.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { placeChoices, placeFault, placeWords, readPlace, type TypedPlace } from './place-view.ts';

type Props = DeskPart & { readonly onClose: () => void };

/** Art. 8: where in the footage the party is told, and by whom. */
export function LocateNotice(props: Props): JSX.Element {
  const T = NOTICE.locateDialog;
  const office = useOffice();
  const seat = useSeat();
  const id = createUniqueId();
  const { records, facts } = props.judged;
  const choices = createMemo(() => placeChoices(records.recordings, facts, props.naming));
  const [place, setPlace] = createSignal<TypedPlace>({ recording: choices()[0]?.value ?? '', at: '' });
  const [who, setWho] = createSignal<readonly PersonId[]>(records.activity.officers);
  const people = () => records.activity.officers.map((value) => ({ value, label: props.naming.person(value) }));
  const missing = (): string | undefined =>
    placeFault(place(), choices()) ?? (who().length === 0 ? T.whoMissing : undefined);
  const sentence = (): string => {
    const named = who().map((one) => props.naming.person(one));
    return T.sentence(
      props.naming.person(seat().person),
      placeWords(place(), choices()),
      named.join(FIELD.list) || '…',
    );
  };
  const sign = async (): Promise<Signed> => {
    const { recording, at } = place();
    const sec = readPlace(at);
    if (recording === '' || sec === undefined) return { kind: 'refused', words: missing() ?? T.whoMissing };
    const act = () => locateNotice(office.desk, seat(), records.activity, who(), { recording, sec });
    return signRoutine(act, courseRefusal);
  };
  return (
    <SignDialog {...T} sentence={sentence()} cannot={missing()} onClose={props.onClose} onSign={sign}>
      <p>{T.lead}</p>
      <Fields>
        <PlaceFields id={id} choices={choices()} value={place()} onChange={setPlace} />
        <Checkboxes id={`${id}-who`} label={T.who} choices={people()} value={who()} onChange={setWho} />
      </Fields>
    </SignDialog>
  );
}

const NOTHING = { ground: '', text: '' };
const GROUNDS = NOTICE_EXCEPTIONS.map((value) => ({ value, label: NOTICE_EXCEPTION[value] }));

/** Art. 8: why the party was not told. */
export function ExceptNotice(props: Props): JSX.Element {
  const T = NOTICE.exceptDialog;
  const office = useOffice();
  const seat = useSeat();
  const id = createUniqueId();
  const { activity } = props.judged.records;
  const form = createSharedForm(activity.id, 'notice ', () => NOTHING);
  const ground = (): NoticeException | '' => NOTICE_EXCEPTIONS.find((one) => one === form.texts().ground) ?? '';
  const missing = (): string | undefined => {
    if (ground() === '') return T.groundMissing;
    return ground() === 'other' && form.texts().text.trim() === '' ? T.textMissing : undefined;
  };
  const sentence = (): string => {
    const chosen = ground();
    return T.sentence(props.naming.person(seat().person), chosen === '' ? '…' : NOTICE_EXCEPTION[chosen]);
  };
  const sign = async (): Promise<Signed> => {
    const chosen = ground();
    if (chosen === '') return { kind: 'refused', words: T.groundMissing };
    const act = () => exceptNotice(office.desk, seat(), activity, chosen, form.texts().text);
    const signed = await signRoutine(act, courseRefusal);
    if (signed.kind === 'done') form.drop();
    return signed;
  };
  return (
    <SignDialog {...T} sentence={sentence()} cannot={missing()} onClose={props.onClose} onSign={sign}>
      <p>{T.lead}</p>
      <Fields>
        <RadioChoices
          id={`${id}-ground`}
          label={T.ground}
          stacked
          choices={GROUNDS}
          value={ground()}
          onChange={(chosen) => form.write({ ground: chosen })}
        />
        <TextField
          id={`${id}-text`}
          label={T.text}
          optional={ground() !== 'other'}
          hint={DESK.shared.hint}
          rows={2}
          value={form.texts().text}
          onInput={(text) => form.write({ text })}
        />
        <DraftNotes form={form} />
      </Fields>
    </SignDialog>
  );
}
