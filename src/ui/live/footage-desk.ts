import { type Accessor, createContext, useContext } from 'solid-js';
import type { Control } from '../../base/job.ts';
import type { Outcome } from '../../base/outcome.ts';
import type { CameraAtHand } from '../../domain/camera.ts';
import type { CardList } from '../../domain/card-list.ts';
import type { BatchId, DeviceId, MediumId, RecordingId } from '../../domain/ids.ts';
import type { MediaFacts } from '../../domain/media-facts.ts';
import type { Derivative, DerivativeRefusal } from '../../domain/ports/derivative-maker.ts';
import type { FootageItem, FootageSource } from '../../domain/ports/footage-source.ts';
import type { IntakeSession } from '../../domain/ports/local-state.ts';
import type { RecordingRecord } from '../../domain/records.ts';
import type { BufferedHere } from '../../usecases/buffered-here.ts';
import type { CopyCheck } from '../../usecases/check-copies.ts';
import type { RuleRefusal, Seat } from '../../usecases/desk.ts';
import type { BookExport } from '../../usecases/export-book.ts';
import type { MediumRefusal } from '../../usecases/footage-ports.ts';
import type { Choice, IntakePlan, PlanOptions } from '../../usecases/plan-intake.ts';
import type { Stored } from '../../usecases/store-footage.ts';
import type { TakenIn } from '../../usecases/take-in.ts';
import type { RunningJob } from './jobs.ts';

/** A source the operator chose. `handle` is kept so that the intake can go on after a restart; files dropped singly have none. */
export interface ChosenSource {
  readonly source: FootageSource;
  readonly handle: FileSystemDirectoryHandle | null;
  /** Set where it is a camera on a cable: known again by itself after a replug or a restart. */
  readonly camera?: CameraAtHand | null;
}

export type StoringJob = RunningJob<Stored, MediumRefusal>;

/** Looking at a source; what was found so far is there long before the plan. */
export interface PlanningJob extends RunningJob<IntakePlan, never> {
  readonly found: Accessor<readonly FootageItem[]>;
}

/** What a look inside one file of a source gave. */
export interface Preview {
  readonly facts: MediaFacts;
  readonly picture: Blob | null;
}

/** `asks`: the browser wants to be asked again. `lost`: the folder cannot be seen. `tells`: changes are told at once. */
export type WatchedState =
  | { readonly kind: 'none' }
  | { readonly kind: 'asks'; readonly label: string }
  | { readonly kind: 'lost'; readonly label: string }
  | {
      readonly kind: 'watching';
      readonly label: string;
      readonly fresh: number;
      readonly growing: number;
      readonly tells: boolean;
    };

/** What a camera told since it was last looked at: so many files are new, or it has changed otherwise. */
export interface CameraTold {
  readonly fresh: number;
  readonly changed: boolean;
}

/** `none`: this browser cannot. */
export type NoticeState = 'none' | 'unasked' | 'allowed' | 'refused';

/** How a registered medium stands at this station. */
export type MediumState = 'connected' | 'asks' | 'missing' | 'foreign' | 'never';

/** Where originals are now and how safe that is. */
export interface StorageSafety {
  /** `navigator.storage.persisted()`: the browser will not clear the buffer by itself. */
  readonly persisted: boolean;
  /** What the browser would still keep here; null before its first answer. */
  readonly freeBytes: number | null;
  readonly bufferedFiles: number;
  readonly bufferedBytes: number;
}

/**
 * Acts on footage: long ones run as jobs on the board. Made by main.tsx from the use cases and the adapters.
 * Every call that asks the browser (pickers, permissions) must come from a user's click.
 */
