/** What a camera holds: folders and files, their content made when it is read, so that 5 GiB cost nothing. */
export interface CardObject {
  readonly handle: number;
  /** 0: the root. */
  readonly parent: number;
  name: string;
  readonly isFolder: boolean;
  sizeBytes: number;
  modified: string;
  readonly content: (offset: number, into: Uint8Array) => void;
}

/** A prime, so that no power of two lines up with it and a misplaced chunk never looks right. */
const PATTERN_BYTES = 1_048_573;
const patterns = new Map<number, Uint8Array>();

function patternOf(seed: number): Uint8Array {
  const known = patterns.get(seed);
  if (known !== undefined) return known;
  const pattern = new Uint8Array(PATTERN_BYTES);
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  for (let i = 0; i < pattern.length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    pattern[i] = state >>> 24;
  }
  patterns.set(seed, pattern);
  return pattern;
}

/** Content of any length that can be asked for at any place. */
export function patterned(seed: number): CardObject['content'] {
  return (offset, into) => {
    const pattern = patternOf(seed);
    for (let at = 0; at < into.length; ) {
      const from = (offset + at) % PATTERN_BYTES;
      const part = pattern.subarray(from, from + into.length - at);
      into.set(part, at);
      at += part.length;
    }
  };
}

export const held =
  (bytes: Uint8Array): CardObject['content'] =>
  (offset, into) =>
    into.set(bytes.subarray(offset, offset + into.length));

function sized(
  content: number | Uint8Array | Pick<CardObject, 'sizeBytes' | 'content'>,
  seed: number,
): Pick<CardObject, 'sizeBytes' | 'content'> {
  if (typeof content === 'number') return { sizeBytes: content, content: patterned(seed) };
  return content instanceof Uint8Array ? { sizeBytes: content.length, content: held(content) } : content;
}

export class CameraCard {
  readonly #byHandle = new Map<number, CardObject>();
  readonly #byParent = new Map<number, CardObject[]>();
  readonly #folders = new Map<string, number>([['', 0]]);

  #add(object: Omit<CardObject, 'handle'>): CardObject {
    const added = { ...object, handle: this.#handles() };
    this.#byHandle.set(added.handle, added);
    const beside = this.#byParent.get(added.parent) ?? [];
    beside.push(added);
    this.#byParent.set(added.parent, beside);
    return added;
  }

  #last = 0;
  #handles(): number {
    this.#last += 1;
    return this.#last;
  }

  folder(path: string): number {
    const known = this.#folders.get(path);
    if (known !== undefined) return known;
    const cut = path.lastIndexOf('/');
    const folder = {
      parent: this.folder(path.slice(0, Math.max(0, cut))),
      name: path.slice(cut + 1),
      isFolder: true,
      sizeBytes: 0,
      modified: '20260305T090000',
      content: () => undefined,
    };
    const { handle } = this.#add(folder);
    this.#folders.set(path, handle);
    return handle;
  }

  /** A file of so many bytes of a pattern, of these bytes, or of what comes when it is read. */
  put(
    path: string,
    content: number | Uint8Array | Pick<CardObject, 'sizeBytes' | 'content'>,
    modified = '20260305T143000',
  ): CardObject {
    const cut = path.lastIndexOf('/');
    return this.#add({
      parent: this.folder(path.slice(0, Math.max(0, cut))),
      name: path.slice(cut + 1),
      isFolder: false,
      modified,
      ...sized(content, this.#last + 1),
    });
  }

  find(path: string): CardObject {
    const cut = path.lastIndexOf('/');
    const name = path.slice(cut + 1);
    const found = this.below(this.folder(path.slice(0, Math.max(0, cut)))).find((one) => one.name === name);
    if (found === undefined) throw new Error(`${path} is not on the card`);
    return found;
  }

  remove(path: string): void {
    const { handle, parent } = this.find(path);
    this.#byHandle.delete(handle);
    this.#byParent.set(
      parent,
      this.below(parent).filter((one) => one.handle !== handle),
    );
  }

  all = (): readonly CardObject[] => [...this.#byHandle.values()];
  below = (parent: number): readonly CardObject[] => this.#byParent.get(parent) ?? [];
  at = (handle: number): CardObject | undefined => this.#byHandle.get(handle);
}

export function bytesOf({ sizeBytes, content }: CardObject, offset = 0): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sizeBytes - offset);
  content(offset, bytes);
  return bytes;
}
