import { createMemo, createSignal } from 'solid-js';
import { expect, test } from 'vitest';
import { Fault } from '../../base/fault.ts';
import { faultLine } from '../../text/fault-line.ts';
import { createPress } from './press.ts';

test('a condition written into JSX is asked at a press and computed no more afterwards', async () => {
  const [person, setPerson] = createSignal<string | null>('seated');
  let [computed, pressed] = [0, 0];
  const press = createPress({
    get cannot() {
      // What the compiler makes of a condition in a property.
      return createMemo(() => {
        computed += 1;
        return person() === null ? 'nobody' : undefined;
      })();
    },
    onPress: () => {
      pressed += 1;
    },
  });
  await press.onClick({ preventDefault: () => undefined } as MouseEvent);
  expect([computed, pressed]).toEqual([1, 1]);
  setPerson(null);
  expect(computed).toBe(1);
});

const click = { preventDefault: () => undefined } as MouseEvent;

test('a press that came to grief on the world says on what, until it is pressed again', async () => {
  let isReadOnly = true;
  const press = createPress({
    onPress: async () => {
      if (isReadOnly) throw new Fault('medium-unwritable');
    },
  });
  await press.onClick(click);
  expect(press.trouble()).toBe(faultLine('medium-unwritable'));
  expect(press.busy()).toBe(false);
  isReadOnly = false;
  await press.onClick(click);
  expect(press.trouble()).toBeUndefined();
});

test('a bug is said too, and thrown on; what was stopped on purpose is no trouble', async () => {
  const bug = createPress({ onPress: () => Promise.reject(new TypeError('not a function')) });
  await expect(bug.onClick(click)).rejects.toThrow('not a function');
  expect(bug.trouble()).toBe(faultLine('unexpected'));
  const stopped = createPress({ onPress: () => Promise.reject(new DOMException('closed', 'AbortError')) });
  await stopped.onClick(click);
  expect(stopped.trouble()).toBeUndefined();
});
