import { describe, expect, it } from 'vitest';
import { makeTurns } from './turns.ts';

const open = () => new AbortController();
function gate() {
  let release: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { opened, release };
}

describe('turns', () => {
  it('are taken one at a time, in the order asked, after failures too', async () => {
    const turns = makeTurns(() => undefined);
    const log: string[] = [];
    const act = (name: string) => async () => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ends`);
      if (name === 'b') throw new Error('b failed');
    };
    const all = ['a', 'b', 'c'].map((name) => turns.take(open().signal, act(name)));
    const ends = await Promise.allSettled(all);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('one that is stopped while it waits is given up at once and never begins', async () => {
    const turns = makeTurns(() => undefined);
    const { opened, release } = gate();
    const stop = open();
    const first = turns.take(open().signal, () => opened);
    let began = false;
    const second = turns.take(stop.signal, async () => {
      began = true;
    });
    stop.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    release();
    await first;
    await turns.take(open().signal, async () => undefined);
    expect(began).toBe(false);
  });

  it('rest is told once the last is over, whether it failed or not', async () => {
    let rests = 0;
    const turns = makeTurns(() => {
      rests += 1;
    });
    const failed = turns.take(open().signal, async () => Promise.reject(new Error('no')));
    const fine = turns.take(open().signal, async () => 'fine');
    await Promise.allSettled([failed, fine]);
    await turns.take(open().signal, async () => undefined).then(() => Promise.resolve());
    await new Promise((resolve) => setTimeout(resolve));
    expect(rests).toBe(2);
  });

  it('of several places no more are taken at once, and the one let go of last is taken first', async () => {
    const turns = makeTurns(() => undefined, 3);
    let under = 0;
    let most = 0;
    const places: number[] = [];
    const act = async (place: number) => {
      places.push(place);
      under += 1;
      most = Math.max(most, under);
      await Promise.resolve();
      under -= 1;
    };
    await Promise.all(Array.from({ length: 10 }, () => turns.take(open().signal, act)));
    expect([most, new Set(places).size]).toEqual([3, 3]);
    const alone: number[] = [];
    for (let i = 0; i < 3; i++) await turns.take(open().signal, async (place) => void alone.push(place));
    expect(new Set(alone).size).toBe(1);
  });
});
