import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUREAU, makeDoorkeeper, makeStation, meansOf, selfOf } from '../../../../test/doubles/link-ends.ts';
import { makeManualTimers, settle } from '../../../../test/doubles/manual-timers.ts';
import { makeMemoryPipes } from '../../../../test/doubles/memory-pipe.ts';
import { random } from '../../../../test/doubles/office-desk.ts';
import { fromUtf8, utf8 } from '../../../base/bytes.ts';
import { isFault } from '../../../base/fault.ts';
import { asId, type BureauId } from '../../../domain/ids.ts';
import type { StatementSigner } from '../../../ledger/statement.ts';
import type { Doorkeeper, LinkSelf } from './handshake.ts';
import { HANDSHAKE_MS, type Link, openLink } from './link.ts';

const timers = makeManualTimers();
const means = meansOf(timers);
type Pipes = ReturnType<typeof makeMemoryPipes>;
type End = { readonly self: LinkSelf; readonly keeper: Doorkeeper };

const never = (): void => {
  throw new Error('a message over a link that never was');
};

const codeOf = async (linking: Promise<Link>): Promise<string> => {
  try {
    await linking;
    return 'linked';
  } catch (error) {
    if (!isFault(error)) throw error;
    return error.code === 'refused-there' ? `refused-there: ${error.facts.code}` : error.code;
  }
};

const link = (pipes: Pipes, ends: readonly [End, End]): readonly [Promise<Link>, Promise<Link>] => [
  openLink(pipes.ends[0], ends[0].self, ends[0].keeper, means),
  openLink(pipes.ends[1], ends[1].self, ends[1].keeper, means),
];

const outcome = (pipes: Pipes, ends: readonly [End, End]): Promise<readonly string[]> =>
  Promise.all(link(pipes, ends).map(codeOf));

async function twoEnds(): Promise<readonly [End, End]> {
  const stations = [await makeStation(), await makeStation()] as const;
  const keeper = makeDoorkeeper(stations);
  return [
    { self: selfOf(stations[0]), keeper },
    { self: selfOf(stations[1]), keeper },
  ];
}

describe('two stations of one bureau', () => {
  it('know each other by their keys, and see the same six digits', async () => {
    const ends = await twoEnds();
    const [north, south] = await Promise.all(link(makeMemoryPipes(), ends));
    expect(north).toMatchObject({ station: ends[1].self.signer.station, keyId: ends[1].self.signer.keyId });
    expect(south).toMatchObject({ station: ends[0].self.signer.station, keyId: ends[0].self.signer.keyId });
    expect(north.digits).toMatch(/^\d{6}$/);
    expect(south.digits).toBe(north.digits);
    expect([north.invite, south.invite]).toEqual([null, null]);
  });

  it('agree on other keys each time', async () => {
    const ends = await twoEnds();
    const digits = new Set<string>();
    for (let i = 0; i < 3; i++) digits.add((await Promise.all(link(makeMemoryPipes(), ends)))[0].digits);
    expect(digits.size).toBeGreaterThan(1);
  });

  it('tell nobody on the way who they are', async () => {
    const ends = await twoEnds();
    const pipes = makeMemoryPipes();
    await Promise.all(link(pipes, ends));
    const seen = Buffer.concat(pipes.passed).toString('latin1');
    for (const { self } of ends)
      for (const word of [self.signer.key.x, self.signer.keyId, BUREAU]) expect(seen).not.toContain(word);
  });

  it('link where both see the same fingerprints, and not where they differ', async () => {
    const ends = await twoEnds();
    const [a, b] = [random(64), random(64)].map((bytes) => new Uint8Array(bytes));
    if (a === undefined || b === undefined) throw new Error('no bytes');
    expect(await outcome(makeMemoryPipes({ bindings: [a, a] }), ends)).toEqual(['linked', 'linked']);
    expect(await outcome(makeMemoryPipes({ bindings: [a, b] }), ends)).toContain('signature-bad');
    expect(await outcome(makeMemoryPipes({ bindings: [a, null] }), ends)).toContain('signature-bad');
    expect(await outcome(makeMemoryPipes({ bindings: [a, null] }), ends)).not.toContain('linked');
  });
});

