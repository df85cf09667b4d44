import { useNavigate } from '@solidjs/router';
import { createSignal, type JSX, Show } from 'solid-js';
import type { IntakeSession } from '../../../domain/ports/local-state.ts';
import { fromInstant } from '../../../domain/time.ts';
import { CARD_ACCOUNT } from '../../../text/card-account.ts';
import { INTAKE } from '../../../text/intake.ts';
import { Button } from '../../kit/Button.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { JobPanel } from '../../kit/JobPanel.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useFootageDesk } from '../../live/footage-desk.ts';
import { useOffice } from '../../live/office.ts';
import styles from './intake.module.css';
import { before, inTurnOrder, isUnderWay, situation, tally, troubleWords } from './intake-view.ts';
import { FailedItems } from './RunItems.tsx';
import { SafeNotice } from './SafeNotice.tsx';

const FULL: ReadonlySet<string> = new Set(['buffer-full', 'storage-full']);

/** What can be done with an intake that is under way or stands still. */
function createActs(session: () => IntakeSession) {
  const footage = useFootageDesk();
  const navigate = useNavigate();
  const [needs, setNeeds] = createSignal('');
  const running = () => footage.intakeJob(session().batch);
  const state = () => running()?.job() ?? null;

  const resume = async (again: boolean) => {
    setNeeds('');
    const source = again ? await footage.pickFolder() : null;
    if (again && source === null) return;
    const resumed = await footage.resume(session().batch, source);
    if (resumed.ok) return;
    setNeeds(resumed.refusal.code === 'other-source' ? INTAKE.otherSource : INTAKE.sourceNeeded);
  };
  const abandon = async () => {
    if (!confirm(INTAKE.abandonSure)) return;
    await footage.abandon(session().batch);
    if (tally(session()).recorded === 0) navigate('/intake');
  };
  return {
    needs,
    resume,
    abandon,
    running,
    moves: () => isUnderWay(state()),
    /** How many have their turn before it; 0: it is its own. */
    ahead: () => before(inTurnOrder(footage.intakes(), footage.jobs()).underWay, session().batch),
    /** The code of the trouble it stands still for. */
    trouble: () => {
      const now = state();
      return now?.kind === 'failed' ? now.code : null;
    },
  };
}
type Acts = ReturnType<typeof createActs>;

/** The job with its acts; or, after a restart, the offer to go on. */
export function RunUnder(props: { readonly session: IntakeSession }): JSX.Element {
  const acts = createActs(() => props.session);
  const counts = () => tally(props.session);
  return (
    <>
      <Show
        when={acts.running()}
        fallback={
          <Sheet title={INTAKE.waiting} sub={INTAKE.unfinished(counts().recorded, counts().total)} waits>
            <WaysOn acts={acts} />
          </Sheet>
        }
      >
        {(job) => <RunJob acts={acts} job={job()} />}
      </Show>
      <Show when={acts.needs()}>
        {(needs) => (
          <Note
            tone="wait"
            title={needs()}
            act={<Button onPress={() => acts.resume(true)}>{INTAKE.reselect}</Button>}
          />
        )}
      </Show>
      <Show when={!acts.moves()}>
        <Situation session={props.session} />
      </Show>
      <Show when={acts.moves() && acts.ahead() > 0}>
        <Note title={INTAKE.queueBehind(acts.ahead())} />
      </Show>
      <Show when={acts.moves() && acts.ahead() === 0}>
        <Show when={counts().recorded === counts().total} fallback={<SafeNotice />}>
          <Note title={CARD_ACCOUNT.safeNow}>{CARD_ACCOUNT.safeNowWhy}</Note>
        </Show>
      </Show>
      <FailedItems items={counts().failed} />
    </>
  );
}

function RunJob(props: { readonly acts: Acts; readonly job: NonNullable<ReturnType<Acts['running']>> }): JSX.Element {
  const office = useOffice();
  const isFull = () => FULL.has(props.acts.trouble() ?? '');
  return (
    <JobFrame framed={props.acts.trouble() === null}>
      <JobPanel
        name={INTAKE.title}
        job={props.job.job()}
        nowMs={fromInstant(office.now())}
        acts={
          <Show
            when={props.acts.moves()}
            fallback={<WaysOn acts={props.acts} without={props.acts.trouble() !== null} />}
          >
            <Line>
              <Button onPress={() => props.job.pause?.()}>{INTAKE.pause}</Button>
              <Button onPress={() => props.job.stop()}>{INTAKE.stop}</Button>
              <Button look="quiet" href="/intake">
                {INTAKE.next}
              </Button>
            </Line>
          </Show>
        }
        done={(value) => (
          <Stack>
            <p class={styles.big}>{INTAKE.doneSome(value.recorded, value.failed.length)}</p>
            <WaysOn acts={props.acts} />
          </Stack>
        )}
        refused={() => ''}
        failed={(code) => troubleWords(code, props.job.job())}
        mend={
          <>
            <Show when={isFull()}>
              <Button look="primary" href="/store">
                {INTAKE.goStore}
              </Button>
            </Show>
            <Button look={isFull() ? undefined : 'primary'} onPress={() => props.acts.resume(false)}>
              {INTAKE.resume}
            </Button>
          </>
        }
      />
    </JobFrame>
  );
}

/**
 * Going on, with the same source or another. Each way stands once: `without` where the trouble offers the first, and a note what it
 * needs the second.
 */
function WaysOn(props: { readonly acts: Acts; readonly without?: boolean | undefined }): JSX.Element {
  return (
    <Line>
      <Show when={!props.without}>
        <Button look="primary" onPress={() => props.acts.resume(false)}>
          {INTAKE.resume}
        </Button>
      </Show>
      <Show when={!props.acts.needs()}>
        <Button onPress={() => props.acts.resume(true)}>{INTAKE.reselect}</Button>
      </Show>
      <Button look="quiet" onPress={() => props.acts.abandon()}>
        {INTAKE.abandon}
      </Button>
    </Line>
  );
}

/** Trouble brings its own frame. */
function JobFrame(props: { readonly framed: boolean; readonly children: JSX.Element }): JSX.Element {
  return (
    <Show when={props.framed} fallback={props.children}>
      <Sheet>{props.children}</Sheet>
    </Show>
  );
}

/** Where everything is while the intake stands still: what is safe, what is only on the card. */
function Situation(props: { readonly session: IntakeSession }): JSX.Element {
  return (
    <Sheet title={INTAKE.situation}>
      <Facts facts={situation(props.session.items).map(({ term, words }) => ({ term, detail: words }))} />
    </Sheet>
  );
}
