import * as Kobalte from '@kobalte/core/dialog';
import { type JSX, Show } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import { cx } from './cx.ts';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly open: boolean;
  /** Esc, the button 关闭 and a press outside call it. Closing loses nothing: keep drafts outside the dialog. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children: JSX.Element;
  /** Buttons; the safe one first. */
  readonly foot?: JSX.Element | undefined;
  readonly wide?: boolean | undefined;
  /** `foot` of the window on phones: the sheet behind 更多. */
  readonly place?: 'middle' | 'top' | 'bottom' | undefined;
  /** A press outside does not close it: signing, long forms. */
  readonly firm?: boolean | undefined;
  /** Focus on opening; without it, the first thing that takes focus. */
  readonly focus?: (() => HTMLElement | undefined) | undefined;
}

/** Modal; focus stays inside and goes back on closing. Use it only where the page itself can't hold the question. */
export function Dialog(props: DialogProps): JSX.Element {
  let opener: Element | null = null;
  return (
    <Kobalte.Root open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class={styles.veil} />
        <div class={cx(styles.place, styles[props.place ?? 'middle'])}>
          <Kobalte.Content
            class={cx(styles.dialog, props.wide && styles.wide)}
            onOpenAutoFocus={(event) => {
              opener = document.activeElement;
              const target = props.focus?.();
              if (!target) return;
              event.preventDefault();
              target.focus();
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              // What opened it may be gone with the page it led away from.
              if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
            }}
            onInteractOutside={(event) => props.firm && event.preventDefault()}
          >
            <div class={styles.head}>
              <Kobalte.Title class={styles.title}>{props.title}</Kobalte.Title>
              <Kobalte.CloseButton class={styles.close}>{KIT.close}</Kobalte.CloseButton>
            </div>
            <div class={styles.body}>{props.children}</div>
            <Show when={props.foot}>{(foot) => <div class={styles.foot}>{foot()}</div>}</Show>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}