describe('who is refused', () => {
  it('a station the bureau does not know', async () => {
    const ends = await twoEnds();
    const stranger = await makeStation();
    const met = await outcome(makeMemoryPipes(), [ends[0], { self: selfOf(stranger), keeper: ends[1].keeper }]);
    expect(met).toEqual(['unknown-station', 'refused-there: unknown-station']);
  });

  it('a station whose key was revoked', async () => {
    const [north, south] = await twoEnds();
    const keeper = makeDoorkeeper([north.self.signer], { revoked: [south.self.signer] });
    expect(await outcome(makeMemoryPipes(), [{ ...north, keeper }, south])).toEqual([
      'revoked-station',
      'refused-there: revoked-station',
    ]);
  });

  it('a station of another bureau', async () => {
    const [north, south] = await twoEnds();
    const elsewhere = { ...south.self, bureau: asId<BureauId>('C'.repeat(22)) };
    expect(await outcome(makeMemoryPipes(), [north, { ...south, self: elsewhere }])).toContain('other-bureau');
  });

  it('somebody who says our own key, or our own words', async () => {
    const [north] = await twoEnds();
    expect(await outcome(makeMemoryPipes(), [north, north])).toContain('reflected');
    const pipes = makeMemoryPipes();
    pipes.ends[1].listen({ frame: (frame) => void pipes.ends[1].send(frame), closed: () => undefined });
    expect(await codeOf(openLink(pipes.ends[0], north.self, north.keeper, means))).toBe('reflected');
  });

  it('somebody who knows a public key and not its private half', async () => {
    const [north, south] = await twoEnds();
    const thief = await makeStation();
    const signer: StatementSigner = { ...south.self.signer, sign: (typ, payload) => thief.sign(typ, payload) };
    const met = await outcome(makeMemoryPipes(), [north, { ...south, self: selfOf(signer) }]);
    expect(met[0]).toBe('signature-bad');
  });

  it('somebody in the middle who speaks to each with keys of his own', async () => {
    const [north, south] = await twoEnds();
    // He holds the link secrets, so he can meet both; what they sign names his ephemeral keys, not the other's.
    const left = makeMemoryPipes();
    const right = makeMemoryPipes();
    const middle = await makeStation();
    const met = await Promise.all([
      codeOf(openLink(left.ends[0], north.self, north.keeper, means)),
      codeOf(
        openLink(
          left.ends[1],
          { ...south.self, signer: { ...south.self.signer, sign: middle.sign } },
          south.keeper,
          means,
        ),
      ),
      codeOf(
        openLink(
          right.ends[0],
          { ...north.self, signer: { ...north.self.signer, sign: middle.sign } },
          north.keeper,
          means,
        ),
      ),
      codeOf(openLink(right.ends[1], south.self, south.keeper, means)),
    ]);
    expect([met[0], met[3]]).toEqual(['signature-bad', 'signature-bad']);
  });

  it('is told before a word that comes from the book', async () => {
    const ends = await twoEnds();
    const stranger = await makeStation();
    const pipes = makeMemoryPipes();
    await outcome(pipes, [ends[0], { self: selfOf(stranger), keeper: ends[1].keeper }]);
    await settle();
    // Hello and identity of each, one refusal each at most: nothing that could hold an entry.
    expect(pipes.passed.length).toBeLessThanOrEqual(6);
    expect(Math.max(...pipes.passed.map(({ byteLength }) => byteLength))).toBeLessThan(400);
  });
});

