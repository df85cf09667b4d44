import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { PersonId } from '../../../domain/ids.ts';
import type { Role } from '../../../domain/role.ts';
import { beijingDate } from '../../../domain/time.ts';
import { rulesAt } from '../../../regulation/rules-in-force.ts';
import { STANDING } from '../../../text/standing.ts';
import { versionsOf } from '../../../usecases/publish-rules.ts';
import { Button } from '../../kit/Button.tsx';
import { Hidden } from '../../kit/Hidden.tsx';
import { Line, Table } from '../../kit/Layout.tsx';
import { Sheet, SheetBody } from '../../kit/Sheet.tsx';
import { Sub, Tag } from '../../kit/Words.tsx';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { DutyDialog } from './DutyDialog.tsx';
import { SuspendDialog } from './SuspendDialog.tsx';
import { type CertificateState, type StandingLine, standingLines } from './standing-view.ts';
import { TrainingDialog } from './TrainingDialog.tsx';

const TONE = {
  valid: 'good',
  ending: 'wait',
  over: 'wait',
  'not-yet': 'wait',
  unknown: 'plain',
} as const satisfies Record<CertificateState, string>;

interface Open {
  readonly act: 'train' | 'duty' | 'suspend';
  readonly person: PersonId;
}

const DIALOGS = { train: TrainingDialog, duty: DutyDialog, suspend: SuspendDialog };

/** 执法资格: who may enforce today, and what runs out. */
export function StandingSheet(props: { readonly names: Names }): JSX.Element {
  const office = useOffice();
  const [open, setOpen] = createSignal<Open | null>(null);
  const watched = createWatched(
    () => office.desk.book.bureau,
    async (model, bureau) => {
      const [standings, rules] = await Promise.all([model.all('officerStanding'), model.get('ruleSet', bureau)]);
      return { standings, versions: versionsOf(rules) };
    },
  );
  const today = createMemo(() => beijingDate(office.now()));
  const lines = createMemo(() => {
    const { standings = [], versions = [] } = watched() ?? {};
    const { parameters } = rulesAt(versions, office.desk.now());
    return standingLines(props.names.registers().persons, standings, today(), parameters);
  });
  return (
    <Sheet title={STANDING.title} sub={STANDING.sub} bare>
      <Show when={lines().length > 0} fallback={<SheetBody>{STANDING.none}</SheetBody>}>
        <Table name={STANDING.title} minWidth="50rem">
          <thead>
            <tr>
              <For each={Object.values(STANDING.columns)}>{(head) => <th scope="col">{head}</th>}</For>
              <th scope="col">
                <Hidden>{STANDING.acts}</Hidden>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={lines()}>
              {(line) => (
                <OfficerRow line={line} names={props.names} open={(act) => setOpen({ act, person: line.id })} />
              )}
            </For>
          </tbody>
        </Table>
      </Show>
      <Show when={open()} keyed>
        {({ act, person }) => (
          <Dynamic component={DIALOGS[act]} person={person} names={props.names} onClose={() => setOpen(null)} />
        )}
      </Show>
    </Sheet>
  );
}

const holds = (roles: readonly Role[], ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => roles.includes(role));

function OfficerRow(props: {
  readonly line: StandingLine;
  readonly names: Names;
  readonly open: (act: Open['act']) => void;
}): JSX.Element {
  const seat = useSeat();
  const roles = () => seat().record.roles;
  const name = () => props.names.person(props.line.id);
  const { person, certificate } = props.line;
  const cannotSuspend = () => {
    if (!holds(roles(), 'legalAffairsOffice', 'supervisingLeader')) return STANDING.suspendRole;
    return seat().person === props.line.id ? STANDING.suspendSelf : undefined;
  };
  return (
    <tr>
      <td>
        <b>{name()}</b>
      </td>
      <td>
        <Tag tone={TONE[certificate]}>{STANDING.states[certificate]}</Tag>{' '}
        {person.certificateNo ?? STANDING.noCertificate}{' '}
        <Show when={person.certificateValid.to}>{(to) => <Sub>{STANDING.until(to())}</Sub>}</Show>
      </td>
      <td>{props.line.lastTraining ?? STANDING.neverTrained}</td>
      <td>{dutyWords(props.line)}</td>
      <td>
        <Suspended line={props.line} />
      </td>
      <td>
        <Line>
          <Show when={holds(roles(), 'departmentHead', 'custodian', 'legalAffairsOffice')}>
            <Button size="s" look="quiet" name={STANDING.trainOf(name())} onPress={() => props.open('train')}>
              {STANDING.train}
            </Button>
            <Button size="s" look="quiet" name={STANDING.dutyOf(name())} onPress={() => props.open('duty')}>
              {STANDING.duty}
            </Button>
          </Show>
          <Show when={cannotSuspend() === undefined}>
            <Button size="s" look="quiet" name={STANDING.suspendOf(name())} onPress={() => props.open('suspend')}>
              {STANDING.suspend}
            </Button>
          </Show>
        </Line>
      </td>
    </tr>
  );
}

function dutyWords({ duty }: StandingLine): string {
  if (duty === undefined) return STANDING.dutyUnknown;
  return duty === null ? STANDING.dutyOff : STANDING.dutyHours(duty.from, duty.to);
}

function Suspended(props: { readonly line: StandingLine }): JSX.Element {
  return (
    <>
      <Show when={props.line.suspension}>
        {(now) => (
          <>
            <Tag tone="wait">{STANDING.suspended(now().from, now().to)}</Tag>
            <Show when={now().decisionNo}>{(no) => STANDING.decision(no())}</Show>{' '}
          </>
        )}
      </Show>
      <Show when={props.line.otherSuspensions > 0}>
        <Sub>{STANDING.past(props.line.otherSuspensions)}</Sub>
      </Show>
    </>
  );
}
