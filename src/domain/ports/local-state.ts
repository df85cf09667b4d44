import type { CameraAtHand } from '../camera.ts';
import type { CardList } from '../card-list.ts';
import type { CardIndex } from '../course-records.ts';
import type { FootageDigests } from '../digest.ts';
import type {
  ActivityId,
  BatchId,
  BureauId,
  DeviceId,
  EntryId,
  KeyId,
  MediumId,
  PersonId,
  RecordingId,
  StationId,
} from '../ids.ts';
import type { LinkSecrets } from '../link.ts';
import type { MediaFacts } from '../media-facts.ts';
import type { UnlinkedReason } from '../records.ts';
import type { Instant } from '../time.ts';

/**
 * What this origin keeps for itself: unsigned, never replicated, of no weight in a dispute. Losing it loses no record
 * and no original.
 */
export interface StationIdentity {
  readonly bureau: BureauId;
  /** The founding entry this station pinned: authority comes from it alone. */
  readonly root: EntryId;
  readonly station: StationId;
  readonly code: string;
  /** Origin the bureau was founded or joined from; another origin is another station. */
  readonly origin: string;
}

export type IntakeItemState =
  | { readonly kind: 'queued' }
  | {
      readonly kind: 'copied';
      readonly digests: FootageDigests;
      readonly facts: MediaFacts;
      readonly verifiedAt: Instant;
    }
  | { readonly kind: 'recorded'; readonly recording: RecordingId; readonly duplicate: boolean }
  | { readonly kind: 'failed'; readonly code: string };

/** One file of an intake under way. `key` names its place in the intake buffer. */
export interface IntakeItem {
  readonly key: string;
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly modifiedAt: Instant | null;
  readonly activity: ActivityId | null;
  readonly unlinkedReason: UnlinkedReason | null;
  readonly state: IntakeItemState;
  /** Its inside was looked at and what was seen is signed. */
  readonly examined?: true;
}

/** An intake under way, so that a closed lid or a killed tab goes on where it stopped. */
export interface IntakeSession {
  readonly batch: BatchId;
  readonly device: DeviceId | null;
  readonly unregisteredExplanation: string | null;
  readonly person: PersonId;
  readonly sourceLabel: string;
  /** Structured-cloneable handle of the chosen folder; null where plain files were dropped (choose again to go on). */
  readonly sourceHandle: FileSystemDirectoryHandle | null;
  /** The camera on a cable that it is taken in from. Absent in intakes of before there were any. */
  readonly sourceCamera?: CameraAtHand | null;
  /** What the card's own files list, as it was when it was looked at. */
  readonly cardIndex?: CardIndex | null;
  readonly startedAt: Instant;
  readonly items: readonly IntakeItem[];
}

export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  readonly fontSize: 'standard' | 'large' | 'extra-large';
  readonly idleLockMinutes: number;
  readonly numberStyle: 'plain' | 'document';
}

/** An invitation this station gave out. Kept, so that a reload does not turn away whoever holds it. */
export interface KeptInvitation {
  readonly id: string;
  /** 32 bytes, base64url: the guest proves that it knows them. */
  readonly secret: string;
  readonly expiresAt: Instant;
  /** The station key that was admitted by it: good for one. */
  readonly usedBy: KeyId | null;
}

/** A folder that is looked at for new files. */
export interface WatchedFolder {
  readonly handle: FileSystemDirectoryHandle;
  readonly label: string;
  /** Files of it that were taken in, by path, size and time. */
  readonly taken: readonly string[];
}

export interface LocalState {
  identity(): Promise<StationIdentity | null>;
  putIdentity(identity: StationIdentity): Promise<void>;
  settings(): Promise<Settings>;
  putSettings(settings: Settings): Promise<void>;
  intakes(): Promise<readonly IntakeSession[]>;
  putIntake(session: IntakeSession): Promise<void>;
  /** Changes some items of one intake in place, cheap for 12,000 items. */
  putIntakeItems(batch: BatchId, items: readonly IntakeItem[]): Promise<void>;
  removeIntake(batch: BatchId): Promise<void>;
  mediumHandle(medium: MediumId): Promise<FileSystemDirectoryHandle | null>;
  putMediumHandle(medium: MediumId, handle: FileSystemDirectoryHandle): Promise<void>;
  /** Where the intake buffer holds an original until it is purged. */
  bufferedAt(recording: RecordingId): Promise<{ readonly batch: BatchId; readonly key: string } | null>;
  buffered(): Promise<readonly { readonly recording: RecordingId; readonly batch: BatchId; readonly key: string }[]>;
  putBuffered(
    rows: readonly { readonly recording: RecordingId; readonly batch: BatchId; readonly key: string }[],
  ): Promise<void>;
  removeBuffered(recordings: readonly RecordingId[]): Promise<void>;
  /** Pictures, prints and lines of intakes: nothing is kept of these recordings but where the buffer holds them. */
  forgetRecordings(recordings: readonly RecordingId[]): Promise<void>;
  /** JPEG thumbnail made at intake; may be absent. */
  thumbnail(recording: RecordingId): Promise<Blob | null>;
  putThumbnail(recording: RecordingId, image: Blob): Promise<void>;
  /**
   * Remembers what the pictures inside a recording come to, and gives another recording of this station that came to the same;
   * null where there is none.
   */
  rememberPrint(print: string, recording: RecordingId): Promise<RecordingId | null>;
  /** What an intake left on its card; kept when the intake itself is over. */
  cardList(batch: BatchId): Promise<CardList | null>;
  putCardList(list: CardList): Promise<void>;
  watchedFolder(): Promise<WatchedFolder | null>;
  putWatchedFolder(folder: WatchedFolder | null): Promise<void>;
  /** The latest clock reading seen, to notice a clock set back. */
  lastClock(): Promise<Instant | null>;
  putLastClock(at: Instant): Promise<void>;
  /** null at a station founded before there were links, until it makes or is given some. */
  linkSecrets(): Promise<LinkSecrets | null>;
  putLinkSecrets(secrets: LinkSecrets): Promise<void>;
  invitation(): Promise<KeptInvitation | null>;
  putInvitation(invitation: KeptInvitation | null): Promise<void>;
}
