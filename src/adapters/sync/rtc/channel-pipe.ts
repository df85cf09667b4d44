import { Fault } from '../../../base/fault.ts';
import type { LinkWay } from '../../../domain/link.ts';
import type { Pipe } from '../link/pipe.ts';

/** More than this waiting inside the browser, and it may close the channel; less than the low mark, and it runs dry. */
const HIGH_BYTES = 1_048_576;
const LOW_BYTES = 262_144;

type Channel = Pick<
  RTCDataChannel,
  'readyState' | 'bufferedAmount' | 'bufferedAmountLowThreshold' | 'send' | 'addEventListener' | 'binaryType'
>;

/** An open data channel as a pipe. `closeAll` ends the connection it belongs to. */
export function pipeOf(
  channel: Channel,
  facts: { readonly way: LinkWay; readonly binding: Uint8Array<ArrayBuffer>; readonly closeAll: () => void },
): Pipe & { readonly end: (why: string) => void } {
  let handlers: Parameters<Pipe['listen']>[0] | null = null;
  const early: Uint8Array<ArrayBuffer>[] = [];
  let over: string | null = null;
  let wake: (() => void) | null = null;

  const end = (why: string): void => {
    if (over !== null) return;
    over = why;
    facts.closeAll();
    wake?.();
    handlers?.closed(why);
  };
  channel.binaryType = 'arraybuffer';
  channel.bufferedAmountLowThreshold = LOW_BYTES;
  channel.addEventListener('bufferedamountlow', () => wake?.());
  channel.addEventListener('close', () => end('channel-closed'));
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!(data instanceof ArrayBuffer)) return end('not-binary');
    const frame = new Uint8Array(data);
    if (handlers === null) early.push(frame);
    else handlers.frame(frame);
  });
  const room = async (): Promise<void> => {
    while (over === null && channel.bufferedAmount > HIGH_BYTES) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return {
    way: facts.way,
    binding: facts.binding,
    send: async (frame) => {
      if (over !== null || channel.readyState !== 'open') throw new Fault('pipe-closed', { why: over ?? 'not-open' });
      try {
        channel.send(frame);
      } catch (error) {
        throw new Fault('pipe-closed', { why: 'send' }, error);
      }
      await room();
    },
    listen: (given) => {
      handlers = given;
      for (const frame of early.splice(0)) given.frame(frame);
      if (over !== null) given.closed(over);
    },
    close: () => end('closed'),
    end,
  };
}
