import { createSignal, For, type JSX, Show } from 'solid-js';
import type { EntryId } from '../../../domain/ids.ts';
import type { PersonRecord, StationRecord } from '../../../domain/records.ts';
import { type Subject, subjectOf } from '../../../domain/subject.ts';
import { decodeForm } from '../../../ledger/entry.ts';
import { entryKind } from '../../../text/entry-kinds.ts';
import { LEAVE, LEAVE_REASON, WITHDRAW_REASON } from '../../../text/membership.ts';
import { RULE } from '../../../text/refusals.ts';
import { timeInTable, UNKNOWN } from '../../../text/times.ts';
import { adoptEntries, type Quarantined, quarantinedEntries } from '../../../usecases/departures.ts';
import { Button } from '../../kit/Button.tsx';
import { Checkbox } from '../../kit/Choices.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Stack, Table } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { SignBox } from '../../kit/SignBox.tsx';
import { TextField } from '../../kit/TextField.tsx';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createSigning } from '../../live/signing.ts';
import { createWatched } from '../../live/watched.ts';

interface Gone {
  readonly subject: Subject;
  readonly who: string;
  readonly at: string;
  readonly by: string;
  readonly why: string;
}

function goneOf(names: Names): readonly Gone[] {
  const { persons, stations } = names.registers();
  const signer = ({ by }: NonNullable<PersonRecord['left']>['signed']): string =>
    by.kind === 'person' ? names.person(by.person) : '';
  const person = ({ id, left }: PersonRecord): readonly Gone[] =>
    left === undefined
      ? []
      : [
          {
            subject: subjectOf('person', id),
            who: names.person(id),
            at: timeInTable(left.signed.at),
            by: signer(left.signed),
            why: LEAVE_REASON[left.reason],
          },
        ];
  const station = ({ id, left }: StationRecord): readonly Gone[] =>
    left === undefined
      ? []
      : [
          {
            subject: subjectOf('station', id),
            who: names.station(id),
            at: timeInTable(left.signed.at),
            by: signer(left.signed),
            why: WITHDRAW_REASON[left.reason],
          },
        ];
  return [...persons.flatMap(person), ...stations.flatMap(station)].sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Who has left, and what came of them afterwards. */
export function LeftSheet(props: { readonly names: Names; readonly cannot: string | undefined }): JSX.Element {
  const { desk } = useOffice();
  const [shown, setShown] = createSignal<Gone | null>(null);
  const later = createWatched(
    () => null,
    () => quarantinedEntries(desk),
  );
  const of = (subject: Subject): Quarantined['entries'] =>
    later()?.find((one) => one.subject === subject)?.entries ?? [];
  const gone = () => goneOf(props.names);
  return (
    <Show when={gone().length > 0}>
      <Sheet title={LEAVE.leftTitle} bare>
        <Table name={LEAVE.leftTitle} minWidth="36rem">
          <thead>
            <tr>
              <th>{LEAVE.leftColumns.who}</th>
              <th>{LEAVE.leftColumns.at}</th>
              <th>{LEAVE.leftColumns.by}</th>
              <th>{LEAVE.leftColumns.why}</th>
              <th>{LEAVE.leftColumns.later}</th>
            </tr>
          </thead>
          <tbody>
            <For each={gone()}>
              {(one) => (
                <tr>
                  <td>{one.who}</td>
                  <td>{one.at}</td>
                  <td>{one.by}</td>
                  <td>{one.why}</td>
                  <td>
                    <Show when={of(one.subject).length > 0} fallback={LEAVE.nothingLater}>
                      {LEAVE.later(of(one.subject).length)}{' '}
                      <Button
                        size="s"
                        look="quiet"
                        opens="dialog"
                        name={LEAVE.lookOf(one.who)}
                        onPress={() => setShown(one)}
                      >
                        {LEAVE.look}
                      </Button>
                    </Show>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </Table>
      </Sheet>
      <Show when={shown()} keyed>
        {(one) => (
          <QuarantineDialog
            gone={one}
            entries={of(one.subject)}
            names={props.names}
            cannot={props.cannot}
            onClose={() => setShown(null)}
          />
        )}
      </Show>
    </Show>
  );
}

interface QuarantineDialogProps {
  readonly gone: Gone;
  readonly entries: Quarantined['entries'];
  readonly names: Names;
  readonly cannot: string | undefined;
  readonly onClose: () => void;
}

/** 待核: kept, shown, counted for nothing; adopted one by one by somebody else's signature. */
function QuarantineDialog(props: QuarantineDialogProps): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const signing = createSigning();
  const [chosen, setChosen] = createSignal<ReadonlySet<EntryId>>(new Set());
  const [reason, setReason] = createSignal('');
  const me = () => seat().person;
  const toggle = (id: EntryId, on: boolean): void => {
    const next = new Set(chosen());
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const missing = () =>
    props.cannot ??
    (chosen().size === 0 ? LEAVE.adoptNone : reason().trim() === '' ? LEAVE.adoptReasonMissing : undefined);
  const sign = async (typed: Readonly<Record<string, string>>): Promise<void> => {
    const act = (by: Parameters<typeof adoptEntries>[1]) =>
      adoptEntries(office.desk, by, props.gone.subject, [...chosen()], reason().trim());
    if (await signing.sign(typed, act, (refusal) => RULE[refusal.rule])) setChosen(new Set<EntryId>());
  };
  return (
    <Dialog open wide firm title={LEAVE.quarantineTitle(props.gone.who)} onClose={props.onClose}>
      <Stack>
        <Note>{LEAVE.quarantineWhy}</Note>
        <Show when={signing.refusal()}>{(words) => <Note tone="wait" title={words()} />}</Show>
        <Show when={props.entries.length > 0} fallback={<p>{LEAVE.quarantineNone}</p>}>
          <For each={props.entries}>
            {(entry) => (
              <Checkbox
                id={`adopt-${entry.id}`}
                label={LEAVE.pick(entryKind(entry.kind), claimedAt(entry.jws))}
                checked={chosen().has(entry.id)}
                onChange={(on) => toggle(entry.id, on)}
              />
            )}
          </For>
        </Show>
        <TextField
          id="adopt-reason"
          label={LEAVE.adoptReason}
          hint={LEAVE.adoptHint}
          maxLength={500}
          value={reason()}
          onInput={setReason}
        />
      </Stack>
      <SignBox
        sentence={LEAVE.adoptSays(props.names.person(me()), chosen().size, props.gone.who)}
        correction={LEAVE.adoptCorrection}
        act={LEAVE.adoptAct}
        signers={[{ id: me(), name: props.names.person(me()) }]}
        cannot={missing()}
        faults={signing.faults()}
        onSign={sign}
        wayOut={<Button onPress={props.onClose}>{LEAVE.close}</Button>}
      />
    </Dialog>
  );
}

function claimedAt(jws: string): string {
  const form = decodeForm(jws);
  return form.ok ? timeInTable(form.value.payload.at) : UNKNOWN;
}
