import type { LinkWay } from '../../../domain/link.ts';

/** Larger frames hold up what else goes over the connection; browsers drop messages over 256 KiB without a word. */
export const MAX_FRAME_BYTES = 65_536;

/** A raw way to one other machine: whole frames, at most 64 KiB each; nothing proven yet. */
export interface Pipe {
  readonly way: LinkWay;
  /** What both ends must see alike, mixed into the handshake: both DTLS fingerprints, or null where there are none (relay). */
  readonly binding: Uint8Array<ArrayBuffer> | null;
  /** Resolves when the pipe will take more (back-pressure). Rejects with `Fault<'pipe-closed'>`. */
  send(frame: Uint8Array<ArrayBuffer>): Promise<void>;
  listen(handlers: { frame(bytes: Uint8Array<ArrayBuffer>): void; closed(why: string): void }): void;
  close(): void;
}
