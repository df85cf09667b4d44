import * as v from 'valibot';
import type { AnyRecord } from '../domain/records.ts';
import type { Fact, Fold, Kind, RawFact, SealedKind } from './kind.ts';

/** Hides a kind's types behind functions that decode first: a record can only be folded from a body its schema accepts. */
export function sealKind<B, D>(kind: Kind<B, D>): SealedKind {
  const toFact = (raw: RawFact): Fact<B, D> => ({
    payload: raw.payload,
    body: v.parse(kind.body, raw.payload.body),
    details: readDetails(kind, raw.details),
    signed: raw.signed,
  });
  return {
    kind: kind.kind,
    author: kind.author,
    roles: kind.roles,
    bodyFits: (body) => v.safeParse(kind.body, body).success,
    detailsFit: (details) => (kind.details === null ? details === null : v.safeParse(kind.details, details).success),
    hasDetails: kind.details !== null,
    touches: (body) => kind.touches(v.parse(kind.body, body)),
    judges: (body) => kind.judges?.(v.parse(kind.body, body)) ?? [],
    judge: (raw, context) => kind.judge?.(toFact(raw), context) ?? null,
    fold: (type, record, raw, id) => {
      // The registry pairs each subject type with its record; TypeScript cannot follow that through a mapped lookup.
      const fold = kind.folds[type] as Fold<AnyRecord, B, D> | undefined;
      return fold === undefined ? record : fold(record, toFact(raw), id);
    },
  };
}

/** Details that do not fit their schema count as absent: the body alone carries the act. */
function readDetails<B, D>(kind: Kind<B, D>, details: unknown): D | null {
  if (kind.details === null || details === null || details === undefined) return null;
  const read = v.safeParse(kind.details, details);
  return read.success ? read.output : null;
}
