import { expect, test } from 'vitest';
import { type KeyPress, shellKeyOf } from './shell-keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
});

test('every key of the frame is known', () => {
  expect(shellKeyOf(press('k', { ctrlKey: true }))).toEqual({ kind: 'palette' });
  expect(shellKeyOf(press('K', { metaKey: true }))).toEqual({ kind: 'palette' });
  expect(shellKeyOf(press('3', { altKey: true, code: 'Digit3' }))).toEqual({ kind: 'page', index: 2 });
  expect(shellKeyOf(press('F6'))).toEqual({ kind: 'pane', back: false });
  expect(shellKeyOf(press('F6', { shiftKey: true }))).toEqual({ kind: 'pane', back: true });
  expect(shellKeyOf(press('F1'))).toEqual({ kind: 'help' });
  expect(shellKeyOf(press('s', { ctrlKey: true }))).toEqual({ kind: 'keep' });
  expect(shellKeyOf(press('p', { ctrlKey: true }))).toEqual({ kind: 'print' });
  expect(shellKeyOf(press('Enter', { ctrlKey: true }))).toEqual({ kind: 'primary' });
});

test('a single letter is never a command', () => {
  for (const key of ['k', 's', 'p', 'Enter', '1', ' ']) expect(shellKeyOf(press(key))).toBeUndefined();
});

test('nothing is taken while an input method is composing', () => {
  expect(shellKeyOf(press('k', { ctrlKey: true, isComposing: true }))).toBeUndefined();
  expect(shellKeyOf(press('Process', { ctrlKey: true }))).toBeUndefined();
});

test('other chords stay the browser’s', () => {
  expect(shellKeyOf(press('k', { ctrlKey: true, shiftKey: true }))).toBeUndefined();
  expect(shellKeyOf(press('k', { ctrlKey: true, altKey: true }))).toBeUndefined();
  expect(shellKeyOf(press('0', { altKey: true, code: 'Digit0' }))).toBeUndefined();
});
