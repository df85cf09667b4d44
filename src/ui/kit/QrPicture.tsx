import { createMemo, type JSX } from 'solid-js';
import { encode } from 'uqr';
import styles from './QrPicture.module.css';

/** A code to be scanned from the screen: dark on light in either theme. */
export function QrPicture(props: { readonly text: string; readonly label: string }): JSX.Element {
  // Level L: a screen is neither folded nor stained, and larger modules are read from farther away.
  const drawn = createMemo(() => {
    const { data, size } = encode(props.text, { ecc: 'L', border: 4 });
    const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
    return { size, path };
  });
  return (
    <svg
      class={styles.qr}
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${drawn().size} ${drawn().size}`}
      shape-rendering="crispEdges"
    >
      <path d={drawn().path} fill="currentColor" />
    </svg>
  );
}
