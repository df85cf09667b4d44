import { createEffect, For, type JSX, Show } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import type { FieldFault } from './checks.ts';
import styles from './FaultList.module.css';

const BOXES = 'input, select, textarea, button, [tabindex]';

/** Takes the person to the field of that id, or to the first box of a group. */
export function goToField(id: string): void {
  const target = document.getElementById(id);
  const box = target?.matches(BOXES) ? target : target?.querySelector<HTMLElement>(BOXES);
  box?.focus();
  box?.scrollIntoView({ block: 'center' });
}

export interface FaultListProps {
  /** A new array takes the focus, so that the list is heard and seen after a submit that failed. */
  readonly faults: readonly FieldFault[];
}

/** All that is to be mended, on top of the form; each is a link to its field. */
export function FaultList(props: FaultListProps): JSX.Element {
  let box: HTMLElement | undefined;
  createEffect(() => {
    if (props.faults.length === 0) return;
    box?.focus();
    box?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <Show when={props.faults.length > 0}>
      <section
        class={styles.list}
        tabindex="-1"
        role="alert"
        ref={(el) => {
          box = el;
        }}
      >
        <h2>{KIT.faults(props.faults.length)}</h2>
        <p class={styles.hint}>{KIT.faultsHint}</p>
        <ul>
          <For each={props.faults}>
            {(fault) => (
              <li>
                <a
                  href={`#${fault.id}`}
                  on:click={(event: MouseEvent) => {
                    // The router must not take it for a page.
                    event.preventDefault();
                    goToField(fault.id);
                  }}
                >
                  {fault.label}
                </a>
                {KIT.faultWords(fault.words)}
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
