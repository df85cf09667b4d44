/**
 * A field that is left by pressing something else is left as the button goes down: words that appeared under the field at once would
 * move what is being pressed away, and the press would be lost. They wait until it is over.
 */
export function afterPress(show: () => void): void {
  if (document.querySelector(':active') === null) {
    show();
    return;
  }
  const over = new AbortController();
  const end = (): void => {
    over.abort();
    // The click itself comes after its pointer was let go of.
    setTimeout(show);
  };
  for (const event of ['pointerup', 'pointercancel', 'click'])
    document.addEventListener(event, end, { capture: true, signal: over.signal });
}
