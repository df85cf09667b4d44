import type { PersonId } from '../ids.ts';

/** Unsigned texts of one person, by what they are about. */
export interface DraftPad {
  /** '' where there is none. */
  read(about: string): string;
  write(about: string, text: string): void;
  drop(about: string): void;
  /** Another window of this PC, or a merge, changed a text. */
  onChange(listener: (about: string) => void): () => void;
}

/** Keeps drafts on this PC; they never enter the book. A person's pad is opened once that person has unlocked. */
export interface DraftKeeper {
  /** Resolves when what was kept has been read. */
  open(person: PersonId): Promise<DraftPad>;
}
