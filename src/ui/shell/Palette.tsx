import { createEffect, createSignal, createUniqueId, For, type JSX, on, Show } from 'solid-js';
import { SHELL } from '../../text/shell.ts';
import { cx } from '../kit/cx.ts';
import { Dialog } from '../kit/Dialog.tsx';
import styles from './Palette.module.css';
import { type Command, matching } from './palette-model.ts';

export interface PaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly commands: readonly Command[];
  /** Records found for the last query, best first; the page that knows the book gives them. */
  readonly found: readonly Command[];
  readonly onQuery: (query: string) => void;
}

/** Ctrl+K: one line to type into, records and commands below it. */
export function Palette(props: PaletteProps): JSX.Element {
  const [query, setQuery] = createSignal('');
  const [at, setAt] = createSignal(0);
  const prefix = createUniqueId();
  let box: HTMLInputElement | undefined;
  const found = (): readonly Command[] => (query().trim() === '' ? [] : props.found);
  const commands = (): readonly Command[] => matching(props.commands, query());
  const all = (): readonly Command[] => [...found(), ...commands()];
  const type = (text: string): void => {
    setQuery(text);
    setAt(0);
    props.onQuery(text);
  };
  createEffect(
    on(
      () => props.open,
      (open) => open || type(''),
      { defer: true },
    ),
  );
  const run = (command: Command | undefined): void => {
    if (!command) return;
    props.onClose();
    command.run();
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const last = all().length - 1;
    const moves: Record<string, number> = { ArrowDown: Math.min(last, at() + 1), ArrowUp: Math.max(0, at() - 1) };
    const to = moves[event.key];
    if (to !== undefined) setAt(to);
    else if (event.key === 'Enter') run(all()[at()]);
    else return;
    event.preventDefault();
    document.getElementById(`${prefix}-${at()}`)?.scrollIntoView({ block: 'nearest' });
  };
  const group = (name: string, list: readonly Command[], from: number): JSX.Element => (
    <Show when={list.length > 0}>
      {/* biome-ignore lint/a11y/useSemanticElements: a list box groups its options by role only */}
      <div class={styles.group} role="group" aria-label={name}>
        <p aria-hidden="true">{name}</p>
        <For each={list}>
          {(command, i) => (
            <Entry
              id={`${prefix}-${from + i()}`}
              command={command}
              on={at() === from + i()}
              onRun={() => run(command)}
            />
          )}
        </For>
      </div>
    </Show>
  );
  return (
    <Dialog open={props.open} onClose={props.onClose} title={SHELL.palette.title} place="top" focus={() => box}>
      <input
        ref={(el) => {
          box = el;
        }}
        class={styles.box}
        type="text"
        role="combobox"
        aria-label={SHELL.palette.label}
        aria-expanded="true"
        aria-controls={`${prefix}-list`}
        aria-activedescendant={all().length > 0 ? `${prefix}-${at()}` : undefined}
        aria-autocomplete="list"
        autocomplete="off"
        spellcheck={false}
        placeholder={SHELL.palette.hint}
        value={query()}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={keys}
      />
      <div id={`${prefix}-list`} class={styles.list} role="listbox" aria-label={SHELL.palette.title}>
        {group(SHELL.palette.found, found(), 0)}
        {group(SHELL.palette.commands, commands(), found().length)}
      </div>
      <p class={styles.count} role="status">
        {all().length === 0 ? SHELL.palette.nothing : SHELL.palette.counted(all().length)}
      </p>
    </Dialog>
  );
}

function Entry(props: {
  readonly id: string;
  readonly command: Command;
  readonly on: boolean;
  readonly onRun: () => void;
}): JSX.Element {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the keys and names the active entry
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box
    <div
      id={props.id}
      class={cx(styles.entry, props.on && styles.on)}
      role="option"
      aria-selected={props.on}
      onClick={() => props.onRun()}
    >
      <span>{props.command.words}</span>
      <Show when={props.command.sub}>
        <span class={styles.sub}>{props.command.sub}</span>
      </Show>
      <Show when={props.command.keys}>
        <kbd>{props.command.keys}</kbd>
      </Show>
    </div>
  );
}
