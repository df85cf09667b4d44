import * as v from 'valibot';
import type { AnyRecord } from '../domain/records.ts';
import type { EntryPayload } from './entry.ts';
import type { Fold, Kind, Reading, SealedKind } from './kind.ts';

/** Hides a kind's types behind functions that decode first: a record can only be folded from a body its schema accepts. */
export function sealKind<B, D>(kind: Kind<B, D>): SealedKind {
  return {
    kind: kind.kind,
    author: kind.author,
    roles: kind.roles,
    bodyFits: (body) => v.safeParse(kind.body, body).success,
    detailsFit: (details) => (kind.details === null ? details === null : v.safeParse(kind.details, details).success),
    hasDetails: kind.details !== null,
    read: (payload, details) => {
      const body = v.safeParse(kind.body, payload.body);
      return body.success ? reading(kind, payload, body.output, details) : null;
    },
  };
}

function reading<B, D>(kind: Kind<B, D>, payload: EntryPayload, body: B, shown: unknown): Reading {
  const subjects = [...new Set([payload.subject, ...kind.touches(body)])];
  // Read at the first fold only: most entries are judged far more often than their details are needed.
  let details: D | null | undefined;
  const read = (): D | null => {
    if (details === undefined) details = readDetails(kind, shown);
    return details;
  };
  return {
    subjects,
    judges: kind.judges?.(body) ?? [],
    judge: (signed, context) => kind.judge?.({ payload, body, details: null, signed }, context) ?? null,
    fold: (type, record, signed, id) => {
      // The registry pairs each subject type with its record; TypeScript cannot follow that through a mapped lookup.
      const fold = kind.folds[type] as Fold<AnyRecord, B, D> | undefined;
      return fold === undefined ? record : fold(record, { payload, body, details: read(), signed }, id);
    },
  };
}

/** Details that do not fit their schema count as absent: the body alone carries the act. */
function readDetails<B, D>(kind: Kind<B, D>, details: unknown): D | null {
  if (kind.details === null || details === null || details === undefined) return null;
  const read = v.safeParse(kind.details, details);
  return read.success ? read.output : null;
}
