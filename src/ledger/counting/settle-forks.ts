import type { BureauId, EntryId, KeyId } from '../../domain/ids.ts';
import type { Opened } from './judge.ts';
import { type Decisions, partingName } from './proofs.ts';
import { type Branching, type Path, pathOf, type Strand } from './strands.ts';
import { type CountedRegister, countRegister } from './timeline.ts';

export interface SettledForks {
  readonly decisions: Decisions;
  readonly paths: ReadonlyMap<KeyId, Path>;
  readonly register: CountedRegister;
}

/** Sound entries of the register in order, those of every branch, and the strand that holds each; null: none reaches it. */
export interface BranchedRegister {
  readonly bureau: BureauId;
  readonly root: EntryId;
  readonly entries: readonly Opened[];
  readonly branching: Branching;
  readonly strandOf: (opened: Opened) => Strand | null;
}

/** More than honest stations that wait for one another's decisions can need; colluding ones may make any number. */
const MOST_ROUNDS = 64;

/**
 * Which branch stands where keys signed twice: a function of the set of entries, whatever order they came in. What lies beyond a
 * parting about which nothing is decided is in dispute and decides nothing itself. The register is counted without all that is in
 * dispute; the first proof in force about each parting decides it for good, which may take more out of dispute; and round again. So no
 * branch can bring along who chooses it, silence who speaks against it, or stand because it says so.
 */
export function settleForks(register: BranchedRegister): SettledForks {
  const { bureau, root, entries, branching, strandOf } = register;
  const counted = (paths: ReadonlyMap<KeyId, Path>) => {
    const reached = new Set([...paths.values()].flatMap(({ strands }) => strands));
    const standing = entries.filter((opened) => {
      if (!branching.keys.has(opened.entry.keyId)) return true;
      const strand = strandOf(opened);
      return strand !== null && reached.has(strand);
    });
    return countRegister(standing, bureau, root);
  };
  const pathsBy = (decisions: Decisions, certain: boolean) =>
    new Map([...branching.keys].map((key) => [key, pathOf(key, branching, { decisions, root, certain })]));
  const decisions = new Map<KeyId, Map<string, string>>();
  if (branching.proofs.length > 0) {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      if (!decideMore(decisions, branching, counted(pathsBy(decisions, true)))) break;
    }
  }
  const paths = pathsBy(decisions, false);
  return { decisions, paths, register: counted(paths) };
}

/** Proofs are in the book's order. */
function decideMore(
  decisions: Map<KeyId, Map<string, string>>,
  { proofs }: Branching,
  { judged }: CountedRegister,
): boolean {
  let any = false;
  for (const proof of proofs) {
    if (judged.get(proof.entry)?.verdict.kind !== 'in-force') continue;
    const places = decisions.get(proof.key) ?? new Map<string, string>();
    if (places.has(partingName(proof))) continue;
    decisions.set(proof.key, places.set(partingName(proof), proof.kept));
    any = true;
  }
  return any;
}
