import { createMemo, For, type JSX, Show } from 'solid-js';
import type { ActivityRecord } from '../../../domain/records.ts';
import { ACTIVITY_TYPES } from '../../../regulation/activity-types.ts';
import type { ChecklistStep } from '../../../regulation/steps.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import { articleName } from '../../../text/times.ts';
import { Button } from '../../kit/Button.tsx';
import { Table } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Tag } from '../../kit/Words.tsx';
import styles from './Activities.module.css';
import { matterSteps, overlayBand } from './activity-view.ts';

const T = ACTIVITIES.steps;

/** What the footage is to show: the steps of the chosen matters, and apart from them what Arts. 8 to 10 ask. */
export function StepsSheet(props: { readonly activity: ActivityRecord }): JSX.Element {
  const matters = createMemo(() => matterSteps(props.activity.matters));
  const steps = (): readonly ChecklistStep[] => matters().flatMap((matter) => matter.steps);
  return (
    <Sheet
      bare
      low
      title={T.heading}
      sub={matters().length === 0 ? T.offList : T.sub(matters().length, steps().length)}
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
      <Table name={T.table}>
        <Band activity={props.activity} />
        <For each={matters()}>
          {(matter) => (
            <tbody>
              <tr class={styles.group}>
                <th scope="rowgroup" colspan={3}>
                  {matter.title} <span>{matter.carriers}</span>
                </th>
              </tr>
              <For each={matter.steps}>{(step, index) => <StepLine step={step} no={index() + 1} />}</For>
            </tbody>
          )}
        </For>
      </Table>
      <Show when={matters().length === 0}>
        <Note title={T.offList}>
          {T.offListWords}
          {ACTIVITY_TYPES[props.activity.type].notCovered}
        </Note>
      </Show>
      <Legend steps={steps()} />
    </Sheet>
  );
}

function Band(props: { readonly activity: ActivityRecord }): JSX.Element {
  const band = createMemo(() => overlayBand(props.activity));
  return (
    <tbody>
      <tr class={styles.group}>
        <th scope="rowgroup" colspan={3}>
          {T.band} <span>{T.bandSub}</span>
        </th>
      </tr>
      <For
        each={band()}
        fallback={
          <tr>
            <td colspan={3}>{T.overlayNone}</td>
          </tr>
        }
      >
        {(line) => (
          <tr>
            <td class={styles.no}>{articleName(line.article)}</td>
            <td>{line.wording}</td>
            <td class={styles.kind}>{line.done}</td>
          </tr>
        )}
      </For>
      <tr>
        <td class={styles.no}>{articleName(10)}</td>
        <td colspan={2}>{T.contents}</td>
      </tr>
    </tbody>
  );
}

function StepLine(props: { readonly step: ChecklistStep; readonly no: number }): JSX.Element {
  return (
    <tr>
      <td class={styles.no}>{props.no}</td>
      <td>{props.step.wording}</td>
      <td class={styles.kind}>
        {T.kind[props.step.kind]}
        <Show when={props.step.perItem}>
          {' '}
          <Tag>{T.perItem}</Tag>
        </Show>
        <Show when={props.step.deferred}>
          {' '}
          <Tag>{T.deferred}</Tag>
        </Show>
      </td>
    </tr>
  );
}

/** Only what occurs above is explained. */
function Legend(props: { readonly steps: readonly ChecklistStep[] }): JSX.Element {
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
