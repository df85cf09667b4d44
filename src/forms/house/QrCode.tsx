import type { JSX } from 'solid-js';
import { drawQr } from './stamp.ts';

export function QrCode(props: { readonly text: string; readonly label: string }): JSX.Element {
  const drawing = drawQr(props.text);
  return (
    <svg
      class="qr"
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${drawing.size} ${drawing.size}`}
      shape-rendering="crispEdges"
    >
      <path d={drawing.path} fill="#000" />
    </svg>
  );
}
