import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type FakeHub,
  makeFakeHub,
  makeTestTime,
  type PageAtHub,
  settle,
  type TestTime,
} from '../../../test/doubles/fake-hub.ts';
import { fromBase64url, toBase64url } from '../../base/base64url.ts';
import { fromUtf8, utf8 } from '../../base/bytes.ts';
import type { LinkSecrets } from '../../domain/link.ts';
import { openHubSignalling } from './hub-signalling.ts';
import { makeLinkSecrets } from './link-secrets.ts';
import type { Signalling } from './signalling.ts';
import type { SignallingPorts } from './signalling-ports.ts';

let hub: FakeHub;
let time: TestTime;
let secrets: LinkSecrets;
let opened: Signalling[] = [];
let whyNoAnswer: SignallingPorts['whyNoAnswer'] = async () => 'no-answer';

beforeEach(async () => {
  hub = makeFakeHub();
  time = makeTestTime();
  secrets = await makeLinkSecrets();
  whyNoAnswer = async () => 'no-answer';
});
afterEach(() => {
  for (const each of opened) each.close();
  opened = [];
});

function enter(with_: LinkSecrets = secrets): Signalling {
  const ports: SignallingPorts = {
    openSocket: hub.openSocket,
    nowMs: time.nowMs,
    after: time.after,
    chance: () => 1,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    whyNoAnswer: () => whyNoAnswer(),
  };
  const signalling = openHubSignalling('ws://localhost:4173/luzheng/signal', with_, ports);
  opened.push(signalling);
  return signalling;
}

/** Two pages that have met, and all that the second hears. */
async function two() {
  const a = enter();
  await settle();
  const b = enter();
  await settle();
  const heard: string[] = [];
  b.onMessage((peer, message) => heard.push(`${peer === a2 ? 'a' : peer}: ${fromUtf8(message)}`));
  const [b2 = '', a2 = ''] = [a.peers()[0], b.peers()[0]];
  const [pageA, pageB] = hub.pages;
  if (pageA === undefined || pageB === undefined) throw new Error('both are here');
  return { a, b, a2, b2, pageA, pageB, heard };
}

