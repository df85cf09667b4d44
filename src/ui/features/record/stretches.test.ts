import fc from 'fast-check';
import { expect, test } from 'vitest';
import { march } from '../../../../test/doubles/sample-records.ts';
import { plusMs } from '../../../domain/time.ts';
import type { PlayedStretch } from '../../../usecases/review-footage.ts';
import { follow, type Moment, NOT_WATCHING } from './stretches.ts';

type Step = readonly [what: Moment['what'], sec: number];

/** Plays the steps one second apart and returns what would be logged. */
function logged(steps: readonly Step[]): readonly PlayedStretch[] {
  let state = NOT_WATCHING;
  const out: PlayedStretch[] = [];
  steps.forEach(([what, sec], i) => {
    const followed = follow(state, { what, sec, at: plusMs(march(5, 16), i * 1000) });
    state = followed.state;
    if (followed.closed !== null) out.push(followed.closed);
  });
  return out;
}

const spans = (steps: readonly Step[]) => logged(steps).map(({ fromSec, toSec }) => [fromSec, toSec]);

test('from play to pause is one stretch, however often the player ticks', () => {
  expect(
    logged([
      ['play', 3],
      ['tick', 4],
      ['tick', 5],
      ['pause', 5.5],
    ]),
  ).toEqual([{ fromSec: 3, toSec: 5.5, startedAt: march(5, 16), endedAt: march(5, 16, 0, 3) }]);
});

test('a jump while playing ends a stretch where it was, and begins one where it goes', () => {
  expect(
    spans([
      ['play', 0],
      ['tick', 10],
      ['seek', 60],
      ['tick', 62],
      ['pause', 63],
    ]),
  ).toEqual([
    [0, 10],
    [60, 63],
  ]);
});

test('a jump back does not shrink what was played', () => {
  expect(
    spans([
      ['play', 50],
      ['tick', 58],
      ['seek', 5],
      ['tick', 6],
      ['leave', 6],
    ]),
  ).toEqual([
    [50, 58],
    [5, 6],
  ]);
});

test('leaving while it plays logs what was played', () => {
  expect(
    spans([
      ['play', 0],
      ['tick', 7],
      ['leave', 7.25],
    ]),
  ).toEqual([[0, 7.25]]);
});

test('places looked at by jumping while it stands still are logged once, over all of them', () => {
  expect(
    spans([
      ['seek', 40],
      ['seek', 20],
      ['seek', 45],
      ['play', 45],
      ['tick', 46],
      ['pause', 46],
    ]),
  ).toEqual([
    [20, 45],
    [45, 46],
  ]);
  expect(
    spans([
      ['seek', 30],
      ['leave', 30],
    ]),
  ).toEqual([[30, 30]]);
});

test('searched to a place and played from it is one stretch; searched, started and stopped there is a look', () => {
  expect(
    spans([
      ['seek', 30],
      ['play', 30],
      ['tick', 33],
      ['pause', 33],
    ]),
  ).toEqual([[30, 33]]);
  expect(
    spans([
      ['seek', 30],
      ['play', 30],
      ['pause', 30],
    ]),
  ).toEqual([[30, 30]]);
});

test('started and stopped before it moved is nothing', () => {
  expect(
    logged([
      ['play', 9],
      ['pause', 9],
      ['leave', 9],
    ]),
  ).toEqual([]);
});

test('play said twice, and a pause without play, change nothing', () => {
  expect(
    spans([
      ['pause', 4],
      ['play', 4],
      ['play', 5],
      ['tick', 6],
      ['pause', 6],
      ['pause', 6],
      ['leave', 6],
    ]),
  ).toEqual([[4, 6]]);
});

test('every place that was played lies in a logged stretch', () => {
  const act = fc.oneof(fc.constantFrom('play' as const, 'pause' as const, 'tick' as const), fc.nat({ max: 100 }));
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      // A player as browsers make it: ticks move on by a second while it plays, jumps go anywhere.
      const steps: Step[] = [];
      const played: number[] = [];
      let [sec, playing] = [0, false];
      for (const one of acts) {
        if (one === 'tick' && !playing) continue;
        if (one === 'play' || one === 'pause') playing = one === 'play';
        if (one === 'tick') sec += 1;
        if (one === 'tick') played.push(sec);
        if (typeof one === 'number') sec = one;
        steps.push([typeof one === 'number' ? 'seek' : one, sec]);
      }
      const log = spans([...steps, ['leave', sec]]);
      for (const place of played) {
        expect(log.some(([from = 0, to = 0]) => from <= place && place <= to)).toBe(true);
      }
    }),
  );
});
