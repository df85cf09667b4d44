import type { RecordingId } from '../domain/ids.ts';
import type { MediaFacts } from '../domain/media-facts.ts';
import type { IntakeItem, IntakeSession } from '../domain/ports/local-state.ts';
import type { Desk } from './desk.ts';
import type { FootagePorts } from './footage-ports.ts';

const WIDTH = 320;
const TIME_LIMIT_MS = 10_000;

/**
 * Small pictures of what is in the book, made one behind the other while the next files are copied. A picture is a help, never a
 * condition: none is waited for by a signature, and one that cannot be made is not made.
 */
export class IntakePictures {
  readonly #desk: Desk;
  readonly #ports: Pick<FootagePorts, 'buffer' | 'probe'>;
  readonly #session: IntakeSession;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  #behind: Promise<void> = Promise.resolve();
  /** Pictures are kept while the next is made. */
  #keeping: Promise<unknown> = Promise.resolve();

  constructor(desk: Desk, ports: Pick<FootagePorts, 'buffer' | 'probe'>, session: IntakeSession, signal: AbortSignal) {
    this.#desk = desk;
    this.#ports = ports;
    this.#session = session;
    this.#signal = AbortSignal.any([signal, this.#stop.signal]);
  }

  /** `facts` are absent where the file was recorded before a restart; then it may have its picture already. */
  make(item: IntakeItem, facts: MediaFacts | null): void {
    const { state } = item;
    if (state.kind !== 'recorded' || state.duplicate) return;
    this.#behind = this.#behind.then(() => this.#one(item, state.recording, facts)).catch(() => undefined);
  }

  async settled(): Promise<void> {
    await this.#behind;
    await this.#keeping;
  }

  breakOff(): void {
    this.#stop.abort();
  }

  async #one({ key, name, modifiedAt }: IntakeItem, recording: RecordingId, known: MediaFacts | null): Promise<void> {
    this.#signal.throwIfAborted();
    const { buffer, probe } = this.#ports;
    if (known === null && (await this.#desk.local.thumbnail(recording)) !== null) return;
    const blob = await buffer.open({ batch: this.#session.batch, key });
    const facts = known ?? (await probe.probe(blob, name, { signal: this.#signal, modifiedAt }));
    if (facts.mediaType !== 'video' && facts.mediaType !== 'photo') return;
    const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(TIME_LIMIT_MS)]);
    const image = await probe.thumbnail(blob, facts, { signal, maxWidth: WIDTH });
    if (image === null) return;
    await this.#keeping;
    this.#keeping = this.#desk.local.putThumbnail(recording, image).catch(() => undefined);
  }
}