describe('a hostile hub', () => {
  it('sees nothing of what is said', async () => {
    const { a, b, a2, b2 } = await two();
    const said = 'v=0 offer of 10.1.2.3';
    a.send(b2, utf8(said));
    const [pipeOfA, pipeOfB] = [a.relay(b2), b.relay(a2)];
    pipeOfB.listen({ frame: () => undefined, closed: () => undefined });
    await pipeOfA.send(utf8(said));
    await settle();
    const all = hub.seen.map((each) => (typeof each === 'string' ? each : String.fromCharCode(...each))).join('\n');
    expect(hub.seen.some((each) => typeof each !== 'string')).toBe(true);
    const spellings = [said, toBase64url(utf8(said)), secrets.secret, secrets.roomKey.d, btoa(said).slice(0, 20)];
    for (const spelling of spellings) expect(all).not.toContain(spelling);
  });

  it('cannot have a message heard twice, later, or after letting its sender leave and return', async () => {
    const { a, a2, b2, pageB, heard } = await two();
    const kept: string[] = [];
    hub.onMessage = (_, __, seal) => {
      kept.push(seal);
      return 'forward';
    };
    a.send(b2, utf8('one'));
    a.send(b2, utf8('two'));
    await settle();
    for (const seal of kept) pageB.say({ t: 'from', peer: a2, seal });
    pageB.say({ t: 'peer-out', peer: a2 });
    pageB.say({ t: 'peer-in', peer: a2 });
    for (const seal of kept) pageB.say({ t: 'from', peer: a2, seal });
    await settle();
    expect(heard).toEqual(['a: one', 'a: two']);
  });

  it('cannot hand a message to another, turn it back, or say it came from another', async () => {
    const { a, b, b2, pageA, pageB, heard } = await two();
    const c = enter();
    await settle();
    const pageC = hub.pages[2];
    const heardByOthers: string[] = [];
    for (const each of [a, c]) each.onMessage((_, message) => heardByOthers.push(fromUtf8(message)));
    let seal = '';
    hub.onMessage = (_, __, sealed) => {
      seal = sealed;
      return 'done';
    };
    a.send(b2, utf8('for b'));
    await settle();
    pageC?.say({ t: 'from', peer: pageA.peer ?? '', seal });
    pageA.say({ t: 'from', peer: pageB.peer ?? '', seal });
    pageB.say({ t: 'from', peer: pageC?.peer ?? '', seal });
    await settle();
    expect([heard, heardByOthers, b.state()]).toEqual([[], [], 'on']);
    pageB.say({ t: 'from', peer: pageA.peer ?? '', seal });
    await settle();
    expect(heard).toEqual(['a: for b']);
  });

  it('cannot change a bit of it, nor pass a relay frame off as a message', async () => {
    const { a, b, a2, b2, pageB, heard } = await two();
    hub.onMessage = (from, to, seal) => {
      const bytes = fromBase64url(seal);
      for (let at = 0; at < bytes.length; at++) {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ 1;
        to.say({ t: 'from', peer: from.peer ?? '', seal: toBase64url(changed) });
      }
      return 'done';
    };
    hub.onFrame = (_, __, sealed) => {
      pageB.say({ t: 'from', peer: a2, seal: toBase64url(sealed) });
      return 'forward';
    };
    a.send(b2, utf8('x'));
    const [pipeOfA, pipeOfB] = [a.relay(b2), b.relay(a2)];
    const frames: string[] = [];
    pipeOfB.listen({ frame: (bytes) => frames.push(fromUtf8(bytes)), closed: () => undefined });
    await pipeOfA.send(utf8('frame'));
    await settle();
    expect([heard, frames]).toEqual([[], ['frame']]);
  });

  it('that swallows a relay frame breaks the pipe instead of leaving a hole in it', async () => {
    const { a, b, a2, b2 } = await two();
    const [pipeOfA, pipeOfB] = [a.relay(b2), b.relay(a2)];
    const frames: string[] = [];
    const ends: string[] = [];
    pipeOfB.listen({ frame: (bytes) => frames.push(fromUtf8(bytes)), closed: (why) => ends.push(`b: ${why}`) });
    pipeOfA.listen({ frame: () => undefined, closed: (why) => ends.push(`a: ${why}`) });
    await pipeOfA.send(utf8('one'));
    hub.onFrame = (from) => (from.peer === a2 ? 'done' : 'forward');
    await pipeOfA.send(utf8('two'));
    hub.onFrame = () => 'forward';
    await pipeOfA.send(utf8('three'));
    await settle();
    expect([frames, ends]).toEqual([['one'], ['b: frames-lost', 'a: closed-by-peer']]);
    const again = [a.relay(b2), b.relay(a2)] as const;
    again[1].listen({ frame: (bytes) => frames.push(fromUtf8(bytes)), closed: () => undefined });
    await again[0].send(utf8('four'));
    await settle();
    expect(frames).toEqual(['one', 'four']);
  });

  it('that repeats or invents relay frames changes nothing', async () => {
    const { a, b, a2, b2 } = await two();
    const [pipeOfA, pipeOfB] = [a.relay(b2), b.relay(a2)];
    const frames: string[] = [];
    pipeOfB.listen({ frame: (bytes) => frames.push(fromUtf8(bytes)), closed: (why) => frames.push(why) });
    hub.onFrame = (from, to, sealed) => {
      for (const each of [sealed, sealed, crypto.getRandomValues(new Uint8Array(40)), new Uint8Array(3)])
        to.sayFrame(from.peer ?? '', each);
      return 'done';
    };
    for (const text of ['one', 'two', 'three']) await pipeOfA.send(utf8(text));
    await settle();
    expect(frames).toEqual(['one', 'two', 'three']);
  });

  it.each<[string, (page: PageAtHub) => void]>([
    ['no envelope', (page) => page.sayText('{"t":"hello"}')],
    ['no JSON', (page) => page.sayText('<html>')],
    ['a text without end', (page) => page.sayText('x'.repeat(1_000_000))],
    ['a second hello', (page) => page.say({ t: 'hello', v: 1, nonce: 'B'.repeat(43) })],
    ['a peer id in another spelling', (page) => page.say({ t: 'peer-in', peer: 'B'.repeat(22) })],
    ['a second entering', (page) => page.say({ t: 'entered', peers: [] })],
    ['a seal in two spellings', (page) => page.say({ t: 'from', peer: 'A'.repeat(22), seal: 'AB' })],
    ['a frame without a peer', (page) => page.sayFrame('', new Uint8Array(4))],
  ])('that says %s is left, and tried again later', async (_, say) => {
    const { a, pageA } = await two();
    say(pageA);
    expect([a.state(), a.peers()]).toEqual(['off', []]);
    await time.pass(600);
    expect(a.state()).toBe('on');
  });

  it('cannot fill the page with peers', async () => {
    const { a, pageA } = await two();
    for (let i = 0; i < 2000; i++) pageA.say({ t: 'peer-in', peer: `p${i}`.padEnd(21, '_').concat('A') });
    expect(a.peers()).toHaveLength(256);
  });

  it('that lets made-up peers come and go without end is left, and tried again later: each costs memory here', async () => {
    const { a, pageA } = await two();
    let met = 0;
    a.onPeer((_, present) => {
      if (present) met++;
    });
    for (let i = 0; i < 20_000 && a.state() === 'on'; i++) {
      const peer = `p${i}`.padEnd(21, '_').concat('A');
      pageA.say({ t: 'peer-in', peer });
      pageA.say({ t: 'peer-out', peer });
    }
    expect(a.state()).toBe('off');
    expect(met).toBeLessThan(5_000);
    await time.pass(600);
    expect(a.state()).toBe('on');
  });
});

