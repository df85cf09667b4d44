import { useNavigate } from '@solidjs/router';
import { type Accessor, createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { Outcome } from '../../../base/outcome.ts';
import type { DeviceIssueRecord } from '../../../domain/course-records.ts';
import type { MediumId } from '../../../domain/ids.ts';
import type { DeviceRecord, MediumRecord } from '../../../domain/records.ts';
import type { Role } from '../../../domain/role.ts';
import { EQUIPMENT, MOVE } from '../../../text/equipment.ts';
import { CARRIER, MEDIUM_KIND } from '../../../text/nouns.ts';
import { STORE } from '../../../text/store.ts';
import { timeInTable } from '../../../text/times.ts';
import type { MediumRefusal } from '../../../usecases/footage-ports.ts';
import { attempt } from '../../kit/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { type Column, DataTable } from '../../kit/DataTable.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Line } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Tag } from '../../kit/Words.tsx';
import type { MediumState } from '../../live/footage-desk.ts';
import { createNames, type Names } from '../../live/names.ts';
import { useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { DeviceDialog } from './DeviceDialog.tsx';
import { holderWords, whereabouts } from './device-view.ts';
import { MediumDialog } from './MediumDialog.tsx';

export interface EquipmentPageProps {
  readonly connectMedium: (
    medium: MediumId,
  ) => Promise<Outcome<'connected', MediumRefusal | { readonly code: 'picker-closed' }>>;
  readonly mediaState: Accessor<Readonly<Record<MediumId, MediumState>>>;
}

const holds = (roles: readonly Role[], wanted: readonly Role[]): boolean => wanted.some((role) => roles.includes(role));

/** 设备与介质: the register of devices (Art. 2) and of media (Art. 12). */
export default function EquipmentPage(props: EquipmentPageProps): JSX.Element {
  const seat = useSeat();
  const names = createNames();
  const [medium, setMedium] = createSignal<MediumRecord | 'new' | null>(null);
  const [fault, setFault] = createSignal('');
  const cannotMedium = () => (holds(seat().record.roles, ['custodian']) ? undefined : EQUIPMENT.roleMedium);
  const connect = async (id: MediumId) => {
    const words = await attempt(
      () => props.connectMedium(id),
      ({ code }) => STORE.refusal[code],
    );
    setFault(words ?? '');
  };
  const mediumCells = createMemo(() => mediumColumns(names, props.mediaState, connect));
  const open = (set: () => void, cannot: string | undefined) => () => cannot === undefined && set();

  return (
    <Page title={EQUIPMENT.title} purpose={EQUIPMENT.purpose} density="compact">
      <Devices names={names} />
      <Sheet
        title={EQUIPMENT.media}
        bare
        aside={
          <Button size="s" cannot={cannotMedium()} reasonAt="before" onPress={() => setMedium('new')}>
            {EQUIPMENT.addMedium}
          </Button>
        }
      >
        <Show when={fault()}>
          <Note tone="wait" title={fault()} />
        </Show>
        <Show
          when={names.registers().media.length > 0}
          fallback={<Empty title={EQUIPMENT.noMedia} words={EQUIPMENT.noMediaWhy} />}
        >
          <DataTable
            name={EQUIPMENT.media}
            rows={names.registers().media}
            columns={mediumCells()}
            rowId={(m) => m.id}
            rowName={(m) => m.label ?? m.id}
            onOpen={(m) => open(() => setMedium(m), cannotMedium())()}
            minWidth="56rem"
          />
        </Show>
      </Sheet>
      <Show when={medium()} keyed>
        {(at) => <MediumDialog medium={at === 'new' ? null : at} names={names} onClose={() => setMedium(null)} />}
      </Show>
    </Page>
  );
}

/** Art. 2: what the bureau provides, and who has it now. */
function Devices(props: { readonly names: Names }): JSX.Element {
  const seat = useSeat();
  const navigate = useNavigate();
  const [adding, setAdding] = createSignal(false);
  const issues = createWatched(
    () => null,
    (model) => model.all('deviceIssue'),
  );
  const cannotDevice = () =>
    holds(seat().record.roles, ['custodian', 'departmentHead', 'legalAffairsOffice'])
      ? undefined
      : EQUIPMENT.roleDevice;
  const deviceCells = createMemo(() => deviceColumns(props.names, issues() ?? []));
  return (
    <>
      <Sheet
        title={EQUIPMENT.devices}
        bare
        aside={
          <Line>
            <Button size="s" href="/print/F3">
              {MOVE.printMoves}
            </Button>
            <Button size="s" href="/print/F2">
              {MOVE.printChecks}
            </Button>
            <Button size="s" look="primary" cannot={cannotDevice()} reasonAt="before" onPress={() => setAdding(true)}>
              {EQUIPMENT.addDevice}
            </Button>
          </Line>
        }
      >
        <Show
          when={props.names.registers().devices.length > 0}
          fallback={<Empty title={EQUIPMENT.noDevices} words={EQUIPMENT.noDevicesWhy} />}
        >
          <DataTable
            name={EQUIPMENT.devices}
            rows={props.names.registers().devices}
            columns={deviceCells()}
            rowId={(d) => d.id}
            rowName={(d) => d.label ?? d.id}
            onOpen={(d) => navigate(`/equipment/${d.id}`)}
            minWidth="56rem"
          />
        </Show>
      </Sheet>
      <Show when={adding()}>
        <DeviceDialog device={null} names={props.names} onClose={() => setAdding(false)} />
      </Show>
    </>
  );
}

const deviceColumns = (names: Names, issues: readonly DeviceIssueRecord[]): readonly Column<DeviceRecord>[] => [
  { id: 'label', head: EQUIPMENT.deviceColumns.label, width: 'min(10rem, 38vw)', cell: (d) => d.label ?? '' },
  {
    id: 'carrier',
    head: EQUIPMENT.deviceColumns.carrier,
    width: '9rem',
    cell: (d) => CARRIER[d.carrier],
    onlyWide: true,
  },
  { id: 'asset', head: EQUIPMENT.deviceColumns.assetNo, width: '8rem', cell: (d) => d.assetNo ?? '', onlyWide: true },
  {
    id: 'model',
    head: EQUIPMENT.deviceColumns.model,
    cell: (d) => [d.brand, d.model].filter((part) => part !== null).join(' '),
    onlyWide: true,
  },
  {
    id: 'serial',
    head: EQUIPMENT.deviceColumns.serial,
    width: '9rem',
    mono: true,
    cell: (d) => d.serialNo ?? '',
    onlyWide: true,
  },
  {
    id: 'who',
    head: EQUIPMENT.deviceColumns.who,
    width: '8rem',
    cell: (d) => (d.assignedTo === null ? EQUIPMENT.nobody : names.person(d.assignedTo)),
    onlyWide: true,
  },
  {
    id: 'holder',
    head: EQUIPMENT.deviceColumns.holder,
    width: 'min(8rem, 30vw)',
    cell: (d) => {
      const issue = issueOf(issues, d);
      return issue?.holder ? names.person(issue.holder) : holderWords(whereabouts(d, issue));
    },
  },
  {
    id: 'state',
    head: EQUIPMENT.deviceColumns.state,
    width: 'min(7rem, 23vw)',
    cell: (d) => {
      const where = whereabouts(d, issueOf(issues, d));
      return <Tag tone={WHERE_TONE[where]}>{MOVE.where[where]}</Tag>;
    },
  },
];

const issueOf = (issues: readonly DeviceIssueRecord[], { id }: DeviceRecord): DeviceIssueRecord | null =>
  issues.find((one) => one.id === id) ?? null;

const WHERE_TONE = { in: 'good', out: 'plain', lost: 'wait', stopped: 'plain' } as const;

const mediumColumns = (
  names: Names,
  state: EquipmentPageProps['mediaState'],
  connect: (medium: MediumId) => Promise<void>,
): readonly Column<MediumRecord>[] => [
  { id: 'label', head: EQUIPMENT.mediumColumns.label, width: 'min(10rem, 36vw)', cell: (m) => m.label ?? '' },
  { id: 'kind', head: EQUIPMENT.mediumColumns.kind, width: '9rem', cell: (m) => MEDIUM_KIND[m.kind], onlyWide: true },
  {
    id: 'serial',
    head: EQUIPMENT.mediumColumns.serial,
    width: '9rem',
    mono: true,
    cell: (m) => m.serialNo ?? '',
    onlyWide: true,
  },
  { id: 'place', head: EQUIPMENT.mediumColumns.place, cell: (m) => m.place ?? '', onlyWide: true },
  {
    id: 'keeper',
    head: EQUIPMENT.mediumColumns.keeper,
    width: '8rem',
    cell: (m) => (m.keeper === null ? EQUIPMENT.nobody : names.person(m.keeper)),
    onlyWide: true,
  },
  {
    id: 'verified',
    head: EQUIPMENT.mediumColumns.verified,
    width: '11rem',
    cell: (m) => (m.lastVerifiedAt === null ? EQUIPMENT.never : timeInTable(m.lastVerifiedAt)),
    onlyWide: true,
  },
  {
    id: 'state',
    head: EQUIPMENT.mediumColumns.state,
    width: 'min(13rem, 56vw)',
    cell: (m) => (
      <Line>
        <Tag tone={state()[m.id] === 'connected' ? 'good' : 'wait'}>{EQUIPMENT.states[state()[m.id] ?? 'never']}</Tag>
        <Show when={state()[m.id] !== 'connected'}>
          <Button size="s" onPress={() => connect(m.id)}>
            {EQUIPMENT.connect}
          </Button>
        </Show>
      </Line>
    ),
  },
];