export interface FootageDesk {
  readonly jobs: Accessor<readonly RunningJob[]>;
  /** null: the operator closed the picker. */
  pickFolder(): Promise<ChosenSource | null>;
  /** A folder or files dropped on the page; null where the drop held neither. Must be called during the drop event. */
  fromDrop(transfer: DataTransfer): Promise<ChosenSource | null>;
  /** The folder that is watched for new files. */
  readonly watched: Accessor<WatchedState>;
  /** Chooses one; must come from a click. false: this browser cannot remember a folder. */
  watchFolder(): Promise<boolean>;
  /** Asks the browser for the remembered permission again; must come from a click. */
  allowWatched(): Promise<void>;
  stopWatching(): Promise<void>;
  /** The folder with what was not taken in yet; null where none is watched. */
  openWatched(): ChosenSource | null;
  lookAtWatched(): void;
  /** Cameras that are plugged in and were granted before, by a person or the bureau's policy: no chooser is needed. */
  readonly cameras: Accessor<readonly CameraAtHand[]>;
  /** false: this browser cannot use cameras on a cable. */
  readonly camerasOffered: boolean;
  /** null: the operator closed the browser's chooser. Throws `Fault<CameraFaultCode>`. */
  connectCamera(): Promise<ChosenSource | null>;
  openCamera(camera: CameraAtHand): ChosenSource;
  /** null: it told nothing since it was looked at; many never do. */
  cameraTold(camera: CameraAtHand): CameraTold | null;
  plan(source: ChosenSource, options: PlanOptions): PlanningJob;
  /** Looks inside one file, over a cable at its ends only; null where that cannot be done. Throws as the source does. */
  preview(source: ChosenSource, item: FootageItem, signal: AbortSignal): Promise<Preview | null>;
  /** Opens an intake of what was chosen and starts it. */
  begin(
    source: ChosenSource,
    chosen: readonly Choice[],
    about: {
      readonly device: PlanOptions['device'];
      readonly unregisteredExplanation: string | null;
      readonly plan: IntakePlan;
    },
  ): Promise<BatchId>;
  /** Intakes under way or stopped, newest first, following each file. */
  readonly intakes: Accessor<readonly IntakeSession[]>;
  intakeJob(batch: BatchId): RunningJob<TakenIn, never> | null;
  /** Goes on with a stopped intake: with the remembered folder (asks the browser), or with one chosen again. */
  resume(
    batch: BatchId,
    again: ChosenSource | null,
  ): Promise<Outcome<null, { readonly code: 'source-needed' | 'source-permission-lost' | 'other-source' }>>;
  /** Gives up what is not taken in yet; what is signed stays. */
  abandon(batch: BatchId): Promise<void>;
  /** While one is under way, that one goes on and is given back. */
  store(medium: MediumId, recordings: readonly RecordingId[]): StoringJob;
  /** The storing that was begun last, so that its page finds it again; null once it is put away. */
  readonly storing: Accessor<StoringJob | null>;
  /** Its end was seen. One that is under way stays. */
  putAwayStoring(): void;
  check(medium: MediumId, recordings: readonly RecordingId[]): RunningJob<CopyCheck, MediumRefusal>;
  readonly media: Accessor<Readonly<Record<MediumId, MediumState>>>;
  /** Looks again how each medium stands: one may have been unplugged, or another put in its place. */
  lookAtMedia(): void;
  /** Chooses the directory of a registered medium and marks it; or asks again for one that was chosen before. */
  connectMedium(medium: MediumId): Promise<Outcome<'connected', MediumRefusal | { readonly code: 'picker-closed' }>>;
  /** For 采集核对 of the own batch only: bytes from the buffer or a connected medium. */
  openForReview(recording: RecordingRecord): Promise<Outcome<Blob, { readonly code: 'medium-not-connected' }>>;
  /** Names of programs in files of this device that were asked about at their intake; files out of reach are passed over. */
  foundWriters(device: DeviceId, signal: AbortSignal): Promise<readonly string[]>;
  /**
   * 派生件 of what was opened for review and does not play; reports 0 to 1. Throws `Fault`, and `AbortError` once stopped. It
   * lies on this PC until it is dropped, and no longer than until the next start.
   */
  derive(
    recording: RecordingRecord,
    original: Blob,
    control: Control<number>,
  ): Promise<Outcome<Derivative, DerivativeRefusal>>;
  dropDerivative(recording: RecordingId): void;
  /** What an intake left on its card; null where this station does not know. */
  cardList(batch: BatchId): Promise<CardList | null>;
  /** Whether the browser may say that a card can be pulled out while another window is in front. */
  readonly notices: Accessor<NoticeState>;
  /** Asks the browser; must come from a click. */
  askNotices(): Promise<void>;
  thumbnail(recording: RecordingId): Promise<Blob | null>;
  readonly safety: Accessor<StorageSafety>;
  /** What waits in the buffer of this PC; undefined before the first answer. */
  readonly buffered: Accessor<BufferedHere | undefined>;
  askPersist(): Promise<boolean>;
  exportBook(seat: Seat): Promise<Outcome<BookExport, RuleRefusal>>;
}

const FootageDeskContext = createContext<FootageDesk>();
export const FootageDeskProvider = FootageDeskContext.Provider;

export function useFootageDesk(): FootageDesk {
  const desk = useContext(FootageDeskContext);
  if (desk === undefined) throw new Error('no footage desk above this screen');
  return desk;
}
