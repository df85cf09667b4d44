import { createRoot, createSignal } from 'solid-js';
import { expect, test } from 'vitest';
import { type Instant, plusMs, toInstant } from '../../domain/time.ts';
import { createIdleLock, isIdle } from './idle-lock.ts';

const START = toInstant(Date.UTC(2026, 2, 5, 1));
const MINUTE = 60_000;

function desk(minutes = 10) {
  const hands = new EventTarget();
  let locked = 0;
  const { setNow, setMinutes, dispose } = createRoot((end) => {
    const [now, set] = createSignal<Instant>(START);
    const [most, setMost] = createSignal(minutes);
    createIdleLock(most, () => locked++, now, hands);
    return { setNow: set, setMinutes: setMost, dispose: end };
  });
  return {
    at: (ms: number) => setNow(plusMs(START, ms)),
    touch: (sign: string) => hands.dispatchEvent(new Event(sign)),
    setMinutes,
    locked: () => locked,
    dispose,
  };
}

test('the desk locks after the minutes that were set, and only once', () => {
  const { at, locked } = desk();
  at(10 * MINUTE - 1000);
  expect(locked()).toBe(0);
  at(10 * MINUTE);
  expect(locked()).toBe(1);
  at(10 * MINUTE + 1000);
  expect(locked()).toBe(1);
});

test('a touch begins the count anew', () => {
  const { at, touch, locked } = desk();
  at(9 * MINUTE);
  touch('keydown');
  at(18 * MINUTE);
  expect(locked()).toBe(0);
  touch('pointermove');
  at(28 * MINUTE);
  expect(locked()).toBe(1);
});

test('a PC that slept is locked when it wakes, even if it is touched before the clock ticks', () => {
  const { at, touch, locked } = desk();
  at(MINUTE);
  touch('pointermove');
  at(8 * 60 * MINUTE);
  expect(locked()).toBe(1);
});

test('a clock set back does not lengthen the wait', () => {
  const { at, touch, locked } = desk();
  at(9 * MINUTE);
  touch('keydown');
  at(-60 * MINUTE);
  at(-60 * MINUTE + 10 * MINUTE);
  expect(locked()).toBe(1);
});

test('a changed setting counts at once; after the end nothing is heard', () => {
  const { at, setMinutes, locked, dispose } = desk();
  at(6 * MINUTE);
  setMinutes(5);
  expect(locked()).toBe(1);
  dispose();
  at(60 * MINUTE);
  expect(locked()).toBe(1);
});

test('exactly the minutes that were set are idle', () => {
  expect(isIdle(START, plusMs(START, 5 * MINUTE - 1), 5)).toBe(false);
  expect(isIdle(START, plusMs(START, 5 * MINUTE), 5)).toBe(true);
});

test('0 minutes is never', () => {
  expect(isIdle(START, plusMs(START, 600 * MINUTE), 0)).toBe(false);
});
