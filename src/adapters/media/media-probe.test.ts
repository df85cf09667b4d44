import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type MediaWorkerDouble, type MediaWorkerRole, makeMediaWorker } from '../../../test/doubles/media-worker.ts';
import { type MediaFacts, unknownFacts } from '../../domain/media-facts.ts';
import { type Instant, toInstant } from '../../domain/time.ts';
import { createMediaProbe } from './media-probe.ts';
import { strikeKey } from './probe/strikes.ts';

const BLOB = new Blob(['footage']);
const FILM: MediaFacts = { ...unknownFacts(), mediaType: 'video', container: 'mp4' };
const answers: MediaWorkerRole = ({ id, act }, post) =>
  post(act === 'probe' ? { kind: 'facts', id, facts: FILM } : { kind: 'thumbnail', id, jpeg: new Blob(['jpeg']) });
const hangs: MediaWorkerRole = () => undefined;
const never = (): AbortSignal => new AbortController().signal;

function probeWith(...roles: readonly (MediaWorkerRole | 'never-up')[]) {
  const workers: MediaWorkerDouble[] = [];
  let remembered: string | null = null;
  const probe = createMediaProbe({
    timeLimitMs: 1_000,
    strikeMemory: {
      read: () => remembered,
      write: (text) => {
        remembered = text;
      },
    },
    startWorker: () => {
      const role = roles[Math.min(workers.length, roles.length - 1)] ?? hangs;
      const worker = makeMediaWorker(role === 'never-up' ? hangs : role, role !== 'never-up');
      workers.push(worker);
      return worker;
    },
  });
  return {
    probe,
    workers,
    remember: (text: string) => {
      remembered = text;
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('looking into a file', () => {
  it('starts its worker with the first question, and only one', async () => {
    const { probe, workers } = probeWith(answers);
    expect(workers).toHaveLength(0);
    expect(await probe.probe(BLOB, 'a.MP4', { signal: never() })).toEqual(FILM);
    expect(await probe.probe(BLOB, 'b.MP4', { signal: never() })).toEqual(FILM);
    expect(workers).toHaveLength(1);
  });

  it('hands on the name and the time of the directory entry', async () => {
    const { probe, workers } = probeWith(answers);
    const modifiedAt: Instant = toInstant(0);
    await probe.probe(BLOB, 'a.MP4', { signal: never(), modifiedAt });
    expect(workers[0]?.asked[0]).toMatchObject({ act: 'probe', name: 'a.MP4', modifiedAt });
  });

  it('asks one file at a time', async () => {
    const posts: (() => void)[] = [];
    const { probe, workers } = probeWith((request, post) => void posts.push(() => answers(request, post)));
    const both = [probe.probe(BLOB, 'a.MP4', { signal: never() }), probe.probe(BLOB, 'b.MP4', { signal: never() })];
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[0]?.asked).toHaveLength(1);
    posts[0]?.();
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[0]?.asked).toHaveLength(2);
    posts[1]?.();
    expect(await Promise.all(both)).toEqual([FILM, FILM]);
  });
});

describe('a file that is never done with', () => {
  it('ends with its worker, and what was found so far is given', async () => {
    const { probe, workers } = probeWith(({ id }, post) => post({ kind: 'so-far', id, facts: FILM }), answers);
    const facts = probe.probe(BLOB, 'a.MP4', { signal: never() });
    await vi.advanceTimersByTimeAsync(1_001);
    expect(await facts).toEqual({ ...FILM, unfinished: 'time-limit' });
    expect(workers[0]?.ended()).toBe(true);
    expect(await probe.probe(BLOB, 'b.MP4', { signal: never() })).toEqual(FILM);
    expect(workers).toHaveLength(2);
  });

  it('before anything was found keeps the claims of its name', async () => {
    const { probe } = probeWith(hangs);
    const facts = probe.probe(BLOB, '20260305_093112.MP4', { signal: never() });
    await vi.advanceTimersByTimeAsync(1_001);
    expect(await facts).toMatchObject({
      mediaType: 'other',
      unfinished: 'time-limit',
      capturedAtRaw: { text: '2026-03-05T09:31:12', source: 'file-name', zone: 'local' },
    });
  });

  it('has no small picture', async () => {
    const { probe } = probeWith(hangs);
    const picture = probe.thumbnail(BLOB, FILM, { signal: never(), maxWidth: 320 });
    await vi.advanceTimersByTimeAsync(1_001);
    expect(await picture).toBeNull();
  });

  it('that ended the page twice is left alone', async () => {
    const { probe, workers, remember } = probeWith(answers);
    remember(JSON.stringify([[strikeKey('a.MP4', BLOB.size), 2]]));
    expect(await probe.probe(BLOB, 'a.MP4', { signal: never() })).toMatchObject({ unfinished: 'crashed' });
    expect(workers).toHaveLength(0);
  });
});

describe('stopping', () => {
  it('a running look ends at once, with its worker', async () => {
    const { probe, workers } = probeWith(hangs, answers);
    const stop = new AbortController();
    const facts = probe.probe(BLOB, 'a.MP4', { signal: stop.signal });
    await vi.advanceTimersByTimeAsync(1);
    stop.abort();
    await expect(facts).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers[0]?.ended()).toBe(true);
    expect(await probe.probe(BLOB, 'b.MP4', { signal: never() })).toEqual(FILM);
  });

  it('one that waits does not disturb the one that runs', async () => {
    const posts: (() => void)[] = [];
    const { probe, workers } = probeWith((request, post) => void posts.push(() => answers(request, post)));
    const stop = new AbortController();
    const first = probe.probe(BLOB, 'a.MP4', { signal: never() });
    const second = probe.probe(BLOB, 'b.MP4', { signal: stop.signal });
    await vi.advanceTimersByTimeAsync(1);
    stop.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    posts[0]?.();
    expect(await first).toEqual(FILM);
    expect(workers[0]?.ended()).toBe(false);
    expect(workers[0]?.asked).toHaveLength(1);
  });

  it('an aborted signal starts nothing', async () => {
    const { probe, workers } = probeWith(answers);
    await expect(probe.probe(BLOB, 'a.MP4', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(workers).toHaveLength(0);
  });

  it('the worker goes when nobody asks any more', async () => {
    const { probe, workers } = probeWith(answers);
    await probe.probe(BLOB, 'a.MP4', { signal: never() });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(workers[0]?.ended()).toBe(true);
    expect(await probe.probe(BLOB, 'b.MP4', { signal: never() })).toEqual(FILM);
  });
});

describe('the world fails', () => {
  it('bytes that cannot be read are a fault, not facts', async () => {
    const { probe } = probeWith(({ id }, post) => post({ kind: 'unreadable', id, cause: 'NotReadableError: gone' }));
    const fault = { code: 'media-unreadable', facts: { cause: 'NotReadableError: gone' } };
    await expect(probe.probe(BLOB, 'a.MP4', { signal: never() })).rejects.toMatchObject(fault);
    await expect(probe.thumbnail(BLOB, FILM, { signal: never(), maxWidth: 320 })).rejects.toMatchObject(fault);
  });

  it('a worker that does not come up is a fault, and the next question tries again', async () => {
    const { probe, workers } = probeWith('never-up', answers);
    const facts = probe.probe(BLOB, 'a.MP4', { signal: never() });
    await vi.advanceTimersByTimeAsync(1);
    workers[0]?.fail();
    await expect(facts).rejects.toMatchObject({ code: 'media-probe-unavailable' });
    expect(await probe.probe(BLOB, 'a.MP4', { signal: never() })).toEqual(FILM);
  });

  it('a worker that falls over in the middle leaves what was found', async () => {
    const { probe, workers } = probeWith(({ id }, post) => post({ kind: 'so-far', id, facts: FILM }), answers);
    const facts = probe.probe(BLOB, 'a.MP4', { signal: never() });
    await vi.advanceTimersByTimeAsync(1);
    workers[0]?.fail();
    expect(await facts).toEqual({ ...FILM, unfinished: 'crashed' });
    expect(await probe.probe(BLOB, 'b.MP4', { signal: never() })).toEqual(FILM);
  });

  it('no picture can be made of it: none is given', async () => {
    const { probe } = probeWith(({ id }, post) => post({ kind: 'failed', id, cause: 'EncodingError' }));
    expect(await probe.thumbnail(BLOB, FILM, { signal: never(), maxWidth: 320 })).toBeNull();
  });

  it('answers that are late, of another act or no answers at all are not taken', async () => {
    const { probe } = probeWith(({ id }, post) => {
      for (const junk of [
        null,
        'x',
        { kind: 'facts', id: id + 7, facts: FILM },
        { kind: 'facts', id, facts: { mediaType: 1 } },
      ])
        post(junk);
      post({ kind: 'facts', id, facts: FILM });
    });
    expect(await probe.probe(BLOB, 'a.MP4', { signal: never() })).toEqual(FILM);
  });
});
