import { For, type JSX, Show } from 'solid-js';
import { DESK } from '../../text/activity-desk.ts';
import { Button } from './Button.tsx';
import styles from './FindingCard.module.css';
import type { FindingLine } from './finding-line.ts';
import { Flag, Tag } from './Words.tsx';

const T = DESK.findings;

export interface FindingListProps {
  readonly name: string;
  readonly lines: readonly FindingLine[];
  readonly onAnswer: (line: FindingLine) => void;
  readonly onDecide: (line: FindingLine) => void;
  readonly onAcknowledge: (line: FindingLine) => void;
}

/** Findings one under another: article and fact, who must answer, what was said, and the act that is this person's. */
export function FindingList(props: FindingListProps): JSX.Element {
  return (
    <ul class={styles.list} aria-label={props.name}>
      <For each={props.lines}>
        {(line) => (
          <li>
            <div class={styles.top}>
              <Show
                when={line.flag !== 'unexplained' && line.flag}
                fallback={<Flag grade="unexplained" article={line.finding.article} />}
              >
                {(grade) => <Flag grade={grade()}>{grade() === 'breach' ? undefined : line.head}</Flag>}
              </Show>
              <Tag tone={line.standing === 'to-explain' ? 'wait' : 'plain'}>{line.standingWords}</Tag>
            </div>
            <div class={styles.fact}>{line.fact}</div>
            <div class={styles.second}>{line.quote}</div>
            <For each={line.said}>{(words) => <div class={styles.second}>{words}</div>}</For>
            <Show when={line.standing === 'to-explain'}>
              <div class={styles.second}>{line.answeredBy}</div>
            </Show>
            <Acts {...props} line={line} />
          </li>
        )}
      </For>
    </ul>
  );
}

function Acts(
  props: Pick<FindingListProps, 'onAnswer' | 'onDecide' | 'onAcknowledge'> & { readonly line: FindingLine },
): JSX.Element {
  const answer = (): string => (props.line.said.length === 0 ? T.answer : T.answerMore);
  const decided = (): boolean => props.line.standing !== 'to-explain' && props.line.standing !== 'answered';
  const decide = (): string => (decided() ? T.decideAgain : T.decide);
  return (
    <Show when={props.line.mayAnswer || props.line.toAcknowledge !== null || props.line.cannotDecide !== null}>
      <div class={styles.acts}>
        <Show when={props.line.toAcknowledge !== null}>
          <Button
            size="s"
            opens="dialog"
            name={T.about(T.acknowledge, props.line.fact)}
            onPress={() => props.onAcknowledge(props.line)}
          >
            {T.acknowledge}
          </Button>
        </Show>
        <Show when={props.line.mayAnswer}>
          <Button
            size="s"
            opens="dialog"
            name={T.about(answer(), props.line.fact)}
            onPress={() => props.onAnswer(props.line)}
          >
            {answer()}
          </Button>
        </Show>
        <Show when={props.line.cannotDecide !== null}>
          <Button
            size="s"
            opens="dialog"
            name={T.about(decide(), props.line.fact)}
            cannot={props.line.cannotDecide ?? undefined}
            onPress={() => props.onDecide(props.line)}
          >
            {decide()}
          </Button>
        </Show>
      </div>
    </Show>
  );
}
