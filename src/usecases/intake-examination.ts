import { isAbort } from '../base/fault.ts';
import { filmedOffsetSec } from '../domain/clock-proof.ts';
import type { ExaminationRecord } from '../domain/course-records.ts';
import type { FileTrace } from '../domain/course-words.ts';
import { type DivisionId, type RecordingId, recordingIdOf } from '../domain/ids.ts';
import type { MediaFacts } from '../domain/media-facts.ts';
import type { CodeReader } from '../domain/ports/code-reader.ts';
import type { FootageExaminer } from '../domain/ports/footage-examiner.ts';
import { type FootageSource, UNTOLD_HEALTH } from '../domain/ports/footage-source.ts';
import type { IntakeItem, IntakeSession } from '../domain/ports/local-state.ts';
import type { FilmedClock } from './clock-code.ts';
import type { Desk } from './desk.ts';
import type { FootagePorts } from './footage-ports.ts';
import { noteExamination } from './note-examination.ts';
import { ownWriters } from './own-writers.ts';

/** What looks into files that are in the book already. Absent: nothing is examined, and nothing said of it. */
export interface ExaminationPorts {
  readonly examiner: FootageExaminer;
  readonly codes: CodeReader;
  /** null: no code a station of this bureau signed. */
  readonly readClock: (text: string) => Promise<FilmedClock | null>;
}

type ClockProof = ExaminationRecord['clockProofs'][number];

interface Seen {
  readonly traces: readonly FileTrace[];
  readonly proof: ClockProof | null;
}

/** The officer starts to film and then turns to the screen: ten seconds, a second apart. */
const LOOK_AT_SEC = [0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5];
const STILL_SIDE = 1280;
/** Each costs a second or so on an old PC; a card of thousands of short clips would never end. */
const MOST_FILMS = 200;
const MOST_PHOTOS = 3;
const MOST_PROOFS = 20;

/**
 * Looks into files once they are safe, one behind the other while the next are copied, and signs what was seen. It holds up no
 * copy and fails no intake: a file that cannot be looked into is one that was not examined.
 */
export class IntakeExamination {
  readonly #desk: Desk;
  readonly #ports: Pick<FootagePorts, 'buffer' | 'probe'> & ExaminationPorts;
  readonly #session: IntakeSession;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  readonly #seen = new Map<string, Seen>();
  #behind: Promise<void> = Promise.resolve();
  #ownWriters: Promise<readonly string[]> | null = null;
  #comparison: ClockProof | null = null;
  #films = 0;
  #photos = 0;

  constructor(
    desk: Desk,
    ports: Pick<FootagePorts, 'buffer' | 'probe'> & ExaminationPorts,
    session: IntakeSession,
    signal: AbortSignal,
  ) {
    this.#desk = desk;
    this.#ports = ports;
    this.#session = session;
    this.#signal = AbortSignal.any([signal, this.#stop.signal]);
  }

  /** A camera on a cable says what its clock shows: a proof without anything filmed. */
  async compareClock(source: FootageSource): Promise<void> {
    const { clock } = await source.health(this.#signal).catch(() => UNTOLD_HEALTH);
    if (clock.origin === 'device') this.#comparison = { offsetSec: clock.value.offsetSec, by: 'comparison' };
  }

  /** `facts` are absent where the file was copied before a restart. */
  look(item: IntakeItem, facts: MediaFacts | null): void {
    this.#behind = this.#behind.then(() => this.#one(item, facts));
  }

  /** Waits for what is still to be looked at. */
  settled(): Promise<void> {
    return this.#behind;
  }

  /** What has not been looked at yet is left to the next time. */
  breakOff(): void {
    this.#stop.abort();
  }

  /** Signs what was seen in files that are in the book; gives those it speaks of. */
  async note(recorded: readonly IntakeItem[], division: DivisionId): Promise<readonly IntakeItem[]> {
    const ready = recorded.flatMap((item) => {
      const seen = this.#seen.get(item.key);
      const isNew = item.state.kind === 'recorded' && !item.state.duplicate && item.examined !== true;
      return isNew && seen !== undefined ? [{ item, recording: item.state.recording, ...seen }] : [];
    });
    const index = this.#session.cardIndex ?? null;
    const filmed = ready.flatMap(({ proof }) => proof ?? []);
    const clockProofs = [...filmed, ...(this.#comparison === null ? [] : [this.#comparison])].slice(0, MOST_PROOFS);
    if (ready.length === 0) return [];
    const files = ready.map(({ recording, traces }) => ({ recording, traces }));
    await noteExamination(this.#desk, this.#session.batch, { index, clockProofs, files }, division);
    this.#comparison = null;
    return ready.map(({ item }) => ({ ...item, examined: true }));
  }

  async #one(item: IntakeItem, known: MediaFacts | null): Promise<void> {
    try {
      this.#signal.throwIfAborted();
      const blob = await this.#ports.buffer.open({ batch: this.#session.batch, key: item.key });
      this.#ownWriters ??= ownWriters(this.#desk.records, this.#session.device);
      const control = { signal: this.#signal, modifiedAt: item.modifiedAt, ownWriters: await this.#ownWriters };
      const facts = known ?? (await this.#ports.probe.probe(blob, item.name, control));
      const signs = await this.#ports.examiner.signs(blob, facts, control);
      if (signs === null) return;
      const traces = [...signs.traces, ...(await this.#sameInside(item, signs.print))];
      const proof = await this.#filmedClock(blob, facts).catch((error: unknown) => {
        // Codes that cannot be read leave the rest as it is.
        if (isAbort(error)) throw error;
        return null;
      });
      this.#seen.set(item.key, { traces, proof });
    } catch {
      // Stored and let go meanwhile, damaged, stopped: not examined, and nothing is said of it.
    }
  }

  /** The same pictures under another digest: one of the two was made from the other. */
  async #sameInside(item: IntakeItem, print: string | null): Promise<readonly FileTrace[]> {
    const recording = recordingOf(item);
    if (print === null || recording === null) return [];
    const before = await this.#desk.local.rememberPrint(print, recording);
    return before === null ? [] : ['sameContentOtherDigest'];
  }

  async #filmedClock(blob: Blob, facts: MediaFacts): Promise<ClockProof | null> {
    const isPhoto = facts.mediaType === 'photo';
    if (!isPhoto && facts.mediaType !== 'video') return null;
    if (isPhoto ? this.#photos++ >= MOST_PHOTOS : this.#films++ >= MOST_FILMS) return null;
    const { capturedAtRaw: claim, durationMs } = facts;
    const lengthSec = durationMs === null ? Number.POSITIVE_INFINITY : durationMs / 1000;
    for (const atSec of isPhoto ? [0] : LOOK_AT_SEC.filter((at) => at < lengthSec)) {
      const still = await this.#ports.examiner.still(blob, facts, { signal: this.#signal, atSec, maxSide: STILL_SIDE });
      if (still === null) return null;
      for (const text of await this.#ports.codes.readCodes(still, this.#signal)) {
        const clock = await this.#ports.readClock(text);
        const offsetSec = clock && filmedOffsetSec({ claim, durationMs, atSec }, clock.shownAt);
        if (offsetSec !== null) return { offsetSec, by: 'filmedQr' };
      }
    }
    return null;
  }
}

function recordingOf(item: IntakeItem): RecordingId | null {
  if (item.state.kind === 'recorded') return item.state.recording;
  return item.state.kind === 'copied' ? recordingIdOf(item.state.digests.sha256) : null;
}
