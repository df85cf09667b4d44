import { useNavigate, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, createSignal, type JSX, Match, on, Show, Switch, untrack } from 'solid-js';
import { isMerged } from '../../../domain/activity-stage.ts';
import { type CameraAtHand, cameraKeyText } from '../../../domain/camera.ts';
import { deviceOfCamera } from '../../../domain/device-of-camera.ts';
import type { ActivityId, DeviceId } from '../../../domain/ids.ts';
import type { ActivityRecord, DeviceRecord } from '../../../domain/records.ts';
import { fromInstant } from '../../../domain/time.ts';
import { CAMERA } from '../../../text/camera.ts';
import { lookingFaultWords } from '../../../text/faults.ts';
import { INTAKE } from '../../../text/intake.ts';
import { STORE } from '../../../text/store.ts';
import { NOT_APPLICABLE, size } from '../../../text/times.ts';
import { WATCHED } from '../../../text/watched.ts';
import type { IntakePlan } from '../../../usecases/plan-intake.ts';
import { type ClassifiedMedium, sealClassifiedMedium } from '../../../usecases/seal-classified-medium.ts';
import { Button } from '../../kit/Button.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { JobPanel } from '../../kit/JobPanel.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Steps } from '../../kit/Steps.tsx';
import { type ChosenSource, type FootageDesk, type PlanningJob, useFootageDesk } from '../../live/footage-desk.ts';
import { createNames, type Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { DeviceHealth } from './DeviceHealth.tsx';
import { FoundSoFar } from './FoundSoFar.tsx';
import { isLooking, isSlow, type PlanLine, toChoice } from './intake-view.ts';
import { PlanStep } from './PlanStep.tsx';
import { SecrecyStep } from './SecrecyStep.tsx';
import { isAnswered, NO_DEVICE, type SourceChoice, SourceStep } from './SourceStep.tsx';
import { serialWarnings } from './serial-view.ts';
import { intakeSteps } from './steps.ts';
import { StandingStill, UnderWay } from './UnderWay.tsx';
import { WatchedSheet } from './WatchedSheet.tsx';

type Stage =
  | { readonly kind: 'source' }
  | { readonly kind: 'secrecy'; readonly source: ChosenSource }
  | { readonly kind: 'plan'; readonly source: ChosenSource; readonly job: PlanningJob };

/** /intake: choose a source, answer the question of Art. 19, see what is there, begin. */
export default function IntakePage(): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const footage = useFootageDesk();
  const names = createNames();
  const navigate = useNavigate();
  const [query] = useSearchParams<{ activity?: string; camera?: string }>();
  const [stage, setStage] = createSignal<Stage>({ kind: 'source' });
  const [choice, setChoice] = createSignal<SourceChoice>({ device: '', explanation: '' });
  const activities = createWatched(
    () => null,
    async (model) => (await model.all('activity')).filter((one) => !isMerged(one)),
  );
  const device = (): DeviceId | null =>
    choice().device === NO_DEVICE || choice().device === '' ? null : (choice().device as DeviceId);

  const ask = (source: ChosenSource) => setStage({ kind: 'secrecy', source });
  openWhenThere(footage, names, query.camera, (source, known) => {
    setChoice({ device: known, explanation: '' });
    ask(source);
  });
  const look = (source: ChosenSource) => {
    const preferred = query.activity === undefined ? null : (query.activity as ActivityId);
    setStage({ kind: 'plan', source, job: footage.plan(source, { device: device(), preferred }) });
  };
  const begin = async (source: ChosenSource, lines: readonly PlanLine[], plan: IntakePlan) => {
    const batch = await footage.begin(source, lines.map(toChoice), {
      device: device(),
      plan,
      unregisteredExplanation: choice().device === NO_DEVICE ? choice().explanation.trim() : null,
    });
    navigate(`/intake/${batch}`);
  };
  const seal = async (medium: ClassifiedMedium) => {
    const card = await sealClassifiedMedium(office.desk, seat(), medium);
    if (card.ok) navigate(`/print/F16/${card.value}`);
  };
  return (
    <Page title={INTAKE.title} purpose={INTAKE.purpose} density="compact">
      <Steps name={INTAKE.stepsName} steps={intakeSteps(stage().kind === 'plan' ? 1 : 0, '')} />
      <Switch>
        <Match when={stage().kind === 'source'}>
          <Stack>
            <UnderWay />
            <SourceStep
              devices={names.registers().devices.filter((d) => d.inService)}
              choice={choice()}
              onChoice={setChoice}
              pick={() => footage.pickFolder()}
              drop={(transfer) => footage.fromDrop(transfer)}
              cameras={camerasOf(footage, names, activities() ?? [])}
              onChosen={ask}
            />
            <StandingStill />
            <WatchedSheet cannot={deviceFirst(choice())} onChosen={ask} />
            <Buffered />
          </Stack>
        </Match>
        <Match when={stage().kind === 'secrecy' && (stage() as Extract<Stage, { kind: 'secrecy' }>)}>
          {(at) => (
            <SecrecyStep
              label={at().source.source.label}
              onNone={() => look(at().source)}
              onBack={() => setStage({ kind: 'source' })}
              onSeal={seal}
            />
          )}
        </Match>
        <Match when={stage().kind === 'plan' && (stage() as Extract<Stage, { kind: 'plan' }>)}>
          {(at) => (
            <PlanWithHealth source={at().source} look={at().job} onAgain={() => look(at().source)}>
              <Planning
                job={at().job}
                source={at().source}
                device={names.registers().devices.find((one) => one.id === device()) ?? null}
                onAgain={() => look(at().source)}
                activities={activities() ?? []}
                onBegin={(lines, plan) => begin(at().source, lines, plan)}
                onBack={() => {
                  at().job.stop();
                  setStage({ kind: 'source' });
                }}
              />
            </PlanWithHealth>
          )}
        </Match>
      </Switch>
    </Page>
  );
}

