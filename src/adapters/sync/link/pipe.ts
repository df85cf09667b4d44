/** A raw way to one other machine: whole frames, at most 64 KiB each; nothing proven yet. */
export interface Pipe {
  readonly way: 'direct' | 'relay' | 'by-hand' | 'same-pc';
  /** What both ends must see alike, mixed into the handshake: both DTLS fingerprints, or null where there are none (relay). */
  readonly binding: Uint8Array<ArrayBuffer> | null;
  /** Resolves when the pipe will take more (back-pressure). Rejects with `Fault<'pipe-closed'>`. */
  send(frame: Uint8Array<ArrayBuffer>): Promise<void>;
  listen(handlers: { frame(bytes: Uint8Array<ArrayBuffer>): void; closed(why: string): void }): void;
  close(): void;
}