describe('a guest', () => {
  const secret = new Uint8Array(random(32));

  async function hostAndGuest(offered: Uint8Array<ArrayBuffer> = secret): Promise<readonly [End, End]> {
    const [host, guest] = [await makeStation(), await makeStation()];
    const keeper = makeDoorkeeper([host], { invitations: new Map([['invite-1', secret]]) });
    return [
      { self: selfOf(host), keeper },
      { self: selfOf(guest, { guest: { id: 'invite-1', secret: offered } }), keeper: makeDoorkeeper([]) },
    ];
  }

  it('is let in by the secret of an open invitation, and is no station', async () => {
    const ends = await hostAndGuest();
    const [host, guest] = await Promise.all(link(makeMemoryPipes(), ends));
    expect(host).toMatchObject({ station: null, invite: 'invite-1', keyId: ends[1].self.signer.keyId });
    expect(guest).toMatchObject({ station: null, invite: 'invite-1', keyId: ends[0].self.signer.keyId });
    expect(guest.digits).toBe(host.digits);
  });

  it('with another secret is refused, and so is a host that does not know it', async () => {
    const met = await outcome(makeMemoryPipes(), await hostAndGuest(new Uint8Array(random(32))));
    expect(met).toContain('invite-proof-bad');
    expect(met).not.toContain('linked');
  });

  it('with an invitation that is closed is refused', async () => {
    const [host, guest] = await hostAndGuest();
    const closed = { ...host, keeper: makeDoorkeeper([host.self.signer]) };
    expect(await outcome(makeMemoryPipes(), [closed, guest])).toEqual([
      'invite-unknown',
      'refused-there: invite-unknown',
    ]);
  });

  it('does not take another guest for its host', async () => {
    const [, guest] = await hostAndGuest();
    const other = { ...guest, self: { ...guest.self, signer: await makeStation() } };
    expect(await outcome(makeMemoryPipes(), [guest, other])).toContain('unknown-station');
  });
});

describe('a handshake that is meddled with', () => {
  it('ends in a refusal whatever frame is altered in whatever byte', async () => {
    const ends = await twoEnds();
    await fc.assert(
      fc.asyncProperty(fc.nat(2), fc.nat(600), fc.integer({ min: 1, max: 255 }), async (which, at, flip) => {
        const pipes = makeMemoryPipes();
        let count = 0;
        pipes.meddle((from, frame) => {
          if (from !== 0 || count++ !== which) return [frame];
          return [frame.map((byte, i) => (i === at % frame.byteLength ? byte ^ flip : byte))];
        });
        const linking = link(pipes, ends);
        const [north, south] = await Promise.all(linking.map(codeOf));
        expect(south).not.toBe('linked');
        // Our own proof is the last word: whoever has the other's cannot know that ours was spoilt, and loses the link at once.
        if (north === 'linked')
          await new Promise<void>(
            (closed) => void linking[0].then((mine) => mine.listen({ message: never, closed: () => closed() })),
          );
      }),
      { numRuns: 40 },
    );
  });

  it('ends in a refusal on garbage of any length', async () => {
    const [north] = await twoEnds();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (garbage) => {
        const pipes = makeMemoryPipes();
        pipes.ends[1].listen({ frame: () => undefined, closed: () => undefined });
        const met = codeOf(openLink(pipes.ends[0], north.self, north.keeper, means));
        await pipes.ends[1].send(new Uint8Array(garbage));
        expect(await met).toBe('hello-malformed');
      }),
      { numRuns: 50 },
    );
  });

  it('ends when the other side says nothing', async () => {
    const [north] = await twoEnds();
    const pipes = makeMemoryPipes();
    const met = codeOf(openLink(pipes.ends[0], north.self, north.keeper, means));
    timers.pass(HANDSHAKE_MS);
    expect(await met).toBe('handshake-timeout');
    await expect(pipes.ends[0].send(utf8('x'))).rejects.toMatchObject({ code: 'pipe-closed' });
  });
});

it('what is signed names bureau, end and transcript', async () => {
  const ends = await twoEnds();
  const said: string[] = [];
  const spied = ends.map(({ self, keeper }) => ({
    keeper,
    self: {
      ...self,
      signer: {
        ...self.signer,
        sign: (typ: Parameters<StatementSigner['sign']>[0], payload: Uint8Array<ArrayBuffer>) => {
          said.push(`${typ} ${fromUtf8(payload)}`);
          return self.signer.sign(typ, payload);
        },
      },
    },
  }));
  const [north, south] = spied;
  if (north === undefined || south === undefined) throw new Error('no ends');
  await Promise.all(link(makeMemoryPipes(), [north, south]));
  expect(said).toHaveLength(2);
  expect(said.map((text) => /"side":"(\w+)"/.exec(text)?.[1]).sort()).toEqual(['first', 'second']);
  for (const text of said)
    expect(text).toMatch(
      new RegExp(`^luzheng-link\\+jws \\{"v":1,"bureau":"${BUREAU}","side":"\\w+","transcript":"[\\w-]{43}"\\}$`),
    );
});
