/** What a key press asks of the frame. No single letters: Chinese input methods eat them. */
export type ShellKey =
  | { readonly kind: 'palette' }
  | { readonly kind: 'page'; readonly index: number }
  | { readonly kind: 'pane'; readonly back: boolean }
  | { readonly kind: 'help' }
  | { readonly kind: 'keep' }
  | { readonly kind: 'print' }
  | { readonly kind: 'primary' };

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

/** Undefined for every key that is not the frame's, and for all keys while an input method is composing. */
export function shellKeyOf(press: KeyPress): ShellKey | undefined {
  if (press.isComposing || press.key === 'Process') return undefined;
  const ctrl = press.ctrlKey || press.metaKey;
  if (press.altKey && !ctrl && !press.shiftKey) {
    // By place: with Alt held, some layouts give another sign for the digit.
    const digit = /^Digit([1-9])$/.exec(press.code)?.[1];
    return digit === undefined ? undefined : { kind: 'page', index: Number(digit) - 1 };
  }
  if (press.altKey) return undefined;
  if (press.key === 'F6' && !ctrl) return { kind: 'pane', back: press.shiftKey };
  if (press.key === 'F1' && !ctrl && !press.shiftKey) return { kind: 'help' };
  if (!ctrl || press.shiftKey) return undefined;
  switch (press.key.toLowerCase()) {
    case 'k':
      return { kind: 'palette' };
    case 's':
      return { kind: 'keep' };
    case 'p':
      return { kind: 'print' };
    case 'enter':
      return { kind: 'primary' };
    default:
      return undefined;
  }
}
