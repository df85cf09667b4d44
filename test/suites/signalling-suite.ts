import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Pipe } from '../../src/adapters/sync/link/pipe.ts';
import type { Signalling } from '../../src/adapters/sync/signalling.ts';
import { fromUtf8, utf8 } from '../../src/base/bytes.ts';

export interface SignallingPlace {
  enter(): Signalling;
  /** Connections end, and none is made until healed. */
  cut(): Promise<void>;
  heal(): Promise<void>;
  end(): Promise<void>;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Everything that comes out of a pipe; `next` waits for it. */
function hearing(pipe: Pipe) {
  const frames: Bytes[] = [];
  const waiting: ((frame: Bytes) => void)[] = [];
  let end: (why: string) => void = () => undefined;
  const closed = new Promise<string>((resolve) => {
    end = resolve;
  });
  pipe.listen({
    frame: (bytes) => {
      const waiter = waiting.shift();
      if (waiter) waiter(bytes);
      else frames.push(bytes);
    },
    closed: (why) => end(why),
  });
  const next = (): Promise<Bytes> => {
    const first = frames.shift();
    return first ? Promise.resolve(first) : new Promise((resolve) => waiting.push(resolve));
  };
  return { next, text: async () => fromUtf8(await next()), closed, frames };
}

const meeting = (of: Signalling, other: () => readonly string[] | null = () => null): Promise<string> =>
  new Promise((resolve) => {
    const off = of.onPeer((peer, present) => {
      if (!present || other()?.includes(peer)) return;
      queueMicrotask(() => off());
      resolve(peer);
    });
  });

const nextMessage = (of: Signalling): Promise<readonly [string, string]> =>
  new Promise((resolve) => {
    const off = of.onMessage((peer, message) => {
      off();
      resolve([peer, fromUtf8(message)]);
    });
  });

export function describeSignalling(name: string, make: () => Promise<SignallingPlace>): void {
  describe(`signalling: ${name}`, () => {
    let place: SignallingPlace;
    let a: Signalling;
    let b: Signalling;
    /** As the other knows it. */
    let idOfA: string;
    let idOfB: string;
    beforeEach(async () => {
      place = await make();
      a = place.enter();
      b = place.enter();
      [idOfB, idOfA] = await Promise.all([meeting(a), meeting(b)]);
    });
    afterEach(async () => {
      a.close();
      b.close();
      await place.end();
    });

    it('those who hold the same secrets meet, and late listeners are told who is here', async () => {
      expect([a.state(), b.state()]).toEqual(['on', 'on']);
      expect([a.peers(), b.peers()]).toEqual([[idOfB], [idOfA]]);
      expect(await meeting(a)).toBe(idOfB);
      expect(idOfA).not.toBe(idOfB);
    });

    it('a message comes from who sent it, in order', async () => {
      const heard: string[] = [];
      const all = new Promise<void>((resolve) => {
        b.onMessage((peer, message) => {
          if (peer === idOfA) heard.push(fromUtf8(message));
          if (heard.length === 20) resolve();
        });
      });
      for (let i = 0; i < 20; i++) a.send(idOfB, utf8(`offer ${i}`));
      await all;
      expect(heard).toEqual(Array.from({ length: 20 }, (_, i) => `offer ${i}`));
      const answer = nextMessage(a);
      b.send(idOfA, utf8('answer'));
      expect(await answer).toEqual([idOfB, 'answer']);
    });

    it('a message has a size, and one to nobody is dropped', async () => {
      expect(() => a.send(idOfB, new Uint8Array(16 * 1024 + 1))).toThrow(RangeError);
      a.send('nobody'.padEnd(22, '_'), utf8('x'));
      const heard = nextMessage(b);
      a.send(idOfB, utf8('y'));
      expect(await heard).toEqual([idOfA, 'y']);
    });

    it('who closes is gone for the other', async () => {
      const gone = new Promise<string>((resolve) => b.onPeer((peer, present) => present || resolve(peer)));
      a.close();
      expect(await gone).toBe(idOfA);
      expect([a.state(), b.state(), a.peers(), b.peers()]).toEqual(['off', 'on', [], []]);
    });

    it('a pipe carries frames both ways once both ends are open', async () => {
      const pipeOfA = a.relay(idOfB);
      expect([pipeOfA.way, pipeOfA.binding]).toEqual(['relay', null]);
      const sent = pipeOfA.send(utf8('one')).then(() => pipeOfA.send(utf8('two')));
      const pipeOfB = b.relay(idOfA);
      const [atA, atB] = [hearing(pipeOfA), hearing(pipeOfB)];
      await pipeOfB.send(utf8('back'));
      await sent;
      expect([await atB.text(), await atB.text(), await atA.text()]).toEqual(['one', 'two', 'back']);
    });

    it('a pipe closed at one end is closed at the other, and can be opened anew', async () => {
      for (let round = 0; round < 3; round++) {
        const [pipeOfA, pipeOfB] = [a.relay(idOfB), b.relay(idOfA)];
        const [atA, atB] = [hearing(pipeOfA), hearing(pipeOfB)];
        await pipeOfA.send(utf8(`round ${round}`));
        expect(await atB.text()).toBe(`round ${round}`);
        pipeOfA.close();
        expect(await atA.closed).toBe('closed');
        expect(await atB.closed).toBe('closed-by-peer');
        await expect(pipeOfA.send(utf8('x'))).rejects.toMatchObject({ code: 'pipe-closed' });
        await expect(pipeOfB.send(utf8('x'))).rejects.toMatchObject({ code: 'pipe-closed' });
      }
    });

    it('a pipe ends with the peer, and to nobody there is none', async () => {
      const pipe = a.relay(idOfB);
      const at = hearing(pipe);
      const waiting = expect(pipe.send(utf8('never'))).rejects.toMatchObject({ code: 'pipe-closed' });
      b.close();
      expect(await at.closed).toBe('peer-gone');
      await waiting;
      expect(await hearing(a.relay(idOfB)).closed).toBe('peer-gone');
    });

    it('megabytes come through whole', async () => {
      const [pipeOfA, pipeOfB] = [a.relay(idOfB), b.relay(idOfA)];
      const at = hearing(pipeOfB);
      const total = 100;
      const sending = (async () => {
        for (let i = 0; i < total; i++) await pipeOfA.send(new Uint8Array(64 * 1024).fill(i));
      })();
      for (let i = 0; i < total; i++) {
        const frame = await at.next();
        expect([frame.byteLength, frame[0], frame.at(-1)]).toEqual([64 * 1024, i, i]);
      }
      await sending;
    });

    it('however pipes are opened and closed, one pipe never hears two of the other end', async () => {
      const act = fc.constantFrom('open-a', 'open-b', 'close-a', 'close-b', 'send-a', 'send-b', 'rest');
      await fc.assert(
        fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
          const ends = { a: { of: a, peer: idOfB }, b: { of: b, peer: idOfA } };
          const pipes: Partial<Record<'a' | 'b', Pipe>> = {};
          const numbers = { a: 0, b: 0 };
          const counts = { a: 0, b: 0 };
          const heard: (readonly string[])[] = [];
          for (const each of [...acts, 'open-a', 'open-b', 'send-a', 'send-b'] as const) {
            if (each === 'rest') await new Promise((resolve) => setImmediate(resolve));
            const [verb, who] = each.split('-') as ['open' | 'close' | 'send', 'a' | 'b'];
            if (verb === 'open') {
              const pipe = ends[who].of.relay(ends[who].peer);
              numbers[who]++;
              counts[who] = 0;
              pipes[who] = pipe;
              const own: string[] = [];
              heard.push(own);
              pipe.listen({ frame: (bytes) => own.push(fromUtf8(bytes)), closed: () => undefined });
            }
            if (verb === 'close') pipes[who]?.close();
            if (verb === 'send')
              pipes[who]?.send(utf8(`${who}${numbers[who]} ${counts[who]++}`)).catch(() => undefined);
          }
          const [lastOfA, lastOfB] = [heard.at(-2), heard.at(-1)];
          await expect.poll(() => [lastOfA?.length, lastOfB?.length], { interval: 1 }).toEqual([1, 1]);
          for (const own of heard) {
            expect(new Set(own.map((text) => text.split(' ')[0])).size).toBeLessThan(2);
            expect(own.map((text) => Number(text.split(' ')[1]))).toEqual(own.map((_, i) => i));
          }
          pipes.a?.close();
          pipes.b?.close();
        }),
        { numRuns: 50 },
      );
    });

    it('a lost connection is said, ends pipes, and comes back by itself', async () => {
      const at = hearing(a.relay(idOfB));
      const off = new Promise<void>((resolve) => a.onState((state) => state === 'off' && resolve()));
      await place.cut();
      await off;
      expect(await at.closed).toMatch(/^(?:connection-lost|peer-gone)$/);
      expect(a.peers()).toEqual([]);
      expect(await hearing(a.relay(idOfB)).closed).toBe('connection-lost');
      a.send(idOfB, utf8('into the void'));
      const meetings = Promise.all([meeting(a), meeting(b)]);
      await place.heal();
      const [newIdOfB, newIdOfA] = await meetings;
      expect([newIdOfA, newIdOfB]).not.toContain(idOfA);
      const heard = nextMessage(b);
      a.send(newIdOfB, utf8('again'));
      expect(await heard).toEqual([newIdOfA, 'again']);
    });
  });
}
