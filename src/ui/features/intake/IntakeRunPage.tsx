import { useNavigate, useParams } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { BatchId } from '../../../domain/ids.ts';
import type { IntakeItem, IntakeSession } from '../../../domain/ports/local-state.ts';
import type { BatchRecord } from '../../../domain/records.ts';
import { fromInstant } from '../../../domain/time.ts';
import { CAMERA } from '../../../text/camera.ts';
import { faultWords } from '../../../text/faults.ts';
import { INTAKE } from '../../../text/intake.ts';
import { RULE } from '../../../text/refusals.ts';
import { size } from '../../../text/times.ts';
import { countersignIntake } from '../../../usecases/countersign-intake.ts';
import { Button } from '../../kit/Button.tsx';
import { type Column, DataTable } from '../../kit/DataTable.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { JobPanel } from '../../kit/JobPanel.tsx';
import { Columns, Line, Row, Rows, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Steps } from '../../kit/Steps.tsx';
import { StateWord, Tag } from '../../kit/Words.tsx';
import { useFootageDesk } from '../../live/footage-desk.ts';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import styles from './intake.module.css';
import { itemState, tally, troubleWords } from './intake-view.ts';
import { intakeSteps } from './steps.ts';

/** /intake/:batch: an intake under way, stopped, or done. It goes on while this page is left or the desk is locked. */
export default function IntakeRunPage(): JSX.Element {
  const params = useParams<{ batch: string }>();
  const footage = useFootageDesk();
  const names = createNames();
  const batchId = () => params.batch as BatchId;
  const session = createMemo(() => footage.intakes().find((one) => one.batch === batchId()) ?? null);
  const batch = createWatched(batchId, (model, id) => model.get('batch', id));
  const device = () => session()?.device ?? batch()?.device ?? null;
  const title = () => (device() === null ? INTAKE.title : `${INTAKE.title}：${names.device(device())}`);

  return (
    <Page title={title()} purpose={INTAKE.runPurpose} density="compact">
      <Steps name={INTAKE.stepsName} steps={intakeSteps(session() === null ? 3 : 2, '')} />
      <Columns kind="side" fill>
        <Stack fill>
          <Show when={session()}>{(open) => <Under session={open()} />}</Show>
          <Show when={session() === null && batch()}>{(done) => <Done batch={done()} />}</Show>
          <Show when={session()}>{(open) => <Items items={open().items} />}</Show>
        </Stack>
        <Stack pane={INTAKE.source}>
          <Sheet title={INTAKE.source} aside={<Tag tone="good">{INTAKE.readOnly}</Tag>}>
            <Facts
              small
              facts={[
                {
                  term: INTAKE.sourceFacts.device,
                  detail: device() === null ? INTAKE.deviceNone : names.device(device()),
                },
                { term: INTAKE.sourceFacts.way, detail: session()?.sourceCamera ? CAMERA.way : INTAKE.wayFolder },
                { term: INTAKE.sourceFacts.folder, detail: session()?.sourceLabel ?? batch()?.sourceLabel ?? '' },
              ]}
            />
          </Sheet>
        </Stack>
      </Columns>
    </Page>
  );
}

