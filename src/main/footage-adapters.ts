import type { FolderWatch } from '../adapters/camera/folder/watch-folder.ts';
import type { Control } from '../base/job.ts';
import type { Outcome } from '../base/outcome.ts';
import type { CameraAtHand, CameraKey, CameraNews } from '../domain/camera.ts';
import type { BureauId, MediumId, RecordingId } from '../domain/ids.ts';
import type { CodeReader } from '../domain/ports/code-reader.ts';
import type { Derivative, DerivativeRefusal } from '../domain/ports/derivative-maker.ts';
import type { FootageExaminer } from '../domain/ports/footage-examiner.ts';
import type { FootageSource } from '../domain/ports/footage-source.ts';
import type { MediaProbe } from '../domain/ports/media-probe.ts';
import type { OriginStorage } from '../domain/ports/vault.ts';
import type { ChosenSource, MediumState } from '../ui/live/footage-desk.ts';
import type { FootageBuffer, MediumRefusal, MediumStore } from '../usecases/footage-ports.ts';

/** Cameras on a cable as this browser gives them. */
export interface CameraAdapters {
  readonly isOffered: boolean;
  readonly granted: () => Promise<readonly CameraAtHand[]>;
  /** Must come from a click. null: the chooser was closed. */
  readonly choose: () => Promise<CameraAtHand | null>;
  readonly watch: (onChange: () => void) => () => void;
  readonly source: (camera: CameraAtHand) => FootageSource;
  readonly listen: (onNews: (camera: CameraKey, news: CameraNews) => void) => () => void;
}

/** 派生件 while they are watched; what is dropped is made anew for whoever asks again. */
export interface DerivativeAdapters {
  readonly make: (
    recording: RecordingId,
    original: Blob,
    name: string,
    control: Control<number>,
  ) => Promise<Outcome<Derivative, DerivativeRefusal>>;
  readonly drop: (recording: RecordingId) => Promise<void>;
  readonly empty: () => Promise<void>;
}

/** What the footage desk needs of this browser; made from the adapter rooms in `browser-footage.ts`. */
export interface FootageAdapters {
  readonly buffer: FootageBuffer;
  readonly probe: MediaProbe;
  readonly derivatives: DerivativeAdapters;
  readonly examiner: FootageExaminer;
  /** Reads the clock a recorder filmed (Art. 5). */
  readonly codes: CodeReader;
  readonly pickFolder: () => Promise<ChosenSource | null>;
  readonly fromDrop: (transfer: DataTransfer) => Promise<ChosenSource | null>;
  /** A folder remembered from an earlier session. */
  readonly reopen: (handle: FileSystemDirectoryHandle) => FootageSource;
  /** Asks the browser for the remembered permission again; must come from a click. */
  readonly askPermission: (handle: FileSystemDirectoryHandle, mode: 'read' | 'readwrite') => Promise<boolean>;
  /** Whether the remembered permission still holds; asks nothing. */
  readonly mayRead: (handle: FileSystemDirectoryHandle) => Promise<boolean>;
  readonly watchFolder: (handle: FileSystemDirectoryHandle, onChange: () => void) => Promise<FolderWatch>;
  readonly cameras: CameraAdapters;
  readonly medium: {
    /** Opens without asking anything. */
    readonly open: (
      bureau: BureauId,
      medium: MediumId,
      handle: FileSystemDirectoryHandle,
    ) => Promise<Outcome<MediumStore, MediumRefusal>>;
    /**
     * Chooses a directory and puts this medium's mark into it, unless it carries another's, or none though the medium holds
     * footage. null: picker closed.
     */
    readonly choose: (
      bureau: BureauId,
      medium: { readonly medium: MediumId; readonly label: string; readonly isNew: boolean },
    ) => Promise<Outcome<FileSystemDirectoryHandle, MediumRefusal> | null>;
  };
  readonly storage: OriginStorage;
}

export const mediumStateOf = (refusal: MediumRefusal): MediumState => {
  switch (refusal.code) {
    case 'medium-never-connected':
      return 'never';
    case 'medium-asks':
      return 'asks';
    case 'medium-missing':
    case 'medium-unmarked':
      return 'missing';
    case 'medium-foreign':
      return 'foreign';
  }
};