/** From the duty desk with one press: a camera that the register knows needs no further answer. Once. */
function openWhenThere(
  footage: FootageDesk,
  names: Names,
  asked: string | undefined,
  open: (source: ChosenSource, device: DeviceId) => void,
): void {
  let isOpened = false;
  createEffect(() => {
    const camera = footage.cameras().find(({ key }) => cameraKeyText(key) === asked);
    const known = camera && deviceOfCamera(names.registers().devices, camera);
    if (isOpened || camera === undefined || !known?.inService) return;
    isOpened = true;
    open(footage.openCamera(camera), known.id);
  });
}

const camerasOf = (footage: FootageDesk, names: Names, activities: readonly ActivityRecord[]) => ({
  activities,
  cameras: footage.cameras(),
  offered: footage.camerasOffered,
  holder: (one: DeviceRecord) => (one.assignedTo === null ? NOT_APPLICABLE : names.person(one.assignedTo)),
  connect: () => footage.connectCamera(),
  open: (camera: CameraAtHand) => footage.openCamera(camera),
  told: (camera: CameraAtHand) => footage.cameraTold(camera),
});

const deviceFirst = (choice: SourceChoice) => (isAnswered(choice) ? undefined : WATCHED.deviceFirst);

/** What only the buffer holds: a gentle push to store it. */
function Buffered(): JSX.Element {
  const footage = useFootageDesk();
  return (
    <Show when={footage.safety().bufferedFiles > 0}>
      <Note
        tone="wait"
        title={STORE.listed(footage.safety().bufferedFiles, size(footage.safety().bufferedBytes))}
        act={<Button href="/store">{STORE.title}</Button>}
      >
        {STORE.warn}
      </Note>
    </Show>
  );
}

/** A camera on a cable is asked how it stands, once the question of Art. 19 is answered. */
function PlanWithHealth(props: {
  readonly source: ChosenSource;
  readonly look: PlanningJob;
  readonly onAgain: () => void;
  readonly children: JSX.Element;
}): JSX.Element {
  const footage = useFootageDesk();
  const told = () => (props.source.camera ? footage.cameraTold(props.source.camera) : null);
  return (
    <Show when={props.source.camera} fallback={props.children}>
      <Stack fill>
        <DeviceHealth source={props.source} look={props.look} />
        <Show when={told()}>
          {(news) => (
            <Note
              tone="wait"
              title={news().fresh > 0 ? CAMERA.freshHere(news().fresh) : CAMERA.changed}
              act={<Button onPress={() => props.onAgain()}>{CAMERA.lookAgain}</Button>}
            >
              {CAMERA.freshWhy}
            </Note>
          )}
        </Show>
        {props.children}
      </Stack>
    </Show>
  );
}

interface PlanningProps {
  readonly job: PlanningJob;
  readonly source: ChosenSource;
  readonly device: DeviceRecord | null;
  readonly onAgain: () => void;
  readonly activities: readonly ActivityRecord[];
  readonly onBegin: (lines: readonly PlanLine[], plan: IntakePlan) => Promise<void>;
  readonly onBack: () => void;
}

/** Looking at the source, then what was found. */
function Planning(props: PlanningProps): JSX.Element {
  const office = useOffice();
  const footage = useFootageDesk();
  const begunAt = createMemo(
    on(
      () => props.job,
      () => fromInstant(untrack(office.now)),
    ),
  );
  const sinceMs = () => fromInstant(office.now()) - begunAt();
  const plan = (): IntakePlan | null => {
    const now = props.job.job();
    return now.kind === 'done' && now.value.items.length > 0 ? now.value : null;
  };
  return (
    <Show
      when={plan()}
      fallback={
        <Stack fill>
          <JobPanel
            name={INTAKE.planning}
            job={props.job.job()}
            nowMs={fromInstant(office.now())}
            acts={<Button onPress={() => props.onBack()}>{INTAKE.back}</Button>}
            done={() => (
              <Empty title={INTAKE.planEmpty} words={props.source.camera ? CAMERA.emptyWhy : INTAKE.planEmptyWhy}>
                <Line>
                  <Button look="primary" onPress={() => props.onAgain()}>
                    {INTAKE.lookAgain}
                  </Button>
                  <Button onPress={() => props.onBack()}>{INTAKE.back}</Button>
                </Line>
              </Empty>
            )}
            refused={() => INTAKE.planFailed}
            failed={(code) => lookingFaultWords(code)}
            mend={
              <Button look="primary" onPress={() => props.onAgain()}>
                {INTAKE.lookAgain}
              </Button>
            }
          />
          <Show when={props.source.camera && isSlow(props.job.job(), props.job.found().length, sinceMs())}>
            <Note tone="wait" title={CAMERA.slow}>
              {CAMERA.slowToDo}
            </Note>
          </Show>
          <Show when={isLooking(props.job.job()) && props.job.found().length > 0}>
            <FoundSoFar items={props.job.found()} />
          </Show>
        </Stack>
      }
    >
      {(found) => (
        <PlanStep
          plan={found()}
          warnings={serialWarnings(props.device, props.source.camera ?? null, found())}
          freeBytes={footage.safety().freeBytes}
          activities={props.activities}
          preview={(item, signal) => footage.preview(props.source, item, signal)}
          onBegin={(lines) => props.onBegin(lines, found())}
          onBack={props.onBack}
        />
      )}
    </Show>
  );
}
