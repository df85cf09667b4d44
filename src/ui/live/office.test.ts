import { createMemo, createRoot, createSignal } from 'solid-js';
import { expect, test } from 'vitest';
import { heldSeat, type SeatedPerson } from './office.ts';

const seated = (name: string): SeatedPerson => ({ record: { name } }) as unknown as SeatedPerson;

test('a screen computed once more while it is being locked sees the last seat, and does not break the lock', () => {
  createRoot((dispose) => {
    const [seat, setSeat] = createSignal<SeatedPerson | null>(seated('王海涛'));
    const onScreen = createMemo(heldSeat(seat));
    expect(onScreen().record.name).toBe('王海涛');
    setSeat(null);
    expect(onScreen().record.name).toBe('王海涛');
    setSeat(seated('李明'));
    expect(onScreen().record.name).toBe('李明');
    dispose();
  });
});

test('where nobody was ever seated there is no seat to see', () => {
  expect(() => heldSeat(() => null)()).toThrow('behind the lock');
});
