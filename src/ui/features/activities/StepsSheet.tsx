import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { ActivityRecord } from '../../../domain/records.ts';
import { ACTIVITY_TYPES } from '../../../regulation/activity-types.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import { DESK } from '../../../text/activity-desk.ts';
import type { StepToShow } from '../../../usecases/steps-to-show.ts';
import { Button } from '../../kit/Button.tsx';
import { Table } from '../../kit/Layout.tsx';
import type { Row } from '../../kit/matter-view.ts';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Tag } from '../../kit/Words.tsx';
import { StateMatter } from '../../live/MatterDialog.tsx';
import { OfferRow } from '../../live/OfferRow.tsx';
import { useSeat } from '../../live/office.ts';
import styles from './Activities.module.css';
import { groupHead } from './activity-view.ts';
import { BandRows } from './BandRows.tsx';
import { type DeskPart, isOfficerOf } from './desk-acts.ts';
import { MatterRow } from './MatterRow.tsx';
import { StepDialog } from './StepDialog.tsx';
import { type StepLine, type StepMarkLine, standingWords, stepLines } from './steps-view.ts';
import { WithdrawMark } from './WithdrawMark.tsx';

const T = ACTIVITIES.steps;
const W = DESK.steps;

interface Asked {
  readonly step: StepToShow;
  /** null: a new mark; else the one to strike out. */
  readonly line: StepMarkLine | null;
}

/** What the footage is to show: the steps of the chosen matters with their marks, and apart from them what Arts. 8 to 10 ask. */
export function StepsSheet(props: DeskPart): JSX.Element {
  const seat = useSeat();
  const activity = (): ActivityRecord => props.judged.records.activity;
  const groups = createMemo(() =>
    props.judged.groups.map((group) => ({
      ...groupHead(group),
      of: group,
      standing: standingWords(props.judged, group),
      steps: group.steps,
      lines: stepLines(group.steps, props.judged, seat().person, props.naming),
    })),
  );
  const steps = (): readonly StepToShow[] => groups().flatMap((group) => group.steps);
  const [asked, setAsked] = createSignal<Asked>();
  const [filling, setFilling] = createSignal<Row>();
  const close = (): void => void setAsked(undefined);
  return (
    <Sheet
      bare
      low
      title={T.heading}
      sub={activity().matters.length === 0 ? T.offList : T.sub(groups().length, steps().length)}
      aside={
        <>
          <Button size="s" look="quiet" href="/print/F1/working">
            {ACTIVITIES.acts.printWorking}
          </Button>
          <Button size="s" look="quiet" href="/print/F1/original">
            {ACTIVITIES.acts.printAsPrinted}
          </Button>
        </>
      }
    >
      <Show when={isOfficerOf(props, seat().record)}>
        <OfferRow activity={activity()} course={props.judged.records.course} />
      </Show>
      <Table name={T.table}>
        <BandRows {...props} />
        <For each={groups()}>
          {(group) => (
            <tbody>
              <tr class={styles.group}>
                <th scope="rowgroup" colspan={3}>
                  {group.title} <span>{group.sub}</span>{' '}
                  <Tag tone={group.standing.good ? 'good' : 'wait'}>{group.standing.words}</Tag>
                </th>
              </tr>
              <MatterRow {...props} group={group.of} onFill={setFilling} />
              <For each={group.lines}>
                {(line, index) => (
                  <StepRow
                    line={line}
                    no={index() + 1}
                    may={isOfficerOf(props, seat().record)}
                    onAsk={(mark) => setAsked({ step: line.step, line: mark })}
                  />
                )}
              </For>
            </tbody>
          )}
        </For>
      </Table>
      <Show when={groups().length === 0}>
        <Note title={T.offList}>
          {T.offListWords}
          {ACTIVITY_TYPES[activity().type].notCovered}
        </Note>
      </Show>
      <Legend steps={steps()} />
      <Show keyed when={filling()}>
        {(row) => (
          <StateMatter
            activity={activity()}
            course={props.judged.records.course}
            row={row}
            onClose={() => setFilling(undefined)}
          />
        )}
      </Show>
      <Show keyed when={asked()}>
        {({ step, line }) => (
          <Show when={line} fallback={<StepDialog {...props} step={step} onClose={close} />}>
            {(line) => <WithdrawMark {...props} what={step.wording} mark={line().mark} onClose={close} />}
          </Show>
        )}
      </Show>
    </Sheet>
  );
}

function StepRow(props: {
  readonly line: StepLine;
  readonly no: number;
  readonly may: boolean;
  readonly onAsk: (mark: StepMarkLine | null) => void;
}): JSX.Element {
  const step = (): StepToShow => props.line.step;
  return (
    <tr>
      <td class={styles.no}>{props.no}</td>
      <td class={styles.step}>
        {step().wording}
        <span class={styles.hint}>
          {T.kind[step().kind]}
          <Show when={step().perItem}>
            {' '}
            <Tag>{T.perItem}</Tag>
          </Show>
          <Show when={step().deferred}>
            {' '}
            <Tag>{T.deferred}</Tag>
          </Show>
        </span>
      </td>
      <td class={styles.step}>
        <For each={props.line.marks} fallback={<span class={styles.small}>{W.none}</span>}>
          {(mark) => <MarkWords mark={mark} step={step().wording} onWithdraw={() => props.onAsk(mark)} />}
        </For>
        <Show when={props.may}>
          <Button
            size="s"
            look="quiet"
            opens="dialog"
            name={W.aboutStep(props.line.open ? W.mark : W.markMore, step().wording)}
            onPress={() => props.onAsk(null)}
          >
            {props.line.open ? W.mark : W.markMore}
          </Button>
        </Show>
      </td>
    </tr>
  );
}

function MarkWords(props: {
  readonly mark: StepMarkLine;
  readonly step: string;
  readonly onWithdraw: () => void;
}): JSX.Element {
  return (
    <div class={`${styles.small} ${styles.mark}`}>
      <Show when={!props.mark.withdrawn} fallback={<s>{props.mark.words}</s>}>
        {props.mark.words}
      </Show>
      <Show when={props.mark.withdrawn}>
        {' '}
        <Tag tone="wait">{W.withdrawn}</Tag>
      </Show>
      <Show when={props.mark.own}>
        {' '}
        <Button
          size="s"
          look="quiet"
          opens="dialog"
          name={W.aboutStep(W.withdraw, props.step)}
          onPress={props.onWithdraw}
        >
          {W.withdraw}
        </Button>
      </Show>
    </div>
  );
}

/** Only what occurs above is explained. */
function Legend(props: { readonly steps: readonly StepToShow[] }): JSX.Element {
  const words = createMemo(() => [
    ...(['required', 'conditional', 'oneOrMore'] as const)
      .filter((kind) => props.steps.some((step) => step.kind === kind))
      .map((kind) => T.kindHint[kind]),
    ...(props.steps.some(({ perItem }) => perItem) ? [T.perItemHint] : []),
    ...(props.steps.some(({ deferred }) => deferred) ? [T.deferredHint] : []),
  ]);
  return (
    <Show when={words().length > 0}>
      <p class={styles.legend}>{words().join(T.legendJoin)}</p>
    </Show>
  );
}
