import * as v from 'valibot';
import { decodeForm, MAX_ENTRY_BYTES } from '../entry.ts';
import type { Fact, JudgeContext, Kind } from '../kind.ts';
import { ownerOf, restsUpon } from '../membership.ts';
import { count, keyId } from '../schemas.ts';
import type { VoidCode } from '../verdict.ts';

const jws = v.pipe(v.string(), v.maxLength(MAX_ENTRY_BYTES));
const body = v.strictObject({ key: keyId, seq: count, kept: jws, other: jws });

export type EquivocationBody = v.InferOutput<typeof body>;

/** Signatures are checked at the door (`receiving/signature-checks.ts`); here, that both stand at the place named. */
function standsAt(entry: string, { key, seq }: EquivocationBody): boolean {
  const form = decodeForm(entry);
  return form.ok && form.value.keyId === key && form.value.payload.seq === seq;
}

/**
 * A key cannot clear itself, and whoever decides must not be a member by what the accused key signed from that place on: else one
 * branch could bring along the station that chooses it.
 */
function judge(
  { body: b, payload, signed }: Fact<EquivocationBody, never>,
  { membership }: JudgeContext,
): VoidCode | null {
  const key = membership.keys.get(b.key);
  // A key whose admission counts for nothing, on this branch at least, has signed twice all the same.
  if (key !== undefined && payload.subject !== ownerOf(key, membership)) return 'subject-unfit';
  if (!standsAt(b.kept, b) || !standsAt(b.other, b) || b.kept === b.other) return 'reference-unfit';
  if (b.key === signed.key) return 'duties-not-separate';
  return restsUpon(membership, signed.key, b) ? 'authority-not-given' : null;
}

const found = ({ body: b, signed }: Fact<EquivocationBody, never>) => ({ key: b.key, seq: b.seq, found: signed });

/**
 * One key signed two entries for one place: a changed program, a stolen key, or a restored backup that wrote on. Of all such
 * entries about one place the first in the book's order says which branch every book keeps.
 */
export const equivocationFound: Kind<EquivocationBody, never> = {
  kind: 'equivocation-found',
  body,
  details: null,
  author: 'station',
  roles: [],
  touches: () => [],
  judge,
  folds: {
    person: (record, fact) => record && { ...record, forks: [...record.forks, found(fact)] },
    station: (record, fact) => record && { ...record, forks: [...record.forks, found(fact)] },
  },
};
