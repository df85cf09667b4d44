/** One line of `npm run bench`. `ratio` is what the goal is set for; absolute values go into `detail` only. */
export interface Figure {
  readonly bench: string;
  readonly ratio: number;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What a file of this folder exports as `benches`: by name, `room/what`. */
export type Benches = Readonly<Record<string, () => Promise<readonly Figure[]>>>;
