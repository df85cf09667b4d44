import type { EntryId, KeyId } from '../../domain/ids.ts';
import type { Missing } from '../exchange.ts';
import type { Fork } from '../fork.ts';
import { type Decisions, decisionAt, type Parting, type Proof, partingName } from './proofs.ts';

/** A run of a key's entries within which its chain does not part. */
export interface Strand {
  readonly key: KeyId;
  /** Place of its first entry, and what that follows. */
  readonly seq: number;
  readonly prev: EntryId | null;
  readonly id: EntryId;
  readonly jws: string;
  /** Place of its last entry. */
  readonly to: number;
  readonly last: EntryId;
  /** Whether it stands in this book now. */
  readonly stands: boolean;
}

/** What is known of keys that signed twice: the strands of their chains, and what the proofs show. */
export class Branching {
  readonly keys: ReadonlySet<KeyId>;
  readonly proofs: readonly Proof[];
  private readonly at = new Map<string, Strand[]>();
  private readonly shown = new Map<string, Proof>();
  private readonly chains = new Map<KeyId, Strand[]>();

  constructor(keys: ReadonlySet<KeyId>, strands: Iterable<Strand>, proofs: readonly Proof[]) {
    this.keys = keys;
    this.proofs = proofs;
    for (const strand of strands) {
      const name = `${strand.key} ${partingName(strand)}`;
      const here = this.at.get(name);
      if (here === undefined) this.at.set(name, [strand]);
      else here.push(strand);
      if (strand.stands) this.chains.set(strand.key, [...(this.chains.get(strand.key) ?? []), strand]);
    }
    for (const proof of proofs) this.shown.set(`${proof.key} ${partingName(proof)}`, proof);
  }

  strandsAt(parting: Parting): readonly Strand[] {
    return this.at.get(`${parting.key} ${partingName(parting)}`) ?? [];
  }

  /** What stands now of a key's chain. */
  chainOf(key: KeyId): readonly Strand[] {
    return this.chains.get(key) ?? [];
  }

  proofAt(parting: Parting): Proof | undefined {
    return this.shown.get(`${parting.key} ${partingName(parting)}`);
  }
}

/** How a key's chain runs from its beginning on. */
export interface Path {
  readonly strands: readonly Strand[];
  /** What was decided for and is not here. */
  readonly lacks: Missing | null;
  /** Partings on the way about which nothing is decided. */
  readonly open: readonly Fork[];
}

/**
 * The path that decisions give. Where nothing is decided about a parting it ends (`certain`), or it stays on what stands in this
 * book now, and else takes the lowest id. The founding entry is pinned: nothing can stand in its place.
 */
export function pathOf(
  key: KeyId,
  branching: Branching,
  { decisions, root, certain }: { readonly decisions: Decisions; readonly root: EntryId; readonly certain: boolean },
): Path {
  const strands: Strand[] = [];
  const open: Fork[] = [];
  for (let at: Parting = { key, seq: 0, prev: null }; ; ) {
    const here = branching.strandsAt(at);
    const decided = decisionAt(decisions, at);
    const proof = branching.proofAt(at);
    const pinned = here.find(({ id }) => id === root);
    const isOpen = pinned === undefined && decided === undefined && (here.length > 1 || proof !== undefined);
    if (isOpen && certain) return { strands, lacks: null, open };
    const next = pinned ?? (decided === undefined ? preferred(here) : here.find(({ jws }) => jws === decided));
    if (next === undefined) {
      return { strands, lacks: decided === undefined ? null : { key, fromSeq: at.seq }, open };
    }
    if (isOpen) open.push(...forkAt(next, here, proof));
    strands.push(next);
    at = { key, seq: next.to + 1, prev: next.last };
  }
}

const preferred = (here: readonly Strand[]): Strand | undefined =>
  here.find(({ stands }) => stands) ?? [...here].sort((a, b) => (a.id < b.id ? -1 : 1))[0];

function forkAt({ key, seq, jws }: Strand, here: readonly Strand[], proof: Proof | undefined): readonly Fork[] {
  const others = [...here.map((strand) => strand.jws), ...(proof === undefined ? [] : [proof.kept, proof.other])];
  const other = others.find((each) => each !== jws);
  return other === undefined ? [] : [{ key, seq, kept: jws, other }];
}