/** The job with its acts; or, after a restart, the offer to go on. */
function Under(props: { readonly session: IntakeSession }): JSX.Element {
  const office = useOffice();
  const footage = useFootageDesk();
  const navigate = useNavigate();
  const [needs, setNeeds] = createSignal('');
  const job = () => footage.intakeJob(props.session.batch);
  const counts = () => tally(props.session);

  const resume = async (again: boolean) => {
    setNeeds('');
    const source = again ? await footage.pickFolder() : null;
    if (again && source === null) return;
    const resumed = await footage.resume(props.session.batch, source);
    if (resumed.ok) return;
    setNeeds(resumed.refusal.code === 'other-source' ? INTAKE.otherSource : INTAKE.sourceNeeded);
  };
  const abandon = async () => {
    if (!confirm(INTAKE.abandonSure)) return;
    await footage.abandon(props.session.batch);
    if (counts().recorded === 0) navigate('/intake');
  };
  const goOn = (
    <Line>
      <Button look="primary" onPress={() => resume(false)}>
        {INTAKE.resume}
      </Button>
      <Button onPress={() => resume(true)}>{INTAKE.reselect}</Button>
      <Button look="quiet" onPress={abandon}>
        {INTAKE.abandon}
      </Button>
    </Line>
  );

  return (
    <>
      <Show
        when={job()}
        fallback={
          <Sheet title={INTAKE.waiting} sub={INTAKE.unfinished(counts().recorded, counts().total)} waits>
            {goOn}
          </Sheet>
        }
      >
        {(running) => (
          <JobPanel
            name={INTAKE.title}
            job={running().job()}
            nowMs={fromInstant(office.now())}
            acts={
              <Show when={running().job().kind === 'running' || running().job().kind === 'waiting'} fallback={goOn}>
                <Line>
                  <Button onPress={() => running().pause?.()}>{INTAKE.pause}</Button>
                  <Button onPress={() => running().stop()}>{INTAKE.stop}</Button>
                </Line>
              </Show>
            }
            done={(value) => (
              <Stack>
                <p class={styles.big}>{INTAKE.doneSome(value.recorded, value.failed.length)}</p>
                {goOn}
              </Stack>
            )}
            refused={() => ''}
            failed={(code) => troubleWords(code, running().job())}
            mend={
              <Button look="primary" onPress={() => resume(false)}>
                {INTAKE.resume}
              </Button>
            }
          />
        )}
      </Show>
      <Show when={needs()}>
        <Note tone="wait" title={needs()} act={<Button onPress={() => resume(true)}>{INTAKE.reselect}</Button>} />
      </Show>
      <FailedItems items={counts().failed} />
    </>
  );
}

/** What was set aside, each with its reason. */
function FailedItems(props: { readonly items: readonly IntakeItem[] }): JSX.Element {
  return (
    <Show when={props.items.length > 0}>
      <Sheet title={INTAKE.failedTitle(props.items.length)} bare waits>
        <Rows>
          <For each={props.items}>
            {(item) => (
              <Row end={<span>{item.state.kind === 'failed' ? faultWords(item.state.code).happened : ''}</span>}>
                {item.path}
              </Row>
            )}
          </For>
        </Rows>
      </Sheet>
    </Show>
  );
}

function Items(props: { readonly items: readonly IntakeItem[] }): JSX.Element {
  const columns: readonly Column<IntakeItem>[] = [
    { id: 'name', head: INTAKE.columns.name, mono: true, cell: (item) => item.path, title: (item) => item.path },
    { id: 'size', head: INTAKE.columns.size, width: '7rem', align: 'end', cell: (item) => size(item.sizeBytes) },
    {
      id: 'progress',
      head: INTAKE.columns.progress,
      width: '13rem',
      cell: (item) => (
        <Show when={item.state.kind === 'recorded'} fallback={INTAKE.state[itemState(item)]}>
          <StateWord state="recorded">{INTAKE.state[itemState(item)]}</StateWord>
        </Show>
      ),
    },
  ];
  return (
    <Sheet title={INTAKE.filesLabel} bare fill>
      <DataTable
        name={INTAKE.filesLabel}
        rows={props.items}
        columns={columns}
        rowId={(item) => item.key}
        rowName={(item) => item.name}
        waits={(item) => item.state.kind === 'failed'}
      />
    </Sheet>
  );
}

/** All safe: the officer signs under what the station signed, and goes on to storing. */
function Done(props: { readonly batch: BatchRecord }): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const [fault, setFault] = createSignal('');
  const sign = async () => {
    const signed = await countersignIntake(office.desk, seat(), props.batch, seat().record.division);
    setFault(signed.ok ? '' : RULE[signed.refusal.rule]);
  };
  const mine = () => props.batch.takenInBy === seat().person;
  return (
    <Sheet>
      <Stack>
        <p class={styles.big}>{INTAKE.done(props.batch.recordings.length)}</p>
        <p>{INTAKE.mayUnplug}</p>
        <Show when={fault()}>
          <p class={styles.fault} role="alert">
            {fault()}
          </p>
        </Show>
        <Line>
          <Show
            when={props.batch.countersigned === null}
            fallback={<StateWord state="signed">{INTAKE.countersigned}</StateWord>}
          >
            <Show when={mine()}>
              <Button look="primary" onPress={sign}>
                {INTAKE.countersign}
              </Button>
            </Show>
          </Show>
          <Button href="/store">{INTAKE.goStore}</Button>
          <Button href="/register">{INTAKE.recordedHere}</Button>
          <Button look="quiet" href="/intake">
            {INTAKE.another}
          </Button>
        </Line>
        <p class={styles.sub}>{INTAKE.countersignWhy}</p>
      </Stack>
    </Sheet>
  );
}
