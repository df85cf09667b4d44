import type { JSX } from 'solid-js';
import styles from './Announcer.module.css';

/** Words for screen readers only, where sight tells the same by place or shape. */
export function Hidden(props: { readonly children: JSX.Element }): JSX.Element {
  return <span class={styles.region}>{props.children}</span>;
}
