import { createMemo, For, type JSX, Show } from 'solid-js';
import { MATTER } from '../../../text/matter.ts';
import { timeWithoutYear } from '../../../text/times.ts';
import type { StepGroup } from '../../../usecases/steps-to-show.ts';
import { Button } from '../../kit/Button.tsx';
import { hasMatterForm, type Row } from '../../kit/matter-view.ts';
import { statedOf, statementWords, typedWords } from '../../kit/matter-words.ts';
import { useSeat } from '../../live/office.ts';
import styles from './Activities.module.css';
import { matterName } from './activity-form-view.ts';
import { type DeskPart, isOfficerOf } from './desk-acts.ts';
import { signerOf } from './gaps-view.ts';

interface MatterRowProps extends DeskPart {
  readonly group: StepGroup;
  /** The form stands outside the rows: they are drawn anew as marks come. */
  readonly onFill: (row: Row) => void;
}

/** What a row asks beyond its steps, and what was stated; nothing where it asks no more. */
export function MatterRow(props: MatterRowProps): JSX.Element {
  const row = (): Row | undefined =>
    props.group.kind === 'matter' && hasMatterForm(props.group.row) ? props.group.row : undefined;
  return <Show when={row()}>{(known) => <Stated {...props} row={known()} />}</Show>;
}

function Stated(props: MatterRowProps & { readonly row: Row }): JSX.Element {
  const seat = useSeat();
  const course = () => props.judged.records.course;
  const stated = createMemo(() => statedOf(props.row, course()));
  const words = createMemo((): readonly string[] => {
    const known = stated();
    if (known === null) return [];
    const said = course()?.matterLines?.find((one) => one.row === props.row);
    const who =
      said === undefined ? [] : [MATTER.stated(signerOf(said.signed, props.naming), timeWithoutYear(said.signed.at))];
    const typed = typedWords(props.row, course());
    return [
      statementWords(known, props.naming.person),
      ...(typed === null ? [MATTER.elsewhere] : typed.length === 0 ? [] : [typed.join(MATTER.join)]),
      ...who,
    ];
  });
  const act = (): string => (stated() === null ? MATTER.fill : MATTER.again);
  return (
    <tr>
      <td class={styles.no} />
      <td colspan={2} class={styles.step}>
        <For each={words()}>{(line) => <span class={styles.line}>{line}</span>}</For>
        <Show when={isOfficerOf(props, seat().record)}>
          <Button
            size="s"
            opens="dialog"
            name={MATTER.about(act(), matterName(props.row))}
            onPress={() => props.onFill(props.row)}
          >
            {act()}
          </Button>
        </Show>
      </td>
    </tr>
  );
}
