import { isAbort, isFault } from '../base/fault.ts';
import type { Control, Progress } from '../base/job.ts';
import { inLanes } from '../base/lanes.ts';
import type { FootageSource } from '../domain/ports/footage-source.ts';
import type { IntakeItem, IntakeItemState, IntakeSession } from '../domain/ports/local-state.ts';
import type { Desk } from './desk.ts';
import { lanesOf, SMALL_FILE_LANES } from './file-progress.ts';
import type { BufferPlace, FootagePorts } from './footage-ports.ts';
import { type ExaminationPorts, IntakeExamination } from './intake-examination.ts';
import { IntakeItems } from './intake-items.ts';
import { IntakePictures } from './intake-pictures.ts';
import { noteIncident } from './note-incident.ts';
import { probeOfDevice } from './probe-of-device.ts';
import { divisionOfIntake, recordIntake } from './record-intake.ts';

const BATCH_FILES = 200;

/** Faults of one file: it is set aside with the reason and the rest goes on. All others stop the intake where it is. */
const OWN_FAULTS: ReadonlySet<string> = new Set([
  'item-gone',
  'item-changed',
  'source-unreadable',
  'read-back-mismatch',
]);

export interface TakenIn {
  readonly recorded: number;
  readonly duplicates: number;
  readonly failed: readonly { readonly path: string; readonly code: string }[];
}

export interface TakeInControl extends Control<Progress> {
  /** Called with items that have just changed, for the list on screen. */
  readonly onItems: (items: readonly IntakeItem[]) => void;
}

/** Without `examination` files are taken in and not examined, and nothing is said of their inside. */
export type TakeInPorts = Pick<FootagePorts, 'buffer' | 'probe'> & { readonly examination?: ExaminationPorts };

/**
 * Takes an opened intake in: copy, digest, read back, look inside, sign. What is already safe is signed before the
 * intake stops for any reason, so a pulled card or a closed lid costs nothing; calling it again goes on. Pictures are made and
 * files examined behind the copying, and once all are safe the card is no longer needed.
 */
export async function takeIn(
  desk: Desk,
  ports: TakeInPorts,
  session: IntakeSession,
  source: FootageSource,
  control: TakeInControl,
): Promise<TakenIn> {
  const probe = await probeOfDevice(desk.records, session.device, ports.probe);
  const run = new IntakeRun(desk, { ...ports, probe }, session, source, control);
  try {
    await run.begin();
    await run.copyAll();
    await run.record(1);
    await run.lookedAt();
  } catch (error) {
    run.breakOff();
    throw error;
  } finally {
    await run.record(1);
    await run.noteExamination();
  }
  return run.result();
}

class IntakeRun {
  readonly #items: IntakeItems;
  readonly #desk: Desk;
  readonly #ports: TakeInPorts;
  readonly #session: IntakeSession;
  readonly #source: FootageSource;
  readonly #control: TakeInControl;
  readonly #pictures: IntakePictures;
  readonly #examination: IntakeExamination | null;

  constructor(desk: Desk, ports: TakeInPorts, session: IntakeSession, source: FootageSource, control: TakeInControl) {
    this.#desk = desk;
    this.#ports = ports;
    this.#session = session;
    this.#source = source;
    this.#control = control;
    this.#items = new IntakeItems(desk.local, session, control);
    this.#pictures = new IntakePictures(desk, ports, session, control.signal);
    const { examination } = ports;
    this.#examination =
      examination === undefined
        ? null
        : new IntakeExamination(desk, { ...ports, ...examination }, session, control.signal);
  }

