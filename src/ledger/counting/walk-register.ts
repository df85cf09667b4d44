import type { BureauId, EntryId } from '../../domain/ids.ts';
import type { AnyRecord, RecordOf } from '../../domain/records.ts';
import type { Subject, SubjectType } from '../../domain/subject.ts';
import { applyToMembership, pinsIn } from '../admit.ts';
import { type Membership, noMembership } from '../membership.ts';
import type { Place } from '../place.ts';
import { needsSecond, SECONDED_KINDS } from '../second-signature.ts';
import { voided } from '../verdict.ts';
import type { Departing, Rulings } from './departures.ts';
import { foldOne } from './fold-one.ts';
import { DEPARTURE_KINDS, type Judged, judgeEntry, type Opened } from './judge.ts';
import { confirmFault, declineFault, type Proposal, proposalOf, proposedAt } from './proposals.ts';

/** What an entry made of the members: it stands at that entry, and holds from there on. */
export interface Step extends Place {
  readonly membership: Membership;
}

/** The register as it is under certain rulings, and what it would add to them. */
export interface Walked {
  readonly steps: readonly Step[];
  readonly judged: ReadonlyMap<EntryId, Judged>;
  readonly departing: readonly Departing[];
  readonly adopted: ReadonlySet<EntryId>;
}

interface Walk {
  readonly root: EntryId;
  readonly rulings: Rulings;
  readonly records: Map<Subject, AnyRecord>;
  readonly judged: Map<EntryId, Judged>;
  readonly steps: Step[];
  /** Acts that have one signature so far. */
  readonly proposals: Map<EntryId, Proposal>;
  readonly departing: Departing[];
  readonly adopted: Set<EntryId>;
  membership: Membership;
}

/** Judges the entries of the register in order, each by what those before it left. */
export function walkRegister(
  entries: readonly Opened[],
  { bureau, root, rulings }: { readonly bureau: BureauId; readonly root: EntryId; readonly rulings: Rulings },
): Walked {
  const walk: Walk = {
    root,
    rulings,
    records: new Map(),
    judged: new Map(),
    steps: [],
    proposals: new Map(),
    departing: [],
    adopted: new Set(),
    membership: noMembership(bureau),
  };
  for (const opened of entries) take(opened, walk);
  return walk;
}

function take(opened: Opened, walk: Walk): void {
  const { root, rulings, membership, records, judged, proposals } = walk;
  const record = <T extends SubjectType>(type: T, id: string) =>
    (records.get(`${type}:${id}`) ?? null) as RecordOf[T] | null;
  const found = judgeEntry(opened, { root, rulings, membership, record });
  judged.set(opened.id, found);
  if (found.verdict.kind !== 'in-force') return;
  if (rulings.barred.has(opened.id))
    return void judged.set(opened.id, { ...found, verdict: voided('reference-unfit') });
  const { kind, refs } = opened.entry.payload;
  if (kind === 'register-act-confirmed') confirm(opened, found, walk, record);
  else if (kind === 'register-act-declined') decline(opened, found, walk);
  else if (SECONDED_KINDS.has(kind) && needsSecond(membership, kind, proposedAt(opened, membership))) {
    judged.set(opened.id, { ...found, verdict: { kind: 'unconfirmed' } });
    proposals.set(opened.id, proposalOf(opened, found, membership));
  } else {
    if (kind === 'entries-adopted') for (const id of refs) walk.adopted.add(id);
    effect(opened, opened, walk);
  }
}

function decline(opened: Opened, found: Judged, { judged, proposals, membership }: Walk): void {
  const proposal = proposals.get(opened.entry.payload.refs[0] as EntryId);
  const fault = declineFault(opened, membership, proposal);
  if (proposal === undefined || fault !== null) {
    judged.set(opened.id, { ...found, verdict: voided(fault ?? 'reference-unfit') });
    return;
  }
  judged.set(proposal.opened.id, { ...proposal.found, verdict: voided('declined') });
  proposals.delete(proposal.opened.id);
}

/** The act counts from its second signature: in the membership at that place, in the records as the act it is. */
function confirm(opened: Opened, found: Judged, walk: Walk, record: Parameters<typeof confirmFault>[3]): void {
  const { judged, proposals, membership } = walk;
  const proposal = proposals.get(opened.entry.payload.refs[0] as EntryId);
  const fault = confirmFault(opened, membership, proposal, record);
  if (proposal === undefined || fault !== null) {
    judged.set(opened.id, { ...found, verdict: voided(fault ?? 'reference-unfit') });
    return;
  }
  proposals.delete(proposal.opened.id);
  judged.set(proposal.opened.id, proposal.found);
  effect(proposal.opened, opened, walk);
}

/** `from` is where the act counts from: its own place, or that of the second signature. */
function effect(act: Opened, from: Opened, walk: Walk): void {
  if (DEPARTURE_KINDS.has(act.entry.payload.kind)) {
    walk.departing.push({
      act: act.id,
      signatures: [...new Set([act, from])].map(({ id, entry }) => ({ id, key: entry.keyId, seq: entry.payload.seq })),
      pins: pinsIn(walk.membership, act.entry),
    });
    // Whether it comes to stand is decided when all that depart are known.
    if (!walk.rulings.standing.has(act.id)) return;
  }
  const next = applyToMembership(walk.membership, act.entry, from.lc);
  if (next !== walk.membership) walk.steps.push({ lc: from.lc, id: from.id, membership: next });
  walk.membership = next;
  foldOne(walk.records, act, next);
}
