import { createMemo, type JSX, Show } from 'solid-js';
import type { RegisterRow } from '../../../domain/ports/read-model.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import { REGISTER } from '../../../text/register.ts';
import { Button } from '../../kit/Button.tsx';
import { SelectionBar } from '../../kit/SelectionBar.tsx';
import styles from './register.module.css';
import { handoverHindrance, selectedWords } from './register-view.ts';

/** An address of more ids than this would be cut short on a reload. */
const MOST_IN_ADDRESS = 100;

export interface SelectedActsProps {
  readonly rows: readonly RegisterRow[];
  readonly roles: PersonRecord['roles'];
  readonly onClear: () => void;
  readonly onCheck: () => Promise<void>;
}

/** What can be done with the selected: check the copies, print their lines, hand them over. */
export function SelectedActs(props: SelectedActsProps): JSX.Element {
  const ids = createMemo(() => props.rows.map((row) => row.id).join(','));
  const hindrance = createMemo(() => handoverHindrance(props.rows, props.roles));
  const stored = (): boolean => props.rows.some((row) => row.copies > 0);
  const tooMany = (): string | undefined =>
    props.rows.length > MOST_IN_ADDRESS ? REGISTER.printTooMany(MOST_IN_ADDRESS) : undefined;
  return (
    <SelectionBar count={props.rows.length} words={selectedWords(props.rows)} onClear={props.onClear}>
      <Why words={stored() ? undefined : REGISTER.allWithoutCopies} />
      <Button
        size="s"
        cannot={stored() ? undefined : REGISTER.allWithoutCopies}
        reasonAt="hidden"
        onPress={props.onCheck}
      >
        {REGISTER.check}
      </Button>
      <Why words={tooMany()} />
      <Button size="s" href={`/print/F4?recordings=${ids()}`} cannot={tooMany()} reasonAt="hidden">
        {REGISTER.printSelected}
      </Button>
      <Why words={hindrance()} />
      <Button size="s" href={`/handover/new?recordings=${ids()}`} cannot={hindrance()} reasonAt="hidden">
        {REGISTER.handover}
      </Button>
    </SelectionBar>
  );
}

/** Why a button beside it can't work, in the bar's own ink: a button's reason is written for paper. */
const Why = (props: { readonly words: string | undefined }): JSX.Element => (
  <Show when={props.words}>
    <span class={styles.why} aria-hidden="true">
      {props.words}
    </span>
  </Show>
);
