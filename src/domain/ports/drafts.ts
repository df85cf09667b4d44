import type { ActivityId, PersonId } from '../ids.ts';

/** Unsigned texts, by what they are about. */
export interface DraftPad {
  /** '' where there is none. */
  read(about: string): string;
  write(about: string, text: string): void;
  drop(about: string): void;
  /** Another window of this PC, or somebody else, changed a text. */
  onChange(listener: (about: string) => void): () => void;
}

/** Keeps drafts on this PC; they never enter the book. A person's pad is opened once that person has unlocked. */
export interface DraftKeeper {
  /** Resolves when what was kept has been read. */
  open(person: PersonId): Promise<DraftPad>;
  /** What the officers of an activity write together: it goes to the stations where they sign, and nowhere else. */
  openShared(activity: ActivityId): Promise<DraftPad>;
}
