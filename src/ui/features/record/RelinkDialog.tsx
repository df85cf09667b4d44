import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { ActivityRecord, RecordingRecord, UnlinkedReason } from '../../../domain/records.ts';
import { UNLINKED_REASON } from '../../../text/nouns.ts';
import { RECORD } from '../../../text/record.ts';
import { RULE } from '../../../text/refusals.ts';
import { linkFootage } from '../../../usecases/link-footage.ts';
import { announce } from '../../kit/announce.ts';
import { attempt } from '../../kit/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { RadioChoices } from '../../kit/Choices.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Select } from '../../kit/Select.tsx';
import { SignBox } from '../../kit/SignBox.tsx';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { activityChoices, chosenPlace, type LinkChoice, recordingName } from './record-view.ts';

export interface RelinkProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly recording: RecordingRecord;
  readonly activities: readonly ActivityRecord[];
  readonly names: Names;
}

const T = RECORD.link;
const REASONS = (Object.keys(UNLINKED_REASON) as UnlinkedReason[]).map((value) => ({
  value,
  label: UNLINKED_REASON[value],
}));

/** 改归属 (Art. 4): under another activity, or under none with a reason. Nothing is deleted; the chain keeps each change. */
export function RelinkDialog(props: RelinkProps): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const [choice, setChoice] = createSignal<LinkChoice>({ how: 'activity', activity: '', reason: '' });
  const [fault, setFault] = createSignal<string>();
  const choices = createMemo(() => activityChoices(props.activities));
  const place = () => chosenPlace(props.recording, choice());
  const where = (): string => {
    const { how, activity, reason } = choice();
    if (how === 'unlinked') return T.out(reason === '' ? '…' : UNLINKED_REASON[reason]);
    return T.into(choices().find(({ value }) => value === activity)?.label ?? '…');
  };
  const missing = (): string | undefined => {
    const asked = place();
    return asked.ok ? undefined : asked.refusal;
  };
  const sign = async (): Promise<void> => {
    const asked = place();
    if (!asked.ok) return;
    const words = await attempt(
      () => linkFootage(office.desk, seat(), props.recording, asked.value),
      (refusal) => (refusal.code === 'rule' ? RULE[refusal.rule] : T.activityUnknown),
    );
    setFault(words);
    if (words !== undefined) return;
    setChoice({ how: 'activity', activity: '', reason: '' });
    announce(T.done);
    props.onClose();
  };
  return (
    <Dialog open={props.open} onClose={props.onClose} title={T.title} firm>
      <Stack>
        <p>{T.lead}</p>
        <RadioChoices
          id="relink-how"
          label={T.how}
          value={choice().how}
          choices={[
            { value: 'activity', label: T.toActivity },
            { value: 'unlinked', label: T.toReason },
          ]}
          onChange={(how) => setChoice({ ...choice(), how })}
        />
        <Show
          when={choice().how === 'activity'}
          fallback={
            <RadioChoices
              id="relink-reason"
              label={T.reason}
              value={choice().reason}
              choices={REASONS}
              onChange={(reason) => setChoice({ ...choice(), reason })}
            />
          }
        >
          <Select
            id="relink-activity"
            label={T.activity}
            value={choice().activity}
            choices={choices()}
            onChange={(activity) => setChoice({ ...choice(), activity })}
          />
        </Show>
        <Show when={fault()}>{(said) => <Note tone="wait" title={said()} />}</Show>
        <SignBox
          sentence={T.sentence(props.names.person(seat().person), recordingName(props.recording), where())}
          correction={T.correction}
          act={T.act}
          signers={[]}
          cannot={missing()}
          onSign={sign}
          wayOut={<Button onPress={props.onClose}>{T.wayOut}</Button>}
        />
      </Stack>
    </Dialog>
  );
}
