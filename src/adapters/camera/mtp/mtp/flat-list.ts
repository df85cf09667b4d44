import { RESPONSE } from '../../ptp/codes.ts';
import type { Below, CameraObject, MtpObjects } from './objects.ts';

/** Nobody may look into it; the list of all there is would be a way around that. */
const CLOSED: ReadonlySet<number> = new Set([RESPONSE.accessDenied, RESPONSE.storeNotAvailable]);

/**
 * What a folder holds where the camera does not list folders, but all there is in the store: every object says which folder
 * it is in. Asked for once, and only when a folder was refused.
 */
export class FlatList {
  readonly #objects: MtpObjects;
  readonly #signal: AbortSignal;
  readonly #byParent = new Map<number, CameraObject[]>();
  readonly #known = new Set<number>();
  readonly #asked = new Set<number>();

  constructor(objects: MtpObjects, signal: AbortSignal) {
    this.#objects = objects;
    this.#signal = signal;
  }

  note(object: CameraObject): void {
    if (object.parent === undefined || this.#known.has(object.handle)) return;
    this.#known.add(object.handle);
    this.#byParent.set(object.parent, [...(this.#byParent.get(object.parent) ?? []), object]);
  }

  /** In the form of a listing; null: nothing is known of this folder beyond its answer. */
  async below(storage: number, folder: number, answer: Below): Promise<readonly (readonly CameraObject[])[] | null> {
    const noted = this.#byParent.get(folder);
    if (noted !== undefined) return [noted];
    // An empty folder is nothing to wonder at.
    if (typeof answer !== 'number' || CLOSED.has(answer)) return null;
    await this.#askAll(storage);
    const found = this.#byParent.get(folder);
    return found === undefined ? null : [found];
  }

  async #askAll(storage: number): Promise<void> {
    if (this.#asked.has(storage)) return;
    this.#asked.add(storage);
    for (const handle of (await this.#objects.everything(storage, this.#signal)) ?? []) {
      this.#signal.throwIfAborted();
      const object = this.#known.has(handle) ? null : await this.#objects.object(handle, this.#signal);
      if (object !== null) this.note(object);
    }
  }
}
