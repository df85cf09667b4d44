import type { Control } from '../../base/job.ts';

/** Acts done and in all. */
export interface LoadProgress {
  readonly done: number;
  readonly total: number;
}

/** The demonstration on this PC, beside the bureau's own book and apart from it. Made by main. */
export interface DemonstrationDesk {
  /** This window shows the demonstration. */
  readonly inside: boolean;
  isLoaded(): Promise<boolean>;
  /** Throws `AbortError` once the signal is aborted; whatever stops it leaves nothing behind. */
  load(control: Control<LoadProgress>): Promise<void>;
  /** Opens it in this window, which is read anew. */
  enter(): void;
  /** Back to the bureau's own book. */
  leave(): void;
  /** Deletes it wholly; from inside it is left first. */
  remove(): Promise<void>;
}
