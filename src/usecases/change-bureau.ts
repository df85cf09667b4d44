import { done, type Outcome, refused } from '../base/outcome.ts';
import { type DivisionId, mintId } from '../domain/ids.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signAct } from './signed-act.ts';

export interface DivisionDraft {
  /** null: a new one. */
  readonly id: DivisionId | null;
  readonly name: string;
  readonly kind: 'division' | 'subordinateUnit';
  readonly closed: boolean;
}

/** Renames the bureau or changes its tree of 科室 and 局属单位. A division once named is closed, never lost. */
export async function changeBureau(
  desk: Desk,
  seat: Seat,
  next: { readonly bureauName: string; readonly divisions: readonly DivisionDraft[] },
): Promise<Outcome<null, RuleRefusal | { readonly code: 'name-missing' }>> {
  if (next.bureauName.trim() === '' || next.divisions.some(({ name }) => name.trim() === ''))
    return refused({ code: 'name-missing' });
  const divisions = next.divisions.map((d) => ({ ...d, id: d.id ?? mintId<DivisionId>(desk.random) }));
  const signed = await signAct(desk, seat.signer, {
    kind: 'bureau-changed',
    subject: subjectOf('bureau', desk.book.bureau),
    body: { divisions: divisions.map(({ id, kind, closed }) => ({ id, kind, closed })) },
    details: {
      bureauName: next.bureauName.trim(),
      divisions: divisions.map(({ id, name }) => ({ id, name: name.trim() })),
    },
  });
  return signed.ok ? done(null) : refused(signed.refusal);
}