describe('a connection', () => {
  it('is tried again after growing waits, up to half a minute, and at once when asked', async () => {
    hub.isDown = true;
    const a = enter();
    await settle();
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      expect([a.state(), a.trouble()]).toEqual(['off', 'no-answer']);
      waits.push(time.waits()[0] ?? 0);
      await time.pass(waits.at(-1) ?? 0);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    const before = hub.opened();
    hub.isDown = false;
    a.retry();
    await settle();
    expect([a.state(), a.trouble(), hub.opened()]).toEqual(['on', null, before + 1]);
  });

  it('that breaks at once each time does not start the waits anew; one that lasted does', async () => {
    const a = enter();
    await settle();
    const waitAfterDrop = async (): Promise<number> => {
      hub.pages[0]?.drop(1006);
      await settle();
      return time.waits()[0] ?? 0;
    };
    expect(await waitAfterDrop()).toBe(500);
    await time.pass(500);
    expect(await waitAfterDrop()).toBe(1000);
    await time.pass(1000);
    await time.pass(15_000);
    expect(a.state()).toBe('on');
    expect(await waitAfterDrop()).toBe(500);
  });

  it('to a hub that has gone silent ends, and to one that sleeps with us does not', async () => {
    const { a } = await two();
    await time.pass(60_000);
    expect([a.state(), hub.opened()]).toEqual(['on', 2]);
    await time.sleep(3_600_000);
    expect(a.state()).toBe('on');
    hub.answersPings = false;
    await time.pass(20_000);
    expect(hub.opened()).toBeGreaterThan(2);
  });

  it('is looked at when the machine wakes', async () => {
    const { a } = await two();
    a.retry();
    await time.pass(3_000);
    expect([a.state(), hub.opened()]).toEqual(['on', 2]);
    hub.answersPings = false;
    a.retry();
    await time.pass(2_999);
    expect(a.state()).toBe('on');
    await time.pass(1);
    expect(a.state()).toBe('off');
  });

  it('says what the hub said, and guesses where it said nothing', async () => {
    const { a } = await two();
    hub.pages[0]?.drop(4503);
    expect(a.trouble()).toBe('hub-full');
    await time.pass(500);
    whyNoAnswer = async () => 'certificate-not-trusted?';
    hub.isDown = true;
    hub.pages.find(({ peer }) => peer !== null)?.drop(1006);
    hub.pages[0]?.drop(1006);
    await settle();
    expect(a.trouble()).toBe('certificate-not-trusted?');
  });

  it('is not made with a key that is none', async () => {
    const a = enter({ ...secrets, roomKey: { ...secrets.roomKey, y: secrets.roomKey.x } });
    await settle();
    a.retry();
    await time.pass(60_000);
    expect([a.state(), a.trouble(), hub.opened()]).toEqual(['off', 'secrets-unfit', 0]);
  });

  it('that is closed stays closed', async () => {
    const { a, b } = await two();
    a.close();
    await time.pass(60_000);
    expect([a.state(), hub.opened(), b.peers()]).toEqual(['off', 2, []]);
  });
});

describe('a relayed pipe', () => {
  it('takes no more than a window before the hub has read it', async () => {
    const { a, b, a2, b2 } = await two();
    const [pipeOfA, pipeOfB] = [a.relay(b2), b.relay(a2)];
    pipeOfB.listen({ frame: () => undefined, closed: () => undefined });
    await pipeOfA.send(utf8('first'));
    hub.answersPings = false;
    let taken = 0;
    const frame = new Uint8Array(64 * 1024);
    const sending = (async () => {
      for (let i = 0; i < 40; i++) {
        await pipeOfA.send(frame);
        taken++;
      }
    })();
    await settle();
    expect(taken).toBeLessThan(17);
    hub.answersPings = true;
    for (let i = 0; i < 5; i++) hub.pages[0]?.say({ t: 'pong' });
    await sending;
    expect(taken).toBe(40);
  });

  it('that waits is let go when the connection ends', async () => {
    const { a, b, a2, b2 } = await two();
    const [pipeOfA, pipeOfB] = [a.relay(b2), b.relay(a2)];
    pipeOfB.listen({ frame: () => undefined, closed: () => undefined });
    await pipeOfA.send(utf8('first'));
    hub.answersPings = false;
    const sending = (async () => {
      for (let i = 0; i < 40; i++) await pipeOfA.send(new Uint8Array(64 * 1024));
    })();
    const ended = expect(sending).rejects.toMatchObject({ code: 'pipe-closed', facts: { why: 'connection-lost' } });
    await settle();
    hub.pages[0]?.drop(1006);
    await ended;
  });
});