  async begin(): Promise<void> {
    await this.#copyAgainWhatIsLost();
    this.#lookAtWhatWasLeft();
    if (!this.#items.all().some(({ examined }) => examined)) await this.#examination?.compareClock(this.#source);
  }

  /** Where the power failed, a row may have outlived the file it speaks of. */
  async #copyAgainWhatIsLost(): Promise<void> {
    for (const item of this.#items.of('copied')) {
      const copy = await this.#ports.buffer.open(this.#placeOf(item)).catch((error: unknown) => {
        if (isFault(error) && error.code === 'buffer-missing') return null;
        throw error;
      });
      if (copy?.size !== item.sizeBytes) this.#items.put({ ...item, state: { kind: 'queued' } });
    }
  }

  /** What was taken in before a stop and not looked into any more comes first. */
  #lookAtWhatWasLeft(): void {
    for (const item of this.#items.of('recorded')) {
      this.#pictures.make(item, null);
      const isOriginal = item.state.kind === 'recorded' && !item.state.duplicate;
      if (isOriginal && item.examined !== true) this.#examination?.look(item, null);
    }
  }

  async lookedAt(): Promise<void> {
    await this.#pictures.settled();
    await this.#examination?.settled();
  }

  breakOff(): void {
    this.#pictures.breakOff();
    this.#examination?.breakOff();
  }

  async noteExamination(): Promise<void> {
    const items = this.#items.all();
    const division = await divisionOfIntake(this.#desk, this.#session, items);
    this.#items.put(...((await this.#examination?.note(items, division)) ?? []));
    await this.#items.written();
  }

  /**
   * Small files several at once, others and those on a cable one by one. Nothing is copied while a batch is signed, so that numbers
   * follow the list. Failed items are tried again: the card may be back, the file whole.
   */
  async copyAll(): Promise<void> {
    const todo = this.#items.of('queued', 'failed');
    const byCable = this.#source.peek !== undefined;
    const width = (item: IntakeItem): number => (byCable ? SMALL_FILE_LANES : lanesOf(item));
    for (let at = 0; at < todo.length; at += BATCH_FILES) {
      await inLanes(todo.slice(at, at + BATCH_FILES), SMALL_FILE_LANES, width, (item) => this.#one(item));
      await this.record(BATCH_FILES);
    }
    this.#control.signal.throwIfAborted();
  }

  async #one(item: IntakeItem): Promise<void> {
    this.#control.signal.throwIfAborted();
    try {
      const copied = { ...item, ...(await this.#copy(item)) };
      this.#items.put(copied);
      this.#examination?.look(copied, copied.state.facts);
    } catch (error) {
      if (isAbort(error) || !isFault(error) || !OWN_FAULTS.has(error.code)) throw error;
      this.#items.put({ ...item, state: { kind: 'failed', code: error.code } });
      const code = error.code === 'read-back-mismatch' ? 'read-back-mismatch' : 'source-changed';
      await noteIncident(this.#desk, code, { batch: this.#session.batch, item: item.key, fault: error.code });
    }
  }

  /** The copy's own size goes with it: a camera may have said too little of the original's. */
  async #copy(
    item: IntakeItem,
  ): Promise<{ readonly sizeBytes: number; readonly state: Extract<IntakeItemState, { kind: 'copied' }> }> {
    const { signal } = this.#control;
    const place = this.#placeOf(item);
    const listed = { path: item.path, name: item.name, sizeBytes: item.sizeBytes, modifiedAt: item.modifiedAt };
    const opened = await this.#source.open(listed, signal);
    const { digests, sizeBytes } = await this.#ports.buffer.takeIn(place, opened, listed, {
      signal,
      report: (done) => this.#items.reportCopied(item, done),
    });
    const copy = await this.#ports.buffer.open(place);
    const facts = await this.#ports.probe.probe(copy, item.name, { signal, modifiedAt: item.modifiedAt });
    return { sizeBytes, state: { kind: 'copied', digests, facts, verifiedAt: this.#desk.now() } };
  }

  /** Signs what has been copied once there are `atLeast` of it. */
  async record(atLeast: number): Promise<void> {
    const copied = this.#items.of('copied');
    if (copied.length < atLeast) return;
    await this.#items.written();
    for (let i = 0; i < copied.length; i += BATCH_FILES) {
      const some = copied.slice(i, i + BATCH_FILES);
      const recorded = await recordIntake(this.#desk, this.#ports, this.#session, some);
      this.#items.put(...recorded);
      await this.#items.written();
      const facts = new Map(some.map(({ key, state }) => [key, state.kind === 'copied' ? state.facts : null]));
      for (const item of recorded) this.#pictures.make(item, facts.get(item.key) ?? null);
    }
  }

  #placeOf({ key }: IntakeItem): BufferPlace {
    return { batch: this.#session.batch, key };
  }

  result(): TakenIn {
    const all = this.#items.all();
    return {
      recorded: all.filter((item) => item.state.kind === 'recorded').length,
      duplicates: all.filter((item) => item.state.kind === 'recorded' && item.state.duplicate).length,
      failed: all.flatMap((item) => (item.state.kind === 'failed' ? [{ path: item.path, code: item.state.code }] : [])),
    };
  }
}
