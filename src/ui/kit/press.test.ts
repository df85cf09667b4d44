import { createMemo, createSignal } from 'solid-js';
import { expect, test } from 'vitest';
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
