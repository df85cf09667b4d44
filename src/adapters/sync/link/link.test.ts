import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeInbox } from '../../../../test/doubles/inbox.ts';
import { type LinkedPair, linkPair } from '../../../../test/doubles/link-ends.ts';
import { makeManualTimers, settle } from '../../../../test/doubles/manual-timers.ts';
import { utf8 } from '../../../base/bytes.ts';
import { isFault } from '../../../base/fault.ts';
import { MAX_MESSAGE_BYTES } from './frames.ts';
import type { Link } from './link.ts';
import { MAX_FRAME_BYTES } from './pipe.ts';

interface Heard {
  readonly stream: string;
  readonly bytes: Uint8Array;
}

function hear(link: Link) {
  const messages = makeInbox<Heard>();
  const ends = makeInbox<string>();
  link.listen({
    message: (stream, bytes) => messages.put({ stream, bytes }),
    closed: ({ code }) => ends.put(code),
  });
  return { messages, ends };
}

async function pair(): Promise<LinkedPair & { readonly heard: readonly ReturnType<typeof hear>[] }> {
  const linked = await linkPair();
  return { ...linked, heard: linked.links.map(hear) };
}

const endOf = async (heard: ReturnType<typeof hear> | undefined): Promise<string | undefined> => heard?.ends.next();

describe('a link', () => {
  it('carries messages of any size in order, on named streams', async () => {
    const { links, heard, pipes } = await pair();
    const sizes = [0, 1, MAX_FRAME_BYTES - 40, MAX_FRAME_BYTES, 1_000_000, MAX_MESSAGE_BYTES];
    const bytes = sizes.map((size) => new Uint8Array(size).map((_, i) => i * 31));
    for (const [i, message] of bytes.entries()) void links[0].send(`s${i}`, message);
    for (const [i, message] of bytes.entries()) {
      const got = await heard[1]?.messages.next();
      expect(got?.stream).toBe(`s${i}`);
      expect(Buffer.compare(got?.bytes ?? Buffer.of(), message)).toBe(0);
    }
    expect(Math.max(...pipes.passed.map(({ byteLength }) => byteLength))).toBeLessThanOrEqual(MAX_FRAME_BYTES);
  });

  it('lets nothing be read on the way', async () => {
    const { links, heard, pipes } = await pair();
    const secret = utf8('当事人 王某');
    await links[0].send('book', secret);
    await heard[1]?.messages.next();
    for (const frame of pipes.passed) expect(Buffer.from(frame).includes(Buffer.from(secret))).toBe(false);
  });

  it('counts what goes over it', async () => {
    const { links, heard } = await pair();
    await links[0].send('book', new Uint8Array(1000));
    await heard[1]?.messages.next();
    expect(links[0].traffic()).toMatchObject({ messagesOut: 1, messagesIn: 0 });
    expect(links[1].traffic()).toMatchObject({ messagesIn: 1, messagesOut: 0 });
    expect(links[1].traffic().bytesIn).toBe(links[0].traffic().bytesOut);
    expect(links[1].traffic().bytesIn).toBeGreaterThan(1000);
  });

  it('waits until the pipe takes more', async () => {
    const { links, pipes } = await linkPair();
    const release: (() => void)[] = [];
    const [end] = pipes.ends;
    const send = end.send;
    end.send = (frame) => new Promise<void>((resolve) => release.push(resolve)).then(() => send(frame));
    let done = false;
    const sending = links[0].send('book', new Uint8Array(300_000)).then(() => {
      done = true;
    });
    for (let frame = 0; frame < 5; frame++) {
      while (release.length === 0) await settle();
      expect(done).toBe(false);
      expect(links[0].waitingBytes()).toBe(300_000);
      release.shift()?.();
    }
    await sending;
    expect(links[0].waitingBytes()).toBe(0);
  });

  it('gives the next message when the one before has been dealt with', async () => {
    const { links } = await linkPair();
    const began: string[] = [];
    const finish: (() => void)[] = [];
    links[1].listen({
      message: (stream) => {
        began.push(stream);
        return new Promise((resolve) => finish.push(resolve));
      },
      closed: () => undefined,
    });
    await links[0].send('a', utf8('1'));
    await links[0].send('b', utf8('2'));
    await settle();
    expect(began).toEqual(['a']);
    finish.shift()?.();
    await settle();
    expect(began).toEqual(['a', 'b']);
  });

  it('says goodbye, and both ends know who did', async () => {
    const { links, heard } = await pair();
    links[0].close('superseded');
    expect(await endOf(heard[0])).toBe('superseded');
    expect(await endOf(heard[1])).toBe('closed-there');
    await expect(links[0].send('book', utf8('x'))).rejects.toMatchObject({ code: 'superseded' });
  });

  it('refuses to send what the other side would refuse', async () => {
    const { links } = await pair();
    expect(() => links[0].send('book', new Uint8Array(MAX_MESSAGE_BYTES + 1))).toThrow(RangeError);
    expect(() => links[0].send('', utf8('x'))).toThrow(RangeError);
  });
});

