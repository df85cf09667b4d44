import { isAbort, isFault } from '../base/fault.ts';
import type { Control, Progress } from '../base/job.ts';
import type { FootageSource } from '../domain/ports/footage-source.ts';
import type { IntakeItem, IntakeItemState, IntakeSession } from '../domain/ports/local-state.ts';
import type { Desk } from './desk.ts';
import type { FootagePorts } from './footage-ports.ts';
import { type ExaminationPorts, IntakeExamination } from './intake-examination.ts';
import { noteIncident } from './note-incident.ts';
import { probeOfDevice } from './probe-of-device.ts';
import { divisionOfIntake, type RecordedIntake, recordIntake } from './record-intake.ts';

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
  /** Called after each change of an item, for the list on screen. */
  readonly onItem: (item: IntakeItem) => void;
}

/** Without `examination` files are taken in and not examined, and nothing is said of their inside. */
export type TakeInPorts = Pick<FootagePorts, 'buffer' | 'probe'> & { readonly examination?: ExaminationPorts };

/**
 * Takes an opened intake in: copy, digest, read back, look inside, sign. What is already safe is signed before the
 * intake stops for any reason, so a pulled card or a closed lid costs nothing; calling it again goes on. Files are examined
 * behind the copying, and once all are safe the card is no longer needed.
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
    await run.beginExamination();
    for (const item of run.pending()) await run.one(item);
    await run.record(1);
    await run.examinationEnded();
  } catch (error) {
    run.breakOffExamination();
    throw error;
  } finally {
    await run.record(1);
    await run.noteExamination();
  }
  return run.result();
}

class IntakeRun {
  readonly #items: Map<string, IntakeItem>;
  readonly #desk: Desk;
  readonly #ports: TakeInPorts;
  readonly #session: IntakeSession;
  readonly #source: FootageSource;
  readonly #control: TakeInControl;
  readonly #examination: IntakeExamination | null;

  constructor(desk: Desk, ports: TakeInPorts, session: IntakeSession, source: FootageSource, control: TakeInControl) {
    this.#desk = desk;
    this.#ports = ports;
    this.#session = session;
    this.#source = source;
    this.#control = control;
    this.#items = new Map(session.items.map((item) => [item.key, item]));
    const { examination } = ports;
    this.#examination =
      examination === undefined
        ? null
        : new IntakeExamination(desk, { ...ports, ...examination }, session, control.signal);
  }

  /** What was taken in before a stop and not looked into any more comes first. */
  async beginExamination(): Promise<void> {
    const items = [...this.#items.values()];
    for (const item of items)
      if (item.state.kind === 'recorded' && !item.state.duplicate && item.examined !== true)
        this.#examination?.look(item, null);
    if (!items.some(({ examined }) => examined)) await this.#examination?.compareClock(this.#source);
  }

  examinationEnded(): Promise<void> {
    return this.#examination?.settled() ?? Promise.resolve();
  }

  breakOffExamination(): void {
    this.#examination?.breakOff();
  }

  async noteExamination(): Promise<void> {
    const items = [...this.#items.values()];
    const division = await divisionOfIntake(this.#desk, this.#session, items);
    for (const item of (await this.#examination?.note(items, division)) ?? []) await this.#put(item);
  }

  /** Failed items are tried again: the card may be back, the file whole. */
  pending(): readonly IntakeItem[] {
    return [...this.#items.values()].filter((item) => item.state.kind === 'queued' || item.state.kind === 'failed');
  }

  async one(item: IntakeItem): Promise<void> {
    this.#control.signal.throwIfAborted();
    try {
      const copied = { ...item, ...(await this.#copy(item)) };
      await this.#put(copied);
      this.#examination?.look(copied, copied.state.facts);
    } catch (error) {
      if (isAbort(error) || !isFault(error) || !OWN_FAULTS.has(error.code)) throw error;
      await this.#put({ ...item, state: { kind: 'failed', code: error.code } });
      const code = error.code === 'read-back-mismatch' ? 'read-back-mismatch' : 'source-changed';
      await noteIncident(this.#desk, code, { batch: this.#session.batch, item: item.key, fault: error.code });
    }
    await this.record(BATCH_FILES);
  }

  /** The copy's own size goes with it: a camera may have said too little of the original's. */
  async #copy(
    item: IntakeItem,
  ): Promise<{ readonly sizeBytes: number; readonly state: Extract<IntakeItemState, { kind: 'copied' }> }> {
    const { signal } = this.#control;
    const place = { batch: this.#session.batch, key: item.key };
    const listed = { path: item.path, name: item.name, sizeBytes: item.sizeBytes, modifiedAt: item.modifiedAt };
    const opened = await this.#source.open(listed, signal);
    const { digests, sizeBytes } = await this.#ports.buffer.takeIn(place, opened, listed, {
      signal,
      report: (done) => this.#report(done, item.name),
    });
    const copy = await this.#ports.buffer.open(place);
    const facts = await this.#ports.probe.probe(copy, item.name, { signal, modifiedAt: item.modifiedAt });
    return { sizeBytes, state: { kind: 'copied', digests, facts, verifiedAt: this.#desk.now() } };
  }

  /** Signs what has been copied once there are `atLeast` of it. */
  async record(atLeast: number): Promise<void> {
    const copied = [...this.#items.values()].filter((item) => item.state.kind === 'copied');
    if (copied.length < atLeast) return;
    for (let i = 0; i < copied.length; i += BATCH_FILES) {
      const some = copied.slice(i, i + BATCH_FILES);
      const recorded: readonly RecordedIntake[] = await recordIntake(this.#desk, this.#ports, this.#session, some);
      for (const { item } of recorded) await this.#put(item);
    }
  }

  async #put(item: IntakeItem): Promise<void> {
    await this.#desk.local.putIntakeItems(this.#session.batch, [item]);
    this.#items.set(item.key, item);
    this.#control.onItem(item);
    this.#report(0, item.name);
  }

  #report(bytesOfCurrent: number, current: string): void {
    const all = [...this.#items.values()];
    const safe = all.filter((item) => item.state.kind === 'copied' || item.state.kind === 'recorded');
    this.#control.report({
      files: { done: safe.length, total: all.length },
      bytes: {
        done: safe.reduce((sum, item) => sum + item.sizeBytes, 0) + bytesOfCurrent,
        total: all.reduce((sum, item) => sum + item.sizeBytes, 0),
      },
      current,
    });
  }

  result(): TakenIn {
    const all = [...this.#items.values()];
    return {
      recorded: all.filter((item) => item.state.kind === 'recorded').length,
      duplicates: all.filter((item) => item.state.kind === 'recorded' && item.state.duplicate).length,
      failed: all.flatMap((item) => (item.state.kind === 'failed' ? [{ path: item.path, code: item.state.code }] : [])),
    };
  }
}
