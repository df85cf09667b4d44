import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { PersonId } from '../../../domain/ids.ts';
import type { Role } from '../../../domain/role.ts';
import { plusMs } from '../../../domain/time.ts';
import { DELEGATION, delegateRefusal } from '../../../text/membership.ts';
import { ROLE } from '../../../text/nouns.ts';
import { RULE } from '../../../text/refusals.ts';
import { timeInTable } from '../../../text/times.ts';
import { delegateRoles, endDelegation } from '../../../usecases/delegate.ts';
import { Button } from '../../kit/Button.tsx';
import { Checkboxes } from '../../kit/Choices.tsx';
import { createChecks } from '../../kit/checks.ts';
import { DateField } from '../../kit/DateField.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { FaultList } from '../../kit/FaultList.tsx';
import { Fields, Stack, Table } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Select } from '../../kit/Select.tsx';
import { Sheet, SheetBody } from '../../kit/Sheet.tsx';
import { SignBox } from '../../kit/SignBox.tsx';
import { momentText, readMoment } from '../../kit/typed-moment.ts';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createSigning } from '../../live/signing.ts';
import { delegationsOf, type GivenDelegation, givenState, isOpenState, isPresent, mayEnd } from './membership-view.ts';

const sameRows = (a: readonly GivenDelegation[], b: readonly GivenDelegation[]): boolean =>
  a.length === b.length && a.every(({ delegation, to }, i) => delegation === b[i]?.delegation && to === b[i]?.to);

const roleWords = (roles: readonly Role[]): string => roles.map((role) => ROLE[role]).join('、');

/** 委托: who acts in whose role, for how long. */
export function Delegations(props: { readonly names: Names }): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const [dialog, setDialog] = createSignal<'give' | GivenDelegation | null>(null);
  // Rows are drawn anew when one of them changes, not as time passes.
  const given = createMemo(() => delegationsOf(props.names.registers().persons, office.now()), [], {
    equals: sameRows,
  });
  const from = ({ delegation: { granted } }: GivenDelegation): string =>
    granted.by.kind === 'person' ? props.names.person(granted.by.person) : '';
  const close = () => setDialog(null);
  const ending = (): GivenDelegation | undefined => {
    const now = dialog();
    return now === null || now === 'give' ? undefined : now;
  };
  return (
    <>
      <Sheet
        title={DELEGATION.title}
        sub={DELEGATION.sub}
        bare
        aside={
          <Button
            size="s"
            opens="dialog"
            cannot={seat().own.length === 0 ? DELEGATION.giveWhyNot : undefined}
            onPress={() => setDialog('give')}
          >
            {DELEGATION.give}
          </Button>
        }
      >
        <Show when={given().length > 0} fallback={<SheetBody>{DELEGATION.none}</SheetBody>}>
          <Table name={DELEGATION.title} minWidth="40rem">
            <thead>
              <tr>
                <th>{DELEGATION.columns.from}</th>
                <th>{DELEGATION.columns.to}</th>
                <th>{DELEGATION.columns.roles}</th>
                <th>{DELEGATION.columns.window}</th>
                <th>{DELEGATION.columns.state}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              <For each={given()}>
                {(one) => {
                  const state = () => givenState(one, props.names.registers().persons, office.now());
                  const open = () => isOpenState(state());
                  const to = () => props.names.person(one.to.id);
                  return (
                    <tr>
                      <td>{from(one)}</td>
                      <td>{to()}</td>
                      <td>{roleWords(one.delegation.roles)}</td>
                      <td>{DELEGATION.window(timeInTable(one.delegation.from), timeInTable(one.delegation.until))}</td>
                      <td>{DELEGATION.states[state()]}</td>
                      <td>
                        <Show when={open() && mayEnd(one, { id: seat().person, roles: seat().own })}>
                          <Button
                            size="s"
                            look="quiet"
                            opens="dialog"
                            name={DELEGATION.endOf(from(one), to())}
                            onPress={() => setDialog(one)}
                          >
                            {DELEGATION.end}
                          </Button>
                        </Show>
                      </td>
                    </tr>
                  );
                }}
              </For>
            </tbody>
          </Table>
        </Show>
      </Sheet>
      <Show when={dialog() === 'give'}>
        <GiveDialog names={props.names} onClose={close} />
      </Show>
      <Show when={ending()} keyed>
        {(one) => <EndDialog given={one} from={from(one)} names={props.names} onClose={close} />}
      </Show>
    </>
  );
}

const DAY_MS = 86_400_000;

