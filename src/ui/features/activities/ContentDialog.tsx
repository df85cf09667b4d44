import { createMemo, createUniqueId, For, type JSX, Show } from 'solid-js';
import type { ContentElement } from '../../../domain/course-words.ts';
import { DESK } from '../../../text/activity-desk.ts';
import { courseRefusal } from '../../../text/course.ts';
import { CONTENT_ELEMENT } from '../../../text/findings.ts';
import { CONTENT } from '../../../text/matter.ts';
import { attestContent } from '../../../usecases/attest-content.ts';
import { RadioChoices } from '../../kit/Choices.tsx';
import { Fields } from '../../kit/Layout.tsx';
import { Select } from '../../kit/Select.tsx';
import { SignDialog, type Signed } from '../../kit/SignDialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { DraftNotes } from '../../live/DraftNotes.tsx';
import { signRoutine } from '../../live/dialog-signing.ts';
import { createSharedForm } from '../../live/drafts.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import {
  type ContentDraft,
  contentCount,
  contentDraft,
  contentFault,
  contentIn,
  contentLines,
  contentTexts,
  type ElementDraft,
  elementOf,
  elementsOf,
  isPhoto,
  withElement,
} from './content-view.ts';
import type { DeskPart } from './desk-acts.ts';
import { type PlaceChoice, placeChoices } from './place-view.ts';

const T = CONTENT.dialog;

/** Art. 10: what the footage reflects, element by element. */
export function AttestContent(props: DeskPart & { readonly onClose: () => void }): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const id = createUniqueId();
  const { records, facts } = props.judged;
  const choices = createMemo(() => placeChoices(records.recordings, facts, props.naming, true));
  const said = createMemo(() => contentTexts(contentDraft(props.judged.records.course?.content ?? null, choices())));
  const form = createSharedForm(records.activity.id, 'content ', said);
  const draft = createMemo((): ContentDraft => contentIn(form.texts(), choices()));
  const change = (next: ContentDraft): void => form.write(contentTexts(next));
  const sentence = (): string => {
    const { found } = draft();
    const who = props.naming.person(seat().person);
    if (found === '' || contentFault(draft(), choices()) !== undefined) return T.unfinished(who);
    return T.sentence(who, T[found], ...contentCount(contentLines(draft(), choices())));
  };
  const sign = async (): Promise<Signed> => {
    const lines = contentLines(draft(), choices());
    const act = () => attestContent(office.desk, seat(), records.activity, draft().found === 'yes', lines);
    const signed = await signRoutine(act, courseRefusal);
    if (signed.kind === 'done') form.drop();
    return signed;
  };
  return (
    <SignDialog
      {...T}
      wide
      sentence={sentence()}
      cannot={contentFault(draft(), choices())}
      onClose={props.onClose}
      onSign={sign}
    >
      <p>{`${T.lead}${DESK.shared.hint}`}</p>
      <DraftNotes form={form} />
      <RadioChoices
        id={`${id}-found`}
        label={T.found}
        choices={(['yes', 'no'] as const).map((value) => ({ value, label: T[value] }))}
        value={draft().found}
        onChange={(found) => form.write({ found })}
      />
      <For each={elementsOf(draft())}>
        {(element) => (
          <Element
            id={`${id}-${element}`}
            element={element}
            value={elementOf(draft(), element)}
            choices={choices()}
            onChange={(part) => change(withElement(draft(), element, part))}
          />
        )}
      </For>
    </SignDialog>
  );
}

function Element(props: {
  readonly id: string;
  readonly element: ContentElement;
  readonly value: ElementDraft;
  readonly choices: readonly PlaceChoice[];
  readonly onChange: (part: Partial<ElementDraft>) => void;
}): JSX.Element {
  const name = (): string => CONTENT_ELEMENT[props.element];
  return (
    <Fields beside>
      <Select
        id={`${props.id}-where`}
        label={T.where(name())}
        choices={[...props.choices, { value: 'none' as const, label: T.none }]}
        value={props.value.recording}
        onChange={(recording) => props.onChange({ recording })}
      />
      <Show
        when={props.value.recording === 'none'}
        fallback={
          <Show when={!isPhoto(props.value.recording, props.choices)}>
            <TextField
              id={`${props.id}-at`}
              label={T.at(name())}
              width="8rem"
              inputMode="numeric"
              value={props.value.at}
              onInput={(at) => props.onChange({ at })}
            />
          </Show>
        }
      >
        <TextField
          id={`${props.id}-why`}
          label={T.why(name())}
          value={props.value.reason}
          onInput={(reason) => props.onChange({ reason })}
        />
      </Show>
    </Fields>
  );
}