describe('a peer that falls silent', () => {
  it('is noticed within five seconds', async () => {
    const { heard, pipes, timers } = await pair();
    pipes.freeze();
    const started = timers.now();
    const dead = heard.map(({ ends }) => ends.next());
    let seen = 0;
    for (const each of dead) void each.then(() => seen++);
    while (seen < 2 && timers.now() - started <= 5_000) {
      timers.pass(100);
      await settle();
    }
    expect(await Promise.all(dead)).toEqual(['peer-silent', 'peer-silent']);
    expect(timers.now() - started).toBeLessThanOrEqual(5_000);
  });

  it('is not confused with one that has nothing to say', async () => {
    const { links, heard, timers } = await pair();
    for (let i = 0; i < 300; i++) {
      timers.pass(100);
      await settle();
    }
    expect(heard.flatMap(({ ends }) => ends.rest())).toEqual([]);
    await links[0].send('book', utf8('still here'));
    expect(await heard[1]?.messages.next()).toMatchObject({ stream: 'book' });
  });

  it('is asked again after this machine slept, and only then given up', async () => {
    const { heard, pipes, timers } = await pair();
    timers.sleep(8 * 3_600_000);
    await settle();
    for (let i = 0; i < 40; i++) {
      timers.pass(100);
      await settle();
    }
    expect(heard.flatMap(({ ends }) => ends.rest())).toEqual([]);
    pipes.freeze();
    timers.sleep(8 * 3_600_000);
    const dead = heard.map(({ ends }) => ends.next());
    for (let i = 0; i < 50; i++) {
      timers.pass(100);
      await settle();
    }
    expect(await Promise.all(dead)).toEqual(['peer-silent', 'peer-silent']);
  });
});

describe('what is done to frames on the way ends the link', () => {
  const cases: readonly [string, (frame: Uint8Array<ArrayBuffer>) => readonly Uint8Array<ArrayBuffer>[], string][] = [
    ['replayed', (frame) => [frame, frame], 'frame-forged'],
    ['truncated', (frame) => [frame.slice(0, -1)], 'frame-forged'],
    ['empty', () => [new Uint8Array()], 'frame-forged'],
    ['altered', (frame) => [frame.map((byte, i) => (i === 3 ? byte ^ 1 : byte))], 'frame-forged'],
    ['put in another order', (() => hold())(), 'frame-forged'],
    ['made too large', () => [new Uint8Array(MAX_FRAME_BYTES + 1)], 'frame-malformed'],
  ];

  function hold(): (frame: Uint8Array<ArrayBuffer>) => readonly Uint8Array<ArrayBuffer>[] {
    let held: Uint8Array<ArrayBuffer> | null = null;
    return (frame) => {
      if (held === null) {
        held = frame;
        return [];
      }
      return [frame, held];
    };
  }

  it.each(cases)('%s', async (_, change, code) => {
    const { links, heard, pipes } = await pair();
    pipes.meddle((from, frame) => (from === 0 ? change(frame) : [frame]));
    void links[0].send('book', utf8('one')).catch(() => undefined);
    void links[0].send('book', utf8('two')).catch(() => undefined);
    expect(await endOf(heard[1])).toBe(code);
  });

  it('garbage of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (garbage) => {
        const { links, heard, pipes } = await pair();
        pipes.meddle((from, frame) => (from === 0 ? [new Uint8Array(garbage)] : [frame]));
        void links[0].send('book', utf8('one')).catch(() => undefined);
        expect(await endOf(heard[1])).toBe('frame-forged');
      }),
      { numRuns: 20 },
    );
  });

  it('a pipe that closes', async () => {
    const { heard, pipes } = await pair();
    pipes.ends[0].close();
    expect(await Promise.all(heard.map(endOf))).toEqual(['pipe-closed', 'pipe-closed']);
  });
});

it('a fault names its code', async () => {
  const { links } = await linkPair(makeManualTimers());
  links[0].close();
  const error: unknown = await links[0].send('book', utf8('x')).catch((caught: unknown) => caught);
  expect(isFault(error) && error.code).toBe('closed-here');
});
