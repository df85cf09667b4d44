import { expect, test, vi } from 'vitest';
import { createDerivativeMaker } from './derivative-maker.ts';
import type { DeriveAnswer, DeriveRequest } from './derive/protocol.ts';
import type { WorkerPort } from './probe/line.ts';

const ACCOUNT = { picture: 'kept', sound: 'kept', endsAtSec: null, skippedFrames: 0, tool: 'a tool' } as const;

/** A worker in the same thread: what it was asked, what it says, and whether it was ended. */
function makeWorker() {
  const events = new EventTarget();
  const asked: DeriveRequest[] = [];
  let ended = false;
  const port: WorkerPort = {
    addEventListener: events.addEventListener.bind(events) as WorkerPort['addEventListener'],
    postMessage: (request: DeriveRequest) => void asked.push(request),
    terminate: () => {
      ended = true;
    },
  };
  const say = (answer: DeriveAnswer | { readonly kind: 'unheard of' }) =>
    events.dispatchEvent(new MessageEvent('message', { data: answer }));
  return { port, asked, say, fall: () => events.dispatchEvent(new Event('error')), ended: () => ended };
}

const target = { directory: {} as FileSystemDirectoryHandle, name: 'a.mp4' };

function making(stillMs = 1_000) {
  const worker = makeWorker();
  const stop = new AbortController();
  const reports: number[] = [];
  const maker = createDerivativeMaker({ stillMs, startWorker: () => worker.port });
  const control = { signal: stop.signal, report: (part: number) => void reports.push(part) };
  const made = maker.make(new Blob(['film']), 'a.MTS', target, control);
  return { worker, stop, reports, made };
}

test('what the worker makes is handed on, its progress too, and it is ended', async () => {
  const { worker, reports, made } = making();
  expect(worker.asked).toMatchObject([{ name: 'a.MTS', fileName: 'a.mp4' }]);
  worker.say({ kind: 'moved', done: 0.5 });
  worker.say({ kind: 'made', account: ACCOUNT });
  expect(await made).toEqual({ ok: true, value: ACCOUNT });
  expect([reports, worker.ended()]).toEqual([[0.5], true]);
});

test('stopped, it ends the worker at once, whatever that is doing', async () => {
  const { worker, stop, made } = making();
  worker.say({ kind: 'moved', done: 0.1 });
  stop.abort();
  await expect(made).rejects.toMatchObject({ name: 'AbortError' });
  expect(worker.ended()).toBe(true);
});

test('stopped before it began, no worker is started', async () => {
  const startWorker = vi.fn(() => makeWorker().port);
  const maker = createDerivativeMaker({ startWorker });
  const signal = AbortSignal.abort();
  await expect(async () =>
    maker.make(new Blob([]), 'a.MTS', target, { signal, report: () => undefined }),
  ).rejects.toMatchObject({ name: 'AbortError' });
  expect(startWorker).not.toHaveBeenCalled();
});

test('a worker that goes in circles is ended; each word puts that off, nonsense does not', async () => {
  vi.useFakeTimers();
  try {
    const { worker, made } = making(1_000);
    const failed = expect(made).rejects.toMatchObject({ code: 'derivative-failed', facts: { cause: 'still' } });
    vi.advanceTimersByTime(900);
    worker.say({ kind: 'moved', done: 0.2 });
    vi.advanceTimersByTime(900);
    expect(worker.ended()).toBe(false);
    worker.say({ kind: 'unheard of' });
    vi.advanceTimersByTime(101);
    await failed;
    expect(worker.ended()).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

test('a worker that falls over, and one that fails, are faults; a refusal is none', async () => {
  const fallen = making();
  fallen.worker.fall();
  await expect(fallen.made).rejects.toMatchObject({ code: 'derivative-failed' });
  const full = making();
  full.worker.say({ kind: 'failed', code: 'buffer-full', cause: 'QuotaExceededError' });
  await expect(full.made).rejects.toMatchObject({ code: 'buffer-full' });
  const refused = making();
  refused.worker.say({ kind: 'refused', code: 'no-index' });
  expect(await refused.made).toEqual({ ok: false, refusal: { code: 'no-index' } });
});
