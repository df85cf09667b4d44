import { createComputed, For, type JSX, Show } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { FIELD } from '../../../text/field.ts';
import styles from './Field.module.css';
import type { LastMark, Taken } from './site-view.ts';

export interface LastMarksProps {
  readonly marks: readonly LastMark[];
  readonly onUndo: (taken: Taken, title: string) => void;
}

/** What was just recorded, newest first. For ten seconds one's own can be taken back here. */
export function LastMarks(props: LastMarksProps): JSX.Element {
  const T = FIELD.marks;
  // The clock ticks once a second; lines keep their elements all the same.
  const [shown, setShown] = createStore<{ list: LastMark[] }>({ list: [] });
  createComputed(() => setShown('list', reconcile([...props.marks], { key: 'id' })));
  return (
    <ol class={styles.marks} aria-label={T.heading}>
      <For each={shown.list} fallback={<li class={styles.none}>{T.none}</li>}>
        {(line) => (
          <li>
            <span>{line.at}</span>
            <b classList={{ [styles.struck ?? '']: line.withdrawn }}>{line.title}</b>
            <Show when={line.undo} fallback={<small>{line.words}</small>}>
              {(taken) => (
                <button
                  type="button"
                  class={styles.undo}
                  aria-label={T.undoOf(line.title)}
                  onClick={() => props.onUndo(taken(), line.title)}
                >
                  {T.undo}
                </button>
              )}
            </Show>
          </li>
        )}
      </For>
    </ol>
  );
}
