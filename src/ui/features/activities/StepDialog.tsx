import { createMemo, createUniqueId, type JSX, Show } from 'solid-js';
import type { FootageMoment } from '../../../domain/course-records.ts';
import { STEP_STATES, type StepState } from '../../../domain/course-words.ts';
import { DESK } from '../../../text/activity-desk.ts';
import { courseRefusal, STEP_STATE } from '../../../text/course.ts';
import { markStep } from '../../../usecases/mark-step.ts';
import type { StepToShow } from '../../../usecases/steps-to-show.ts';
import { RadioChoices } from '../../kit/Choices.tsx';
import { Fields } from '../../kit/Layout.tsx';
import { SignDialog, type Signed } from '../../kit/SignDialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { DraftNotes } from '../../live/DraftNotes.tsx';
import { signRoutine } from '../../live/dialog-signing.ts';
import { createOwnForm } from '../../live/drafts.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import type { DeskPart } from './desk-acts.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { placeChoices, placeFault, placeWords, readPlace, type TypedPlace } from './place-view.ts';

const T = DESK.stepDialog;
const ITEM = /^\d{1,3}$/;

interface Marking {
  readonly state: StepState | '';
  readonly where: 'footage' | 'site';
  readonly place: TypedPlace;
  readonly item: string;
  readonly reason: string;
}

const UNMARKED = { state: '', where: '', recording: '', at: '', item: '', reason: '' };

/** As typed; where nothing was chosen, footage is where a step shows, if there is any. */
function markingIn(typed: typeof UNMARKED, footage: boolean): Marking {
  const { state, where, recording, at, item, reason } = typed;
  return {
    state: STEP_STATES.find((one) => one === state) ?? '',
    where: where === 'site' || (where === '' && !footage) ? 'site' : 'footage',
    place: { recording: recording as TypedPlace['recording'], at },
    item,
    reason,
  };
}

/** Marks one step: done (in the footage, or on site), did not happen with the reason, or to come later. */
export function StepDialog(props: DeskPart & { readonly step: StepToShow; readonly onClose: () => void }): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const id = createUniqueId();
  const choices = createMemo(() =>
    placeChoices(props.judged.records.recordings, props.judged.facts, props.naming, true),
  );
  const form = createOwnForm(`step ${props.judged.records.activity.id}.${props.step.id}.`, () => UNMARKED);
  const marking = createMemo(() => markingIn(form.texts(), choices().length > 0));
  const change = ({ place, ...part }: Partial<Marking>): void => form.write({ ...part, ...place });
  const missing = (): string | undefined => {
    const { state, where, place, item, reason } = marking();
    if (state === '') return T.stateMissing;
    if (state === 'notHappened') return reason.trim() === '' ? T.reasonMissing : undefined;
    if (state === 'deferred') return undefined;
    if (props.step.perItem && item !== '' && !ITEM.test(item)) return T.itemBad;
    return where === 'footage' ? placeFault(withPhoto(place, choices()), choices()) : undefined;
  };
  const words = (): string => {
    const { state, where, place } = marking();
    if (state === '') return '…';
    if (state !== 'done') return STEP_STATE[state];
    const at = where === 'footage' ? placeWords(withPhoto(place, choices()), choices()) : T.onSite;
    return [STEP_STATE.done, at].join(DESK.findings.list);
  };
  const sign = async (): Promise<Signed> => {
    const { state, item, reason } = marking();
    if (state === '') return { kind: 'refused', words: T.stateMissing };
    const footage = state === 'done' ? momentOf(marking(), choices()) : null;
    const draft = {
      step: props.step.id,
      state,
      item: state === 'done' && ITEM.test(item) ? item : null,
      footage,
      reason: state === 'done' ? null : reason,
    };
    const act = () => markStep(office.desk, seat(), props.judged.records.activity, draft);
    const signed = await signRoutine(act, courseRefusal);
    if (signed.kind === 'done') form.drop();
    return signed;
  };
  return (
    <SignDialog
      title={T.title(props.step.wording)}
      sentence={T.sentence(props.naming.person(seat().person), props.step.wording, words())}
      correction={T.correction}
      act={T.act}
      wayOut={T.wayOut}
      done={T.done(props.step.wording)}
      cannot={missing()}
      onClose={props.onClose}
      onSign={sign}
    >
      <DraftNotes form={form} />
      <Fields>
        <RadioChoices
          id={`${id}-state`}
          label={T.state}
          stacked
          choices={statesOf(props.step)}
          value={marking().state}
          onChange={(state) => change({ state })}
        />
        <Show when={marking().state === 'done'}>
          <Where id={id} marking={marking()} onChange={change} choices={choices()} perItem={props.step.perItem} />
        </Show>
        <Show when={marking().state === 'notHappened' || marking().state === 'deferred'}>
          <TextField
            id={`${id}-reason`}
            label={T.reason}
            optional={marking().state === 'deferred'}
            rows={2}
            value={marking().reason}
            onInput={(reason) => change({ reason })}
          />
        </Show>
      </Fields>
    </SignDialog>
  );
}

const statesOf = (step: StepToShow) =>
  STEP_STATES.filter((state) => state !== 'deferred' || step.deferred).map((value) => ({
    value,
    label: STEP_STATE[value],
    hint: T.stateHints[value],
  }));

/** A photograph has one place only. */
function withPhoto(place: TypedPlace, choices: ReturnType<typeof placeChoices>): TypedPlace {
  const chosen = choices.find(({ value }) => value === place.recording);
  return chosen?.durationMs === null && place.at.trim() === '' ? { ...place, at: '0' } : place;
}

function momentOf({ where, place }: Marking, choices: ReturnType<typeof placeChoices>): FootageMoment | null {
  const { recording, at } = withPhoto(place, choices);
  const sec = readPlace(at);
  return where === 'site' || recording === '' || sec === undefined ? null : { recording, sec };
}

function Where(props: {
  readonly id: string;
  readonly marking: Marking;
  readonly onChange: (part: Partial<Marking>) => void;
  readonly choices: ReturnType<typeof placeChoices>;
  readonly perItem: boolean;
}): JSX.Element {
  return (
    <>
      <RadioChoices
        id={`${props.id}-where`}
        label={T.where}
        choices={[
          { value: 'footage', label: T.inFootage },
          { value: 'site', label: T.onSite },
        ]}
        value={props.marking.where}
        onChange={(where) => props.onChange({ where })}
      />
      <Show when={props.marking.where === 'footage'}>
        <PlaceFields
          id={props.id}
          choices={props.choices}
          value={props.marking.place}
          onChange={(place) => props.onChange({ place })}
        />
      </Show>
      <Show when={props.perItem}>
        <TextField
          id={`${props.id}-item`}
          label={T.item}
          hint={T.itemHint}
          optional
          width="6rem"
          inputMode="numeric"
          value={props.marking.item}
          onInput={(item) => props.onChange({ item })}
        />
      </Show>
    </>
  );
}
