import type { Progress } from '../base/job.ts';
import type { IntakeItem, IntakeSession, LocalState } from '../domain/ports/local-state.ts';

type Kept = Pick<LocalState, 'putIntakeItems'>;

interface Watch {
  readonly report: (progress: Progress) => void;
  /** Items that have just changed, for the list on screen. */
  readonly onItems: (items: readonly IntakeItem[]) => void;
}

const isSafe = ({ state }: IntakeItem): boolean => state.kind === 'copied' || state.kind === 'recorded';

/**
 * The items of an intake under way. Totals are kept rather than counted anew, and rows are written several at once: a card may hold
 * thousands of small files.
 */
export class IntakeItems {
  readonly #local: Kept;
  readonly #batch: IntakeSession['batch'];
  readonly #watch: Watch;
  readonly #items: Map<string, IntakeItem>;
  /** Bytes done of files that are being copied. */
  readonly #underWay = new Map<string, number>();
  #safeFiles = 0;
  #safeBytes = 0;
  #totalBytes = 0;
  #unwritten: IntakeItem[] = [];
  #writing: Promise<void> | null = null;
  #failure: { readonly reason: unknown } | null = null;

  constructor(local: Kept, { batch, items }: Pick<IntakeSession, 'batch' | 'items'>, watch: Watch) {
    this.#local = local;
    this.#batch = batch;
    this.#watch = watch;
    this.#items = new Map(items.map((item) => [item.key, item]));
    for (const item of items) this.#count(item, 1);
  }

  /** In the order of the list. */
  all(): readonly IntakeItem[] {
    return [...this.#items.values()];
  }

  of(...kinds: readonly IntakeItem['state']['kind'][]): readonly IntakeItem[] {
    return this.all().filter(({ state }) => kinds.includes(state.kind));
  }

  /** Throws if rows put before could not be written. */
  put(...items: readonly IntakeItem[]): void {
    if (this.#failure !== null) throw this.#failure.reason;
    if (items.length === 0) return;
    for (const item of items) {
      const before = this.#items.get(item.key);
      if (before !== undefined) this.#count(before, -1);
      this.#count(item, 1);
      this.#items.set(item.key, item);
      this.#underWay.delete(item.key);
    }
    this.#unwritten.push(...items);
    this.#writing ??= this.#write();
    this.#watch.onItems(items);
    this.#report(items.at(-1)?.name ?? '');
  }

  reportCopied({ key, name }: IntakeItem, bytes: number): void {
    this.#underWay.set(key, bytes);
    this.#report(name);
  }

  /** Returns once the rows of everything that was put are on the disk. */
  async written(): Promise<void> {
    await this.#writing;
    if (this.#failure !== null) throw this.#failure.reason;
  }

  async #write(): Promise<void> {
    try {
      while (this.#unwritten.length > 0) await this.#local.putIntakeItems(this.#batch, this.#unwritten.splice(0));
    } catch (reason) {
      this.#failure = { reason };
    } finally {
      this.#writing = null;
    }
  }

  #count(item: IntakeItem, by: 1 | -1): void {
    this.#totalBytes += by * item.sizeBytes;
    if (!isSafe(item)) return;
    this.#safeFiles += by;
    this.#safeBytes += by * item.sizeBytes;
  }

  #report(current: string): void {
    let done = this.#safeBytes;
    for (const bytes of this.#underWay.values()) done += bytes;
    this.#watch.report({
      files: { done: this.#safeFiles, total: this.#items.size },
      bytes: { done, total: this.#totalBytes },
      current,
    });
  }
}
