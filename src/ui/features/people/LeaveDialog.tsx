import { createMemo, createResource, createSignal, For, type JSX, Show } from 'solid-js';
import { LEAVE_REASONS, type LeaveReason, WITHDRAW_REASONS, type WithdrawReason } from '../../../domain/departure.ts';
import type { PersonRecord, StationRecord } from '../../../domain/records.ts';
import { keysOfPerson, keysOfStation } from '../../../ledger/membership.ts';
import { departureRefusal, LEAVE, LEAVE_REASON, WITHDRAW_REASON } from '../../../text/membership.ts';
import { keyGroups } from '../../../text/times.ts';
import { removeMember, withdrawStation } from '../../../usecases/departures.ts';
import { Button } from '../../kit/Button.tsx';
import { OneOf } from '../../kit/Choices.tsx';
import { createChecks } from '../../kit/checks.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { FaultList } from '../../kit/FaultList.tsx';
import { Stack, Table } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { SignBox } from '../../kit/SignBox.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { Mono } from '../../kit/Words.tsx';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createSigning } from '../../live/signing.ts';
import type { Waits } from './PersonDialog.tsx';

export type Leaver =
  | { readonly kind: 'person'; readonly record: PersonRecord }
  | { readonly kind: 'station'; readonly record: StationRecord };

export interface LeaveDialogProps {
  readonly leaver: Leaver;
  readonly names: Names;
  readonly onClose: () => void;
  /** Signed by one; the dialog closes, and the page says who has to sign too. */
  readonly onWaits: Waits;
}

/** 撤销: what it means stands before the signature, with the place up to which each key counts. */
export function LeaveDialog(props: LeaveDialogProps): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const signing = createSigning();
  const [reason, setReason] = createSignal<LeaveReason | WithdrawReason | ''>('');
  const [note, setNote] = createSignal('');
  const isPerson = () => props.leaver.kind === 'person';
  const who = () =>
    props.leaver.kind === 'person'
      ? props.names.person(props.leaver.record.id)
      : props.names.station(props.leaver.record.id);
  const choices = () =>
    isPerson()
      ? LEAVE_REASONS.map((value) => ({ value: value as LeaveReason | WithdrawReason, label: LEAVE_REASON[value] }))
      : WITHDRAW_REASONS.map((value) => ({
          value: value as LeaveReason | WithdrawReason,
          label: WITHDRAW_REASON[value],
        }));
  const why = () => choices().find(({ value }) => value === reason())?.label ?? LEAVE.whyOpen;
  const form = createChecks({
    reason: { label: LEAVE.why, check: () => (reason() === '' ? LEAVE.reasonMissing : undefined) },
  });
  const me = () => seat().person;
  const leave = (by: ReturnType<typeof seat>) => {
    const said = { note: note().trim() === '' ? null : note().trim() };
    const [of, given] = [props.leaver, reason()];
    return of.kind === 'person'
      ? removeMember(office.desk, by, of.record.id, { ...said, reason: given as LeaveReason })
      : withdrawStation(office.desk, by, of.record.id, { ...said, reason: given as WithdrawReason });
  };
  const sign = async (typed: Readonly<Record<string, string>>): Promise<void> => {
    if (!form.submit()) return;
    let act: Parameters<Waits>[0] | null = null;
    const done = await signing.sign(
      typed,
      (by) => leave({ ...seat(), ...by }),
      (refusal) => {
        if (refusal.code === 'waits-for-second') act = refusal.act;
        return departureRefusal(refusal);
      },
    );
    if (act !== null) props.onWaits(act);
    if (done || act !== null) props.onClose();
  };
  return (
    <Dialog
      open
      wide
      firm
      title={isPerson() ? LEAVE.personTitle(who()) : LEAVE.stationTitle(who())}
      onClose={props.onClose}
    >
      <Stack>
        <FaultList faults={form.faults()} />
        <Show when={signing.refusal()}>{(words) => <Note tone="wait" title={words()} />}</Show>
        <Means lines={isPerson() ? LEAVE.personMeans : LEAVE.stationMeans} />
        <PinList leaver={props.leaver} names={props.names} />
        <OneOf
          {...form.field('reason')}
          label={LEAVE.why}
          value={reason() as LeaveReason | WithdrawReason}
          choices={choices()}
          onChange={setReason}
        />
        <TextField
          id="leave-note"
          label={LEAVE.note}
          hint={LEAVE.noteHint}
          optional
          rows={2}
          maxLength={500}
          value={note()}
          onInput={setNote}
        />
      </Stack>
      <SignBox
        sentence={(isPerson() ? LEAVE.personSays : LEAVE.stationSays)(props.names.person(me()), who(), why())}
        correction={LEAVE.correction}
        act={isPerson() ? LEAVE.personTitle(who()) : LEAVE.stationTitle(who())}
        signers={[{ id: me(), name: props.names.person(me()) }]}
        faults={signing.faults()}
        onSign={sign}
        wayOut={<Button onPress={props.onClose}>{LEAVE.wayOut}</Button>}
      />
    </Dialog>
  );
}

const Means = (props: { readonly lines: readonly string[] }): JSX.Element => (
  <Note title={LEAVE.means}>
    <ul>
      <For each={props.lines}>{(line) => <li>{line}</li>}</For>
    </ul>
  </Note>
);

/** How far each key counts: as far as this book goes now. */
function PinList(props: { readonly leaver: Leaver; readonly names: Names }): JSX.Element {
  const { desk } = useOffice();
  // With a first value `latest` waits for nothing: a resource that is awaited empties the page, and the focus is lost with it.
  const [frontier] = createResource(() => desk.book.frontier(), { initialValue: [] });
  const keys = createMemo(() => {
    const membership = desk.book.membership();
    const of = props.leaver;
    const own = of.kind === 'person' ? keysOfPerson(membership, of.record.id) : keysOfStation(membership, of.record.id);
    const heads = new Map((frontier.latest ?? []).map((head) => [head.key, head.seq]));
    return own.map(({ keyId, owner }) => ({
      keyId,
      at: owner.kind === 'recovery' ? '' : props.names.station(owner.station),
      count: (heads.get(keyId) ?? -1) + 1,
    }));
  });
  return (
    <>
      <Table name={LEAVE.pins} minWidth="24rem">
        <thead>
          <tr>
            <th>{LEAVE.pinColumns.key}</th>
            <th>{LEAVE.pinColumns.at}</th>
            <th>{LEAVE.pinColumns.last}</th>
          </tr>
        </thead>
        <tbody>
          <For each={keys()}>
            {({ keyId, at, count }) => (
              <tr>
                <td>
                  <Mono>{keyGroups(keyId)}</Mono>
                </td>
                <td>{at}</td>
                <td>{LEAVE.pinned(count)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </Table>
      <p>{LEAVE.cutWarning}</p>
    </>
  );
}
