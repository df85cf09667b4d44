import type { JSX } from 'solid-js';
import styles from './BrandMark.module.css';

/** A bound book whose page is a staff gauge standing in water. */
export function BrandMark(): JSX.Element {
  return (
    <svg class={styles.mark} viewBox="0 0 36 40" aria-hidden="true" fill="none" stroke="currentColor">
      <rect x="1.5" y="1.5" width="33" height="37" stroke-width="3" />
      <path d="M8 2v36" stroke-width="2" />
      <path d="M8 8h6M8 14h10M8 20h6M8 26h10M8 32h6" stroke-width="2.5" />
      <path d="M21 28c2-2 4-2 6 0s4 2 6 0M21 33c2-2 4-2 6 0s4 2 6 0" stroke-width="2" />
    </svg>
  );
}
