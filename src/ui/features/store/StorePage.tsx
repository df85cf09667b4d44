import { createMemo, createSignal, type JSX, onMount, Show } from 'solid-js';
import type { MediumId, RecordingId } from '../../../domain/ids.ts';
import type { RegisterQuery, RegisterRow } from '../../../domain/ports/read-model.ts';
import { fromInstant } from '../../../domain/time.ts';
import { faultWords } from '../../../text/faults.ts';
import { MEDIA_TYPE } from '../../../text/nouns.ts';
import { STORE } from '../../../text/store.ts';
import { size, timeInTable } from '../../../text/times.ts';
import type { MediumRefusal } from '../../../usecases/footage-ports.ts';
import type { Stored } from '../../../usecases/store-footage.ts';
import { Button } from '../../kit/Button.tsx';
import { type Column, DataTable } from '../../kit/DataTable.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { JobPanel } from '../../kit/JobPanel.tsx';
import { Columns, Line, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useFootageDesk } from '../../live/footage-desk.ts';
import type { RunningJob } from '../../live/jobs.ts';
import { createNames } from '../../live/names.ts';
import { useOffice } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { MediumChoice } from './MediumChoice.tsx';

const BUFFERED: RegisterQuery = {
  text: '',
  from: null,
  to: null,
  officer: null,
  matter: null,
  device: null,
  state: 'buffered',
  sort: 'takenInAt',
  descending: true,
};

const COLUMNS: readonly Column<RegisterRow>[] = [
  { id: 'no', head: STORE.columns.no, width: '8rem', cell: (row) => row.shortNo ?? '' },
  {
    id: 'name',
    head: STORE.columns.name,
    mono: true,
    cell: (row) => row.originalName ?? '',
    title: (row) => row.originalName ?? '',
  },
  { id: 'type', head: STORE.columns.type, width: '6rem', cell: (row) => MEDIA_TYPE[row.mediaType] },
  { id: 'size', head: STORE.columns.size, width: '7rem', align: 'end', cell: (row) => size(row.sizeBytes) },
  {
    id: 'takenIn',
    head: STORE.columns.takenIn,
    width: '11rem',
    cell: (row) => timeInTable(row.takenInAt),
    onlyWide: true,
  },
  {
    id: 'activity',
    head: STORE.columns.activity,
    width: '14rem',
    cell: (row) => row.activityTitle ?? '',
    onlyWide: true,
  },
];

/** /store: what only the buffer of this PC holds, and the way to a registered medium. */
export default function StorePage(): JSX.Element {
  const footage = useFootageDesk();
  onMount(footage.lookAtMedia);
  const names = createNames();
  const [medium, setMedium] = createSignal<MediumId | ''>('');
  const [job, setJob] = createSignal<RunningJob<Stored, MediumRefusal> | null>(null);
  const page = createWatched(
    () => null,
    (model) => model.register(BUFFERED, { offset: 0, limit: 5000 }),
  );
  const rows = () => page()?.rows ?? [];
  const bytes = createMemo(() => rows().reduce((sum, row) => sum + row.sizeBytes, 0));
  const media = () => names.registers().media.filter((m) => m.inService && m.kind !== 'opticalDisc');
  const connected = () => medium() !== '' && footage.media()[medium() as MediumId] === 'connected';

  const connect = async (id: MediumId): Promise<string | null> => {
    const result = await footage.connectMedium(id);
    return result.ok ? null : STORE.refusal[result.refusal.code];
  };
  const start = () => {
    const chosen = medium();
    if (chosen !== '')
      setJob(
        footage.store(
          chosen,
          rows().map((row): RecordingId => row.id),
        ),
      );
  };
  const missing = (): string | undefined => {
    if (rows().length === 0) return STORE.nothing;
    return connected() ? undefined : STORE.notConnected;
  };

  return (
    <Page title={STORE.title} purpose={STORE.purpose} density="compact">
      <Columns kind="side" fill>
        <Stack fill>
          <Show when={job()}>{(now) => <StoreJob job={now()} count={rows().length} onStart={start} />}</Show>
          <Show
            when={rows().length > 0}
            fallback={
              <Show when={page() !== undefined && job() === null}>
                <Sheet>
                  <Empty title={STORE.empty} words={STORE.emptyWhy} />
                </Sheet>
              </Show>
            }
          >
            <Sheet title={STORE.listed(rows().length, size(bytes()))} bare fill>
              <DataTable
                name={STORE.title}
                rows={rows()}
                columns={COLUMNS}
                rowId={(row) => row.id}
                rowName={(row) => row.originalName ?? row.id}
                minWidth="52rem"
              />
            </Sheet>
          </Show>
        </Stack>
        <Stack pane={STORE.medium}>
          <Show when={rows().length > 0}>
            <Note tone="wait">{STORE.warn}</Note>
          </Show>
          <Sheet title={STORE.medium}>
            <Stack>
              <MediumChoice
                media={media()}
                states={footage.media()}
                value={medium()}
                onChange={setMedium}
                connect={connect}
              />
              <Button look="primary" cannot={missing()} reasonAt="under" onPress={start}>
                {STORE.start(rows().length)}
              </Button>
            </Stack>
          </Sheet>
        </Stack>
      </Columns>
    </Page>
  );
}

interface StoreJobProps {
  readonly job: RunningJob<Stored, MediumRefusal>;
  readonly count: number;
  readonly onStart: () => void;
}

function StoreJob(props: StoreJobProps): JSX.Element {
  const office = useOffice();
  const state = () => props.job.job();
  const running = () => state().kind === 'running' || state().kind === 'waiting';
  const again = () => <Button onPress={props.onStart}>{STORE.start(props.count)}</Button>;
  return (
    <JobPanel
      name={STORE.startName}
      job={state()}
      nowMs={fromInstant(office.now())}
      acts={
        <Show when={running()} fallback={<Show when={props.count > 0 && state().kind !== 'failed'}>{again()}</Show>}>
          <Button onPress={() => props.job.stop()}>{STORE.stop}</Button>
        </Show>
      }
      done={(value) => (
        <Line>
          <b>{STORE.done(value.stored, value.purged)}</b>
          <Button href="/handover/new">{STORE.goHandover}</Button>
        </Line>
      )}
      refused={(refusal) => STORE.refusal[refusal.code]}
      failed={(code) => faultWords(code)}
      mend={again()}
    />
  );
}
