import { createSignal, createUniqueId, For, type JSX, onCleanup, Show } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { KIT } from '../../text/kit.ts';
import { Button } from './Button.tsx';
import { PasswordField } from './PasswordField.tsx';
import styles from './SignBox.module.css';

export interface Signer {
  readonly id: string;
  readonly name: string;
}

export interface SignBoxProps {
  /** Who, what, scope, time, as one sentence; stands after 您将签署：. */
  readonly sentence: JSX.Element;
  /** How to correct it later: 要改变主意，只能另签一条“撤回”。 */
  readonly correction: string;
  /** The act on the button, after 签署：: 同意查阅. Never 确定. */
  readonly act: string;
  /** Who types a passphrase, in this order; none for routine marks under an unlocked key. */
  readonly signers: readonly Signer[];
  /** What else is missing, before passphrases are asked for. */
  readonly cannot?: string | undefined;
  /** By signer id: 口令不对，还可以试 4 次. */
  readonly faults?: Readonly<Partial<Record<string, string>>> | undefined;
  /** Gets the passphrases by signer id. They are forgotten once it settles, whatever came of it. */
  readonly onSign: (passphrases: Readonly<Record<string, string>>) => Promise<unknown>;
  /** The way out that loses nothing: 先不签，存草稿. */
  readonly wayOut: JSX.Element;
}

/**
 * An act that can't be undone (ui.md §7). Nothing here is the default of Enter: in a passphrase it goes on to the next one, then
 * to the button, and never presses it.
 */
export function SignBox(props: SignBoxProps): JSX.Element {
  const prefix = createUniqueId();
  const [typed, setTyped] = createStore<Record<string, string>>({});
  const [signing, setSigning] = createSignal(false);
  const boxes = new Map<string, HTMLInputElement>();
  let button: HTMLElement | undefined;
  const forget = (): void => setTyped(reconcile({}));
  onCleanup(forget);

  const missing = (): string | undefined => {
    if (props.cannot !== undefined) return props.cannot;
    const names = props.signers.filter((signer) => (typed[signer.id] ?? '') === '').map((signer) => signer.name);
    return names.length === 0 || signing() ? undefined : KIT.sign.missing(names);
  };
  const onward = (from: number): void => {
    const next = props.signers[from + 1];
    (next ? boxes.get(next.id) : button)?.focus();
  };
  const sign = async (): Promise<void> => {
    setSigning(true);
    try {
      await props.onSign({ ...typed });
    } finally {
      forget();
      setSigning(false);
    }
  };
  return (
    <div class={styles.box}>
      <div class={styles.says}>
        <p>
          {KIT.sign.willSign}
          <b>{props.sentence}</b>
        </p>
        <p class={styles.after}>
          {KIT.sign.cannotChange}
          {props.correction}
        </p>
      </div>
      <div class={styles.row}>
        <For each={props.signers}>
          {(signer, index) => (
            <PasswordField
              id={`${prefix}-${signer.id}`}
              label={KIT.sign.passphraseOf(signer.name)}
              width="16.25rem"
              value={typed[signer.id] ?? ''}
              fault={props.faults?.[signer.id]}
              ref={(el) => boxes.set(signer.id, el)}
              onInput={(text) => setTyped(signer.id, text)}
              onEnter={() => onward(index())}
            />
          )}
        </For>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it only stops a held key */}
        <div
          class={styles.acts}
          onKeyDown={(event) => {
            // Enter held down in the last passphrase would go on repeating here, and sign.
            if (event.repeat) event.preventDefault();
          }}
        >
          <Button
            look="primary"
            size="l"
            cannot={missing()}
            reasonAt="under"
            onPress={sign}
            ref={(el) => {
              button = el;
            }}
          >
            <Show when={signing()} fallback={KIT.sign.act(props.act)}>
              {KIT.sign.signing}
            </Show>
          </Button>
          {props.wayOut}
        </div>
      </div>
    </div>
  );
}
