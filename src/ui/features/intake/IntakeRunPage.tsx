import { useParams } from '@solidjs/router';
import { createMemo, type JSX, Show } from 'solid-js';
import type { ActivityId, BatchId } from '../../../domain/ids.ts';
import { INTAKE } from '../../../text/intake.ts';
import { Columns, Stack } from '../../kit/Layout.tsx';
import { Steps } from '../../kit/Steps.tsx';
import { useFootageDesk } from '../../live/footage-desk.ts';
import { createNames } from '../../live/names.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { CardSheet } from './CardSheet.tsx';
import { RunDone } from './RunDone.tsx';
import { RunItems } from './RunItems.tsx';
import { RunSide } from './RunSide.tsx';
import { RunUnder } from './RunUnder.tsx';
import { intakeSteps } from './steps.ts';
import { UnderWay } from './UnderWay.tsx';

/** /intake/:batch: an intake under way, stopped, or done. It goes on while this page is left or the desk is locked. */
export default function IntakeRunPage(): JSX.Element {
  const params = useParams<{ batch: string }>();
  const footage = useFootageDesk();
  const names = createNames();
  const batchId = () => params.batch as BatchId;
  const session = createMemo(() => footage.intakes().find((one) => one.batch === batchId()) ?? null);
  const batch = createWatched(batchId, (model, id) => model.get('batch', id));
  const recordings = createWatched(
    () => batch()?.recordings ?? [],
    (model, ids) => model.getMany('recording', ids),
  );
  const activities = createWatched(
    () => null,
    (model) => model.all('activity'),
  );
  const chosen = createMemo((): ReadonlySet<ActivityId> => {
    const of = [...(session()?.items ?? []), ...(recordings() ?? [])].map(({ activity }) => activity);
    return new Set(of.filter((activity) => activity !== null));
  });
  const device = () => session()?.device ?? batch()?.device ?? null;
  const isRunning = () => footage.intakeJob(batchId())?.job().kind === 'running';
  const title = () => (device() === null ? INTAKE.title : `${INTAKE.title}：${names.device(device())}`);

  return (
    <Page title={title()} purpose={isRunning() ? INTAKE.runPurpose : undefined} density="compact">
      <Steps name={INTAKE.stepsName} steps={intakeSteps(session() === null ? 3 : 2, '')} />
      <Columns kind="side" fill>
        <Stack fill>
          <Show when={session()}>{(open) => <RunUnder session={open()} />}</Show>
          <Show when={session() === null && batch()}>
            {(done) => (
              <>
                <RunDone batch={done()} />
                <CardSheet batch={done()} names={names} />
              </>
            )}
          </Show>
          <Show when={session()}>{(open) => <RunItems items={open().items} activities={activities() ?? []} />}</Show>
        </Stack>
        <Stack pane={INTAKE.source}>
          <UnderWay except={batchId()} />
          <RunSide
            device={device() === null ? INTAKE.deviceNone : names.device(device())}
            byCable={session() === null ? null : session()?.sourceCamera != null}
            sourceLabel={session()?.sourceLabel ?? batch()?.sourceLabel ?? ''}
            activities={activities() ?? []}
            chosen={chosen()}
          />
        </Stack>
      </Columns>
    </Page>
  );
}