function GiveDialog(props: { readonly names: Names; readonly onClose: () => void }): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const signing = createSigning();
  const [to, setTo] = createSignal<string>('');
  const [roles, setRoles] = createSignal<readonly Role[]>(seat().own);
  const [from, setFrom] = createSignal(momentText(office.now()));
  const [until, setUntil] = createSignal(momentText(plusMs(office.now(), DAY_MS)));
  const me = () => seat().person;
  const others = () =>
    props.names
      .registers()
      .persons.filter((person) => person.id !== me() && isPresent(person))
      .map((person) => ({ value: person.id as string, label: props.names.person(person.id) }));
  const moment = (text: string) => (readMoment(text) === undefined ? DELEGATION.momentUnfit : undefined);
  const window = () => ({ from: readMoment(from()), until: readMoment(until()) });
  const untilFault = () => {
    const { from: start, until: end } = window();
    if (end === undefined) return DELEGATION.momentUnfit;
    return (start !== undefined && end <= start) || end <= office.now() ? DELEGATION.untilUnfit : undefined;
  };
  const form = createChecks({
    to: { label: DELEGATION.to, check: () => (to() === '' ? DELEGATION.toMissing : undefined) },
    roles: { label: DELEGATION.roles, check: () => (roles().length === 0 ? DELEGATION.rolesMissing : undefined) },
    from: { label: DELEGATION.from, check: () => moment(from()) },
    until: { label: DELEGATION.until, check: untilFault },
  });
  const name = () => others().find(({ value }) => value === to())?.label ?? '';
  const sign = async (typed: Readonly<Record<string, string>>): Promise<void> => {
    const { from: start, until: end } = window();
    if (!form.submit() || start === undefined || end === undefined) return;
    const lent = { roles: roles(), from: start, until: end };
    const done = await signing.sign(
      typed,
      (by) => delegateRoles(office.desk, by, to() as PersonId, lent),
      delegateRefusal,
    );
    if (done) props.onClose();
  };
  return (
    <Dialog open wide firm title={DELEGATION.giveTitle} onClose={props.onClose}>
      <Stack>
        <FaultList faults={form.faults()} />
        <Show when={signing.refusal()}>{(words) => <Note tone="wait" title={words()} />}</Show>
        <Fields>
          <Select {...form.field('to')} label={DELEGATION.to} value={to()} choices={others()} onChange={setTo} />
          <Checkboxes
            {...form.field('roles')}
            label={DELEGATION.roles}
            hint={DELEGATION.rolesHint}
            value={roles()}
            choices={seat().own.map((role) => ({ value: role, label: ROLE[role] }))}
            onChange={setRoles}
          />
          <Fields beside>
            <DateField
              {...form.field('from')}
              precision="minute"
              label={DELEGATION.from}
              hint={DELEGATION.momentHint}
              value={from()}
              onInput={setFrom}
            />
            <DateField
              {...form.field('until')}
              precision="minute"
              label={DELEGATION.until}
              hint={DELEGATION.momentHint}
              value={until()}
              onInput={setUntil}
            />
          </Fields>
        </Fields>
      </Stack>
      <SignBox
        sentence={DELEGATION.says(props.names.person(me()), name(), roleWords(roles()), from(), until())}
        correction={DELEGATION.correction}
        act={DELEGATION.act}
        signers={[{ id: me(), name: props.names.person(me()) }]}
        faults={signing.faults()}
        onSign={sign}
        wayOut={<Button onPress={props.onClose}>{DELEGATION.wayOut}</Button>}
      />
    </Dialog>
  );
}

function EndDialog(props: {
  readonly given: GivenDelegation;
  readonly from: string;
  readonly names: Names;
  readonly onClose: () => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const signing = createSigning();
  const me = () => seat().person;
  const to = () => props.names.person(props.given.to.id);
  const sign = async (typed: Readonly<Record<string, string>>): Promise<void> => {
    const { delegation } = props.given;
    const ended = { entry: delegation.granted.entry, to: props.given.to.id };
    const done = await signing.sign(
      typed,
      (by) => endDelegation(office.desk, by, ended),
      (refusal) => RULE[refusal.rule],
    );
    if (done) props.onClose();
  };
  return (
    <Dialog open wide firm title={DELEGATION.endOf(props.from, to())} onClose={props.onClose}>
      <Show when={signing.refusal()}>{(words) => <Note tone="wait" title={words()} />}</Show>
      <SignBox
        sentence={DELEGATION.endSays(props.names.person(me()), props.from, to())}
        correction={DELEGATION.endCorrection}
        act={DELEGATION.endAct}
        signers={[{ id: me(), name: props.names.person(me()) }]}
        faults={signing.faults()}
        onSign={sign}
        wayOut={<Button onPress={props.onClose}>{DELEGATION.wayOut}</Button>}
      />
    </Dialog>
  );
}
