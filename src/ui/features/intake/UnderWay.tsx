import { A } from '@solidjs/router';
import { createMemo, For, type JSX, Show } from 'solid-js';
import type { BatchId } from '../../../domain/ids.ts';
import type { IntakeSession } from '../../../domain/ports/local-state.ts';
import { fromInstant } from '../../../domain/time.ts';
import { INTAKE } from '../../../text/intake.ts';
import { Button } from '../../kit/Button.tsx';
import { JobLine } from '../../kit/JobPanel.tsx';
import { Line, Row, Rows } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useFootageDesk } from '../../live/footage-desk.ts';
import { useOffice } from '../../live/office.ts';
import { inTurnOrder, tally } from './intake-view.ts';

/** Cards and cameras that are taken in or wait for their turn, each with its progress; `except`: stands on this page already. */
export function UnderWay(props: { readonly except?: BatchId }): JSX.Element {
  const footage = useFootageDesk();
  const sessions = createMemo(() => {
    const { underWay } = inTurnOrder(footage.intakes(), footage.jobs());
    return underWay.filter(({ batch }) => batch !== props.except);
  });
  const isWhole = () => props.except === undefined;
  return (
    <Show when={sessions().length > 0}>
      <Sheet title={isWhole() ? INTAKE.underWay : INTAKE.others} sub={isWhole() ? INTAKE.underWayWhy : undefined} bare>
        <Rows>
          <For each={sessions().map(({ batch }) => batch)}>
            {(batch) => (
              <Show when={sessions().find((one) => one.batch === batch)}>
                {(session) => <Batch session={session()} />}
              </Show>
            )}
          </For>
        </Rows>
      </Sheet>
    </Show>
  );
}

function Batch(props: { readonly session: IntakeSession }): JSX.Element {
  const footage = useFootageDesk();
  const office = useOffice();
  const running = () => footage.intakeJob(props.session.batch);
  const name = () => INTAKE.ofBatch(props.session.sourceLabel, props.session.items.length);
  return (
    <Row
      end={
        <Line>
          <A href={`/intake/${props.session.batch}`}>{INTAKE.open}</A>
          <Button look="quiet" onPress={() => running()?.stop()}>
            {running()?.job().kind === 'waiting' ? INTAKE.takeOut : INTAKE.stop}
          </Button>
        </Line>
      }
    >
      {name()}{' '}
      <Show when={running()}>
        {(one) => <JobLine name={name()} job={one().job()} nowMs={fromInstant(office.now())} />}
      </Show>
    </Row>
  );
}

/** Intakes that were stopped, or that the last session left behind. */
export function StandingStill(): JSX.Element {
  const footage = useFootageDesk();
  const still = createMemo(() => inTurnOrder(footage.intakes(), footage.jobs()).still);
  return (
    <Show when={still().length > 0}>
      <Sheet title={INTAKE.waiting} sub={INTAKE.waitingWhy} bare>
        <Rows>
          <For each={still()}>
            {(session) => (
              <Row end={<A href={`/intake/${session.batch}`}>{INTAKE.open}</A>}>
                {session.sourceLabel} {INTAKE.unfinished(tally(session).recorded, tally(session).total)}
              </Row>
            )}
          </For>
        </Rows>
      </Sheet>
    </Show>
  );
}
