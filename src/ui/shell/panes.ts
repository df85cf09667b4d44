/** The panes of a page in reading order: everything in sight that carries `data-pane`. */
const panesOf = (root: ParentNode): readonly HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.checkVisibility());

/** Puts the focus into the next pane, round at the ends. A pane that holds another is left for the inner one first. */
export function focusNextPane(root: ParentNode, back: boolean): void {
  const panes = panesOf(root);
  const focused = document.activeElement;
  const current = panes.findLastIndex((pane) => pane.contains(focused));
  const next = panes[(current + (back ? -1 : 1) + panes.length) % panes.length];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
