import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { utf8 } from '../../base/bytes.ts';
import { makeEntryVerifier } from './entry-verifier.ts';
import { makeEntryVerifierInWorkers, type VerifyWorker } from './verifier-in-workers.ts';
import { signerOf } from './web-crypto/entry-signer.ts';
import { generatePairs, type KeyPairs } from './web-crypto/key-pairs.ts';
import type { VerifiedBatch, VerifyBatch } from './workers/protocol.ts';

const MANY = 200;
let li: KeyPairs;
let wang: KeyPairs;
let entries: readonly { readonly jws: string; readonly by: KeyPairs }[];

beforeAll(async () => {
  [li, wang] = [await generatePairs(false), await generatePairs(false)];
  entries = await Promise.all(
    Array.from({ length: MANY }, async (_, i) => {
      const signer = signerOf(li.public.keyId, li.signing.privateKey);
      // Every third claims to be by someone else.
      return { jws: await signer.sign(utf8(`{"n":${i}}`)), by: i % 3 === 2 ? wang : li };
    }),
  );
});

afterEach(() => void vi.useRealTimers());

type Answering = (batch: VerifyBatch, reply: (data: unknown) => void) => void;

const honest = makeEntryVerifier();
/** What the real worker does; every message is a copy, as between threads. */
const honestly: Answering = ({ id, keys, entries: asked }, reply) => {
  const answers = asked.map(([jws, at]) => honest.verify(jws, keys[at] ?? li.public.signing));
  void Promise.all(answers).then((good) => reply({ id, good } satisfies VerifiedBatch));
};

function crew(answer: Answering = honestly, workers = 2) {
  const started: (VerifyWorker & { readonly batches: VerifyBatch[]; ended: boolean; readonly fail: () => void })[] = [];
  const startWorker = (): VerifyWorker => {
    const target = new EventTarget();
    const worker = {
      batches: [] as VerifyBatch[],
      ended: false,
      fail: () => void target.dispatchEvent(new Event('error')),
      addEventListener: target.addEventListener.bind(target) as VerifyWorker['addEventListener'],
      terminate: () => {
        worker.ended = true;
      },
      postMessage: (data: VerifyBatch) => {
        worker.batches.push(structuredClone(data));
        answer(structuredClone(data), (reply) => target.dispatchEvent(new MessageEvent('message', { data: reply })));
      },
    };
    started.push(worker);
    return worker;
  };
  return { started, verifier: makeEntryVerifierInWorkers({ startWorker, workers }) };
}

const askAll = (verifier: ReturnType<typeof makeEntryVerifier>, some = entries): Promise<readonly boolean[]> =>
  Promise.all(some.map(({ jws, by }) => verifier.verify(jws, by.public.signing)));
const truth = (some = entries): readonly boolean[] => some.map(({ by }) => by === li);

describe('many entries at once', () => {
  it('are answered by workers as one would be here, each its own answer', async () => {
    const { verifier, started } = crew();
    expect(await askAll(verifier)).toEqual(truth());
    expect(started).toHaveLength(2);
    expect(started.flatMap(({ batches }) => batches).reduce((sum, batch) => sum + batch.entries.length, 0)).toBe(MANY);
    // Both authors' keys go along once a batch, not once an entry.
    expect(started.every(({ batches }) => batches.every(({ keys }) => keys.length === 2))).toBe(true);
  });

  it('keep to as many workers as there may be', async () => {
    const { verifier, started } = crew(honestly, 1);
    expect(await askAll(verifier)).toEqual(truth());
    expect(started).toHaveLength(1);
  });

  it('are sent on to nobody where there are few, or no worker may be', async () => {
    const some = entries.slice(0, 4);
    const { verifier, started } = crew();
    expect(await askAll(verifier, some)).toEqual(truth(some));
    expect(started).toHaveLength(0);
    const alone = crew(honestly, 0);
    expect(await askAll(alone.verifier)).toEqual(truth());
    expect(alone.started).toHaveLength(0);
  });

  it('find a worker again after it was sent home for having nothing to do', async () => {
    vi.useFakeTimers();
    const { verifier, started } = crew(honestly, 1);
    await askAll(verifier);
    expect(started[0]?.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(started[0]?.ended).toBe(true);
    expect(await askAll(verifier)).toEqual(truth());
    expect(started).toHaveLength(2);
  });
});

describe('a worker that does not do its part', () => {
  it('breaks down with questions open: they are answered here, and those that follow', async () => {
    const { verifier, started } = crew(() => undefined);
    const asked = askAll(verifier);
    await Promise.resolve();
    started[0]?.fail();
    expect(await asked).toEqual(truth());
    expect(await askAll(verifier)).toEqual(truth());
    expect(started).toHaveLength(2);
    expect(started.every(({ ended }) => ended)).toBe(true);
  });

  it('says nothing for long', async () => {
    vi.useFakeTimers();
    const { verifier } = crew(() => undefined);
    const asked = askAll(verifier);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await asked).toEqual(truth());
  });

  it('cannot be started', async () => {
    const verifier = makeEntryVerifierInWorkers({
      workers: 2,
      startWorker: () => {
        throw new Error('blocked by policy');
      },
    });
    expect(await askAll(verifier)).toEqual(truth());
  });

  it.each<[string, (batch: VerifyBatch) => unknown]>([
    ['too few answers', ({ id }) => ({ id, good: [true] })],
    ['answers that are no answers', ({ id, entries: asked }) => ({ id, good: asked.map(() => 1) })],
    ['answers to what nobody asked', ({ entries: asked }) => ({ id: 999, good: asked.map(() => true) })],
    ['nonsense', () => null],
  ])('gives %s: none of them counts', async (_, answer) => {
    const { verifier } = crew((batch, reply) => void Promise.resolve().then(() => reply(answer(batch))));
    expect(await askAll(verifier)).toEqual(truth());
  });

  it('answers late, after it was given up: nobody hears it', async () => {
    vi.useFakeTimers();
    const late: (() => void)[] = [];
    const { verifier } = crew((batch, reply) => {
      late.push(() => reply({ id: batch.id, good: batch.entries.map(() => true) }));
    });
    const asked = askAll(verifier);
    await vi.advanceTimersByTimeAsync(20_000);
    for (const reply of late) reply();
    expect(await asked).toEqual(truth());
  });
});
