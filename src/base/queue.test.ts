import { expect, test } from 'vitest';
import { makeQueue } from './queue.ts';

function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

const never = () => new AbortController().signal;

test('acts come one after the other in the order they were asked for, a failed one holds nobody up', async () => {
  const inTurn = makeQueue();
  const first = gate();
  const log: string[] = [];
  const a = inTurn(never(), async () => {
    log.push('a begins');
    await first.opened;
    log.push('a fails');
    throw new Error('pulled');
  });
  const b = inTurn(never(), async () => log.push('b'));
  const c = inTurn(never(), async () => log.push('c'));
  first.open();
  await expect(a).rejects.toThrow('pulled');
  await Promise.all([b, c]);
  expect(log).toEqual(['a begins', 'a fails', 'b', 'c']);
});

test('one aborted while it waits rejects at once, never begins, and the next does not come before its time', async () => {
  const inTurn = makeQueue();
  const first = gate();
  const log: string[] = [];
  const a = inTurn(never(), () => first.opened.then(() => log.push('a')));
  const gone = new AbortController();
  const b = inTurn(gone.signal, async () => log.push('b'));
  const c = inTurn(never(), async () => log.push('c'));
  gone.abort();
  await expect(b).rejects.toMatchObject({ name: 'AbortError' });
  expect(log).toEqual([]);
  first.open();
  await Promise.all([a, c]);
  expect(log).toEqual(['a', 'c']);
});

test('one aborted under way ends by itself before the next begins', async () => {
  const inTurn = makeQueue();
  const rest = gate();
  const log: string[] = [];
  const stop = new AbortController();
  const a = inTurn(stop.signal, async () => {
    await rest.opened;
    log.push('a has signed what was safe');
    stop.signal.throwIfAborted();
  });
  const b = inTurn(never(), async () => log.push('b'));
  await Promise.resolve();
  stop.abort();
  rest.open();
  await expect(a).rejects.toMatchObject({ name: 'AbortError' });
  await b;
  expect(log).toEqual(['a has signed what was safe', 'b']);
});
