import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { formatNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord, RecordingRecord } from '../../../domain/records.ts';
import { PARAMETERS } from '../../../regulation/parameters.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import { markRefusal } from '../../../text/refusals.ts';
import { declareAway, markReturned } from '../../../usecases/mark-activity.ts';
import { AwayDialog } from '../../kit/AwayDialog.tsx';
import { announce } from '../../kit/announce.ts';
import { attempt } from '../../kit/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { Countdown } from '../../kit/Countdown.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { mayPlan } from '../../kit/may-plan.ts';
import { ReturnDialog } from '../../kit/ReturnDialog.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Article, Flag, StateWord } from '../../kit/Words.tsx';
import { useOffice, useSeat } from '../../live/office.ts';
import styles from './Activities.module.css';
import type { Naming } from './activities-view.ts';
import { dueWordsOf } from './activity-view.ts';

const T = ACTIVITIES.due;

export interface DueSheetProps {
  readonly activity: ActivityRecord;
  readonly recordings: readonly RecordingRecord[];
  readonly naming: Naming;
  /** Art. 7 for the whole of it: no footage is awaited. */
  readonly excused: boolean;
}

/** The deadline of Art. 13: how long, what is missing, and the acts that move it. */
export function DueSheet(props: DueSheetProps): JSX.Element {
  const office = useOffice();
  const said = createMemo(() => dueWordsOf(props.activity, props.recordings, office.now(), props.naming));
  const deadline = () => {
    const { due } = said();
    return due.kind === 'open' || due.kind === 'late' ? due.deadline : null;
  };
  const unmet = (): boolean => {
    const { due } = said();
    return due.kind === 'late' || (due.kind === 'met' && due.late === true);
  };
  return (
    <Sheet low title={T.heading} aside={<Article article={13} />}>
      <Show when={!props.excused} fallback={<p class={styles.small}>{T.excused}</p>}>
        <Stack>
          <Show when={deadline()}>{(at) => <Countdown deadline={at()} now={office.now} says={T.says} />}</Show>
          <Show when={said().due.kind === 'away'}>
            <div>
              <b class={styles.span}>{T.away(PARAMETERS.exportAfterReturnHours.value)}</b>
              <p class={styles.small}>{T.awaySub}</p>
            </div>
          </Show>
          <Show when={said().due.kind === 'met'}>
            <StateWord state="recorded">{T.metShort}</StateWord>
          </Show>
          <Show when={unmet()}>
            <span>
              <Flag grade="unexplained" article={13} />
            </span>
          </Show>
          <For each={said().words}>{(words) => <p class={styles.small}>{words}</p>}</For>
          <Acts activity={props.activity} naming={props.naming} kind={said().due.kind} />
        </Stack>
      </Show>
    </Sheet>
  );
}

function Acts(props: {
  readonly activity: ActivityRecord;
  readonly naming: Naming;
  readonly kind: ReturnType<typeof dueWordsOf>['due']['kind'];
}): JSX.Element {
  const seat = useSeat();
  const mine = (): boolean => mayPlan(seat().record);
  const runs = (): boolean => props.kind === 'open' || props.kind === 'late';
  return (
    <>
      <Show when={props.kind === 'not-finished'}>
        <Line>
          <Button href={`/intake?activity=${props.activity.id}`}>{ACTIVITIES.acts.intake}</Button>
        </Line>
      </Show>
      <Show when={mine() && props.activity.away === null && runs()}>
        <Line>
          <Away activity={props.activity} naming={props.naming} late={props.kind === 'late'} />
        </Line>
      </Show>
      <Show when={mine() && props.kind === 'away' && props.activity.finished}>
        {(finished) => (
          <Line>
            <Return activity={props.activity} naming={props.naming} endedAt={finished().at} />
          </Line>
        )}
      </Show>
    </>
  );
}

interface MoveProps {
  readonly activity: ActivityRecord;
  readonly naming: Naming;
}

function Away(props: MoveProps & { readonly late: boolean }): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const [open, setOpen] = createSignal(false);
  const W = ACTIVITIES.awayDialog;
  return (
    <>
      <Button opens="dialog" onPress={() => void setOpen(true)}>
        {props.late ? W.openLate : W.open}
      </Button>
      <AwayDialog
        open={open()}
        onClose={() => setOpen(false)}
        who={props.naming.person(seat().person)}
        no={formatNumber(props.activity.no, props.naming.numberStyle)}
        onDeclare={async (ground, statement) => {
          const act = () => declareAway(office.desk, seat(), props.activity, ground, statement);
          const words = await attempt(act, markRefusal);
          announce(words ?? W.done, words === undefined ? 'polite' : 'assertive');
          return words;
        }}
      />
    </>
  );
}

function Return(props: MoveProps & { readonly endedAt: NonNullable<ActivityRecord['finished']>['at'] }): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const [open, setOpen] = createSignal(false);
  const W = ACTIVITIES.returnDialog;
  return (
    <>
      <Button opens="dialog" onPress={() => void setOpen(true)}>
        {W.open}
      </Button>
      <ReturnDialog
        open={open()}
        onClose={() => setOpen(false)}
        who={props.naming.person(seat().person)}
        no={formatNumber(props.activity.no, props.naming.numberStyle)}
        endedAt={props.endedAt}
        now={office.now}
        onReturn={async (at) => {
          const words = await attempt(() => markReturned(office.desk, seat(), props.activity, at), markRefusal);
          announce(words ?? W.done, words === undefined ? 'polite' : 'assertive');
          return words;
        }}
      />
    </>
  );
}
