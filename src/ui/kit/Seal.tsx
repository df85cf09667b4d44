import { type JSX, Show } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import { cx } from './cx.ts';
import styles from './Seal.module.css';
import { sealColumns } from './seal-columns.ts';

/** Who signed. A station's machine has a square of its own, never a person's seal. `none` is a place still to be signed. */
export type SealMark =
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'station'; readonly code: string }
  | { readonly kind: 'none' };

export interface SealProps {
  readonly mark: SealMark;
  readonly size?: 'm' | 'l' | undefined;
  /** Just signed: appears once as a stamp. */
  readonly fresh?: boolean | undefined;
}

/**
 * The mark of an electronic signature that this machine has verified: draw it only then. It is hidden from screen readers, so words
 * beside it say who, when and with which key. Never printed. `data-seal="plain"` on the root turns name seals into 签 squares.
 */
export function Seal(props: SealProps): JSX.Element {
  const columns = (): readonly [string, string] | undefined =>
    props.mark.kind === 'person'
      ? sealColumns(props.mark.name, { long: KIT.seal.suffix, short: KIT.seal.suffixShort })
      : undefined;
  const dense = (): boolean => Array.from(columns()?.[0] ?? '').length > 2;
  const base = (): string => cx(styles.seal, props.size === 'l' && styles.l, props.fresh && styles.fresh);
  return (
    <Show
      when={props.mark.kind === 'person'}
      fallback={
        <Show when={props.mark.kind === 'station' && props.mark} fallback={<Empty class={cx(base(), styles.empty)} />}>
          {(mark) => (
            <span class={cx(base(), styles.station)} aria-hidden="true">
              <span class={styles.code}>{mark().code}</span>
              <span class={styles.place}>{KIT.seal.station}</span>
            </span>
          )}
        </Show>
      }
    >
      <span class={cx(base(), styles.person, dense() && styles.dense)} aria-hidden="true">
        <Show when={columns()} fallback={<span class={styles.plainOnly}>{KIT.seal.plain}</span>}>
          {(pair) => (
            <>
              <span class={styles.name}>
                {pair()[0]}
                <br />
                {pair()[1]}
              </span>
              <span class={styles.plain}>{KIT.seal.plain}</span>
            </>
          )}
        </Show>
      </span>
    </Show>
  );
}

function Empty(props: { readonly class: string }): JSX.Element {
  return (
    <span class={props.class} aria-hidden="true">
      {KIT.seal.waiting}
    </span>
  );
}
