/**
 * Puts text on the clipboard with the copy command: it needs no permission, and no device is taken from the air. Must be
 * called during a press of a button. Rejects where the browser refuses, so that the text can be shown instead.
 */
export async function copyText(text: string): Promise<void> {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  if (!copied) throw new DOMException('the copy command was refused', 'NotAllowedError');
}
