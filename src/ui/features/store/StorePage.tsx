import { createMemo, createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import type { MediumId, RecordingId } from '../../../domain/ids.ts';
import type { RegisterRow } from '../../../domain/ports/read-model.ts';
import { fromInstant } from '../../../domain/time.ts';
import { faultWords } from '../../../text/faults.ts';
import { MEDIA_TYPE } from '../../../text/nouns.ts';
import { STORE } from '../../../text/store.ts';
import { size, timeInTable, timeWithoutYear } from '../../../text/times.ts';
import { attempt } from '../../kit/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { type Column, DataTable } from '../../kit/DataTable.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { JobPanel } from '../../kit/JobPanel.tsx';
import { Columns, Line, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { type StoringJob, useFootageDesk } from '../../live/footage-desk.ts';
import { createNames } from '../../live/names.ts';
import { useOffice } from '../../live/office.ts';
import { Page } from '../../shell/Page.tsx';
import { MediumChoice } from './MediumChoice.tsx';

const COLUMNS: readonly Column<RegisterRow>[] = [
  { id: 'no', head: STORE.columns.no, width: '5.5rem', cell: (row) => row.shortNo ?? '' },
  {
    id: 'name',
    head: STORE.columns.name,
    mono: true,
    cell: (row) => row.originalName ?? '',
    title: (row) => row.originalName ?? '',
  },
  { id: 'type', head: STORE.columns.type, width: '5.25rem', cell: (row) => MEDIA_TYPE[row.mediaType], onlyWide: true },
  { id: 'size', head: STORE.columns.size, width: '5.5rem', align: 'end', cell: (row) => size(row.sizeBytes) },
  {
    id: 'takenIn',
    head: STORE.columns.takenIn,
    width: '6.25rem',
    cell: (row) => timeWithoutYear(row.takenInAt),
    title: (row) => timeInTable(row.takenInAt),
    onlyWide: true,
  },
  {
    id: 'activity',
    head: STORE.columns.activity,
    width: '9rem',
    cell: (row) => row.activityTitle ?? '',
    title: (row) => row.activityTitle ?? '',
    onlyWide: true,
  },
];

/** /store: what only the buffer of this PC holds, and the way to a registered medium. */
export default function StorePage(): JSX.Element {
  const footage = useFootageDesk();
  onMount(footage.lookAtMedia);
  const names = createNames();
  const [picked, setPicked] = createSignal<MediumId | ''>('');
  const job = footage.storing;
  onCleanup(footage.putAwayStoring);
  const rows = () => footage.buffered()?.rows ?? [];
  const elsewhere = () => footage.buffered()?.elsewhere ?? 0;
  const bytes = createMemo(() => rows().reduce((sum, row) => sum + row.sizeBytes, 0));
  const media = () => names.registers().media.filter((m) => m.inService && m.kind !== 'opticalDisc');
  /** Where one medium alone is at hand, there is nothing to choose. */
  const medium = (): MediumId | '' => {
    const atHand = media().filter(({ id }) => footage.media()[id] === 'connected');
    return picked() !== '' || atHand.length !== 1 ? picked() : (atHand[0]?.id ?? '');
  };
  const connected = () => medium() !== '' && footage.media()[medium() as MediumId] === 'connected';

  const connect = async (id: MediumId): Promise<string | null> => {
    const words = await attempt(
      () => footage.connectMedium(id),
      ({ code }) => STORE.refusal[code],
    );
    return words ?? null;
  };
  const moves = () => isMoving(job());
  const start = () => {
    const chosen = medium();
    const waiting = rows().map((row): RecordingId => row.id);
    if (chosen !== '') footage.store(chosen, waiting);
  };
  const missing = (): string | undefined => {
    if (moves()) return STORE.underWay;
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
              <Show when={footage.buffered() !== undefined && job() === null}>
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
                minWidth="44rem"
              />
            </Sheet>
          </Show>
          <Show when={elsewhere() > 0}>
            <Note>{STORE.elsewhere(elsewhere())}</Note>
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
                onChange={setPicked}
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

const isMoving = (job: StoringJob | null): boolean => ['waiting', 'running'].includes(job?.job().kind ?? '');

interface StoreJobProps {
  readonly job: StoringJob;
  readonly count: number;
  readonly onStart: () => void;
}

function StoreJob(props: StoreJobProps): JSX.Element {
  const office = useOffice();
  const state = () => props.job.job();
  const running = () => isMoving(props.job);
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
          <Button look="primary" href="/handover/new">
            {STORE.goHandover}
          </Button>
        </Line>
      )}
      refused={(refusal) => STORE.refusal[refusal.code]}
      failed={(code) => faultWords(code)}
      mend={again()}
    />
  );
}
