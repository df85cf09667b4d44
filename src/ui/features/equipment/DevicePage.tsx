import { useParams } from '@solidjs/router';
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { DeviceIssueRecord } from '../../../domain/course-records.ts';
import { driveStepsOf, habitsOf, ownWritersOf } from '../../../domain/device-profile.ts';
import { asId, type DeviceId } from '../../../domain/ids.ts';
import type { DeviceRecord } from '../../../domain/records.ts';
import { CLOCK_HABIT, PROFILE } from '../../../text/device-profile.ts';
import { EQUIPMENT, MOVE, WRITERS } from '../../../text/equipment.ts';
import { CARRIER } from '../../../text/nouns.ts';
import { NOT_APPLICABLE } from '../../../text/times.ts';
import { activitiesWithout } from '../../../usecases/issue-device.ts';
import { Button } from '../../kit/Button.tsx';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { Columns, Line, Stack } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { createNames, type Names } from '../../live/names.ts';
import { useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { DeviceDialog } from './DeviceDialog.tsx';
import { cannotMove, holderWords, type MoveKind, whereabouts } from './device-view.ts';
import { HabitsDialog } from './HabitsDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { LostActivities, Moves } from './Moves.tsx';
import { WritersDialog } from './WritersDialog.tsx';

const MOVES: readonly MoveKind[] = ['issued', 'returned', 'transferred', 'lost'];
const CRUMBS = [{ words: EQUIPMENT.title, href: '/equipment' }];

type Open = MoveKind | 'change' | 'habits' | 'writers';

/** /equipment/:id: one recording device, who has it, and what it is known to do. */
export default function DevicePage(): JSX.Element {
  const params = useParams<{ id: string }>();
  const seat = useSeat();
  const names = createNames();
  const [open, setOpen] = createSignal<Open | null>(null);
  const watched = createWatched(
    () => asId<DeviceId>(params.id),
    async (model, id) => {
      const [device, issue, activities] = await Promise.all([
        model.get('device', id),
        model.get('deviceIssue', id),
        model.all('activity'),
      ]);
      return { id, device, issue, missed: activitiesWithout(id, activities) };
    },
  );
  const device = () => watched()?.device ?? null;
  const issue = () => watched()?.issue ?? null;
  const cannot = (kind: MoveKind, of: DeviceRecord) =>
    cannotMove(kind, of, issue(), { person: seat().person, roles: seat().record.roles });
  const keeps = () =>
    seat().record.roles.some(
      (role) => role === 'custodian' || role === 'departmentHead' || role === 'legalAffairsOffice',
    )
      ? undefined
      : EQUIPMENT.roleDevice;
  const statesWriters = () =>
    seat().record.roles.some((role) => role === 'custodian' || role === 'legalAffairsOffice')
      ? undefined
      : WRITERS.role;
  return (
    <Show
      when={device()}
      fallback={
        <Page title={EQUIPMENT.title} crumbs={CRUMBS}>
          <Show when={watched.fault()}>{(error) => <CannotRead error={error()} />}</Show>
          <Show when={watched() !== undefined}>
            <Empty title={EQUIPMENT.notHere} words={EQUIPMENT.notHereWhy} />
          </Show>
        </Page>
      }
    >
      {(of) => (
        <Page
          title={names.device(of().id)}
          crumbs={CRUMBS}
          density="compact"
          purpose={`${CARRIER[of().carrier]}　${MOVE.where[whereabouts(of(), issue())]}`}
          actions={
            <>
              <Button href={`/print/F3?device=${of().id}`}>{MOVE.printMoves}</Button>
              <Button href={`/print/F2?device=${of().id}`}>{MOVE.printChecks}</Button>
            </>
          }
        >
          <Sheet>
            <Line>
              <For each={MOVES}>
                {(kind) => (
                  <Button opens="dialog" cannot={cannot(kind, of())} reasonAt="after" onPress={() => setOpen(kind)}>
                    {MOVE.kind[kind]}
                  </Button>
                )}
              </For>
            </Line>
          </Sheet>
          <Columns kind="record">
            <Stack>
              <Registered device={of()} issue={issue()} names={names} cannot={keeps()} open={setOpen} />
              <Habits device={of()} names={names} cannot={keeps()} open={setOpen} />
              <Writers device={of()} names={names} cannot={statesWriters()} open={setOpen} />
            </Stack>
            <Stack>
              <Show when={issue()?.lost}>
                <LostActivities activities={watched()?.missed ?? []} />
              </Show>
              <Moves issue={issue()} names={names} />
            </Stack>
          </Columns>
          <Dialogs open={open()} device={of()} names={names} onClose={() => setOpen(null)} />
        </Page>
      )}
    </Show>
  );
}

function Dialogs(props: {
  readonly open: Open | null;
  readonly device: DeviceRecord;
  readonly names: Names;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <Show when={props.open} keyed>
      {(what) => {
        if (what === 'change')
          return <DeviceDialog device={props.device} names={props.names} onClose={props.onClose} />;
        if (what === 'habits')
          return <HabitsDialog device={props.device} names={props.names} onClose={props.onClose} />;
        if (what === 'writers')
          return <WritersDialog device={props.device} names={props.names} onClose={props.onClose} />;
        return <MoveDialog kind={what} device={props.device} names={props.names} onClose={props.onClose} />;
      }}
    </Show>
  );
}

interface PartProps {
  readonly device: DeviceRecord;
  readonly names: Names;
  readonly cannot: string | undefined;
  readonly open: (what: Open) => void;
}

function Registered(props: PartProps & { readonly issue: DeviceIssueRecord | null }): JSX.Element {
  const text = (value: string | null): string => value ?? NOT_APPLICABLE;
  const holder = (): string =>
    props.issue?.holder ? props.names.person(props.issue.holder) : holderWords(whereabouts(props.device, props.issue));
  return (
    <Sheet
      title={MOVE.facts}
      aside={
        <Button size="s" opens="dialog" cannot={props.cannot} reasonAt="hidden" onPress={() => props.open('change')}>
          {MOVE.change}
        </Button>
      }
    >
      <Facts
        columns={2}
        facts={[
          {
            term: MOVE.holder,
            detail: holder(),
            wide: true,
          },
          { term: EQUIPMENT.assetNo, detail: text(props.device.assetNo) },
          { term: EQUIPMENT.division, detail: props.names.division(props.device.division) },
          { term: EQUIPMENT.brand, detail: text(props.device.brand) },
          { term: EQUIPMENT.model, detail: text(props.device.model) },
          { term: EQUIPMENT.serialNo, detail: text(props.device.serialNo) },
          { term: EQUIPMENT.productNo, detail: text(props.device.productNo ?? null) },
          { term: EQUIPMENT.storage, detail: text(props.device.storage ?? null) },
          {
            term: EQUIPMENT.assignedTo,
            detail: props.device.assignedTo === null ? EQUIPMENT.nobody : props.names.person(props.device.assignedTo),
          },
          { term: EQUIPMENT.fileNameMark, detail: text(props.device.fileNameMark), wide: true },
        ]}
      />
    </Sheet>
  );
}

function Habits(props: PartProps): JSX.Element {
  const known = () => habitsOf(props.device, props.names.registers().devices);
  const steps = () => driveStepsOf(props.device, props.names.registers().devices);
  return (
    <Sheet
      title={MOVE.profile}
      sub={known() === null ? undefined : props.device.habits === undefined ? MOVE.ofModel : MOVE.own}
      aside={
        <Button size="s" opens="dialog" cannot={props.cannot} reasonAt="hidden" onPress={() => props.open('habits')}>
          {MOVE.changeProfile}
        </Button>
      }
    >
      <Show when={known()} fallback={<p>{MOVE.unknown}</p>}>
        {(habits) => (
          <Facts
            facts={[
              {
                term: MOVE.patterns,
                detail: (
                  <For each={habits().patterns} fallback={NOT_APPLICABLE}>
                    {({ template }) => <div>{template}</div>}
                  </For>
                ),
                mono: true,
              },
              { term: MOVE.segmentBy, detail: PROFILE.segment(habits()) ?? NOT_APPLICABLE },
              { term: MOVE.clock, detail: CLOCK_HABIT[habits().clock] },
              {
                term: MOVE.driveSteps,
                detail: (
                  <For each={steps()?.split('\n')} fallback={NOT_APPLICABLE}>
                    {(step) => <div>{step}</div>}
                  </For>
                ),
              },
            ]}
          />
        )}
      </Show>
    </Sheet>
  );
}

function Writers(props: PartProps): JSX.Element {
  const known = () => ownWritersOf(props.device, props.names.registers().devices);
  return (
    <Sheet
      title={WRITERS.heading}
      sub={known().length === 0 ? undefined : props.device.ownWriters === undefined ? MOVE.ofModel : MOVE.own}
      aside={
        <Button size="s" opens="dialog" cannot={props.cannot} reasonAt="hidden" onPress={() => props.open('writers')}>
          {WRITERS.change}
        </Button>
      }
    >
      <For each={known()} fallback={<p>{WRITERS.none}</p>}>
        {(name) => <p>{name}</p>}
      </For>
    </Sheet>
  );
}
