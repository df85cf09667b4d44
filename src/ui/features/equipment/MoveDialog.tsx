import { type JSX, Show } from 'solid-js';
import type { Outcome } from '../../../base/outcome.ts';
import type { EntryId, PersonId } from '../../../domain/ids.ts';
import { rolesAt } from '../../../domain/person-record.ts';
import type { DeviceRecord } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';
import { suspendedWords } from '../../../text/course.ts';
import { issueRefusal, MOVE } from '../../../text/equipment.ts';
import { type IssueNote, issueNote } from '../../../text/issue-note.ts';
import {
  type IssueRefusal,
  issueDevice,
  reportDeviceLost,
  returnDevice,
  transferDevice,
} from '../../../usecases/issue-device.ts';
import { Fields } from '../../kit/Layout.tsx';
import { Select } from '../../kit/Select.tsx';
import { SignDialog, type Signed } from '../../kit/SignDialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { DraftNotes } from '../../live/DraftNotes.tsx';
import { signRoutine } from '../../live/dialog-signing.ts';
import { createOwnForm } from '../../live/drafts.ts';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import type { MoveKind } from './device-view.ts';

export interface MoveDialogProps {
  readonly kind: MoveKind;
  readonly device: DeviceRecord;
  readonly names: Names;
  readonly onClose: () => void;
}

const NOTHING = { to: '', note: '', parts: '', purpose: '', power: '', due: '' };

/** 领用, 归还, 转交 or 遗失: one line of the register, signed by who does it. */
export function MoveDialog(props: MoveDialogProps): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const form = createOwnForm(`move ${props.device.id}.${props.kind}.`, () => NOTHING);
  const to = (): string => form.texts().to;
  const name = () => props.names.device(props.device.id);
  const me = () => props.names.person(seat().person);
  const gives = () => props.kind === 'issued' || props.kind === 'transferred';
  const noteWords = () => (props.kind === 'issued' ? undefined : MOVE.note[props.kind]);
  const receiver = () => (to() === '' ? '' : props.names.person(to() as PersonId));
  const act = (): Promise<Outcome<EntryId, IssueRefusal>> => {
    const [person, words] = [to() as PersonId, props.kind === 'issued' ? issueNote(form.texts()) : form.texts().note];
    switch (props.kind) {
      case 'issued':
        return issueDevice(office.desk, seat(), props.device, person, words);
      case 'transferred':
        return transferDevice(office.desk, seat(), props.device, person, words);
      case 'returned':
        return returnDevice(office.desk, seat(), props.device, words);
      case 'lost':
        return reportDeviceLost(office.desk, seat(), props.device, words);
    }
  };
  const sign = async (): Promise<Signed> => {
    const signed = await signRoutine(act, words);
    if (signed.kind === 'done') form.drop();
    return signed;
  };
  const words = (refusal: IssueRefusal): string =>
    refusal.code === 'rule' ? issueRefusal(refusal) : suspendedWords(refusal.suspended, props.names.person);
  return (
    <SignDialog
      title={MOVE.title[props.kind](name())}
      sentence={MOVE.says[props.kind](me(), name(), receiver())}
      correction={props.kind === 'lost' ? MOVE.lostCorrection : MOVE.correction}
      act={MOVE.act[props.kind]}
      wayOut={MOVE.wayOut}
      done={MOVE.done[props.kind]}
      cannot={gives() && to() === '' ? MOVE.toMissing : undefined}
      wide={props.kind === 'issued'}
      onClose={props.onClose}
      onSign={sign}
    >
      <DraftNotes form={form} />
      <Fields beside={props.kind === 'issued'}>
        <Show when={gives()}>
          <Select
            id="move-to"
            label={MOVE.to}
            value={to()}
            choices={receivers(props.names, seat().person, office.desk.now())}
            onChange={(chosen) => form.write({ to: chosen })}
          />
        </Show>
        <Show
          when={noteWords()}
          fallback={<IssueFields note={form.texts()} onInput={(key, text) => form.write({ [key]: text })} />}
        >
          {(words) => (
            <TextField
              id="move-note"
              label={words().label}
              hint={words().hint}
              optional
              rows={3}
              maxLength={300}
              value={form.texts().note}
              onInput={(text) => form.write({ note: text })}
            />
          )}
        </Show>
      </Fields>
    </SignDialog>
  );
}

/** Officers who are here; nobody passes a device to oneself. */
function receivers(names: Names, me: PersonId, at: Instant) {
  const { persons } = names.registers();
  return persons
    .filter((one) => one.id !== me && rolesAt(one, at, persons).includes('officer'))
    .map(({ id }) => ({ value: id as string, label: names.person(id) }));
}

function IssueFields(props: {
  readonly note: IssueNote;
  readonly onInput: (key: keyof IssueNote, text: string) => void;
}): JSX.Element {
  const field = (key: keyof IssueNote) => (
    <TextField
      id={`issue-${key}`}
      label={MOVE.noteParts[key]}
      hint={MOVE.noteHints[key]}
      optional
      maxLength={65}
      value={props.note[key]}
      onInput={(text) => props.onInput(key, text)}
    />
  );
  return (
    <>
      {field('parts')}
      {field('purpose')}
      {field('power')}
      {field('due')}
    </>
  );
}
