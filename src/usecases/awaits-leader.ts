import type { RuleSetRecord } from '../domain/course-records.ts';
import type { PersonId } from '../domain/ids.ts';
import type { TemplatesRecord } from '../domain/office-records.ts';
import type { Role } from '../domain/role.ts';
import type { Signed } from '../domain/signed.ts';

interface Publication {
  readonly published: Signed;
  readonly countersigned: Signed | null;
}

const bySomebodyElse = ({ published: { by } }: Publication, viewer: PersonId): boolean =>
  by.kind !== 'person' || by.person !== viewer;

/** What came after the last that is in force: an older draft that was passed over waits for nobody. */
function standing<P extends Publication>(publications: readonly P[]): readonly P[] {
  const inForce = publications
    .filter(({ countersigned }) => countersigned !== null)
    .map(({ published }) => published.at);
  const last = inForce.sort().at(-1);
  return publications.filter(
    ({ published, countersigned }) => countersigned === null && (last === undefined || published.at > last),
  );
}

/** Numbers and templates that the legal affairs office published and that wait for this leader's second signature. */
export function awaitsLeader(
  records: { readonly rules: RuleSetRecord | null; readonly templates: TemplatesRecord | null },
  viewer: { readonly id: PersonId; readonly roles: readonly Role[] },
): { readonly rules: readonly Signed[]; readonly templates: readonly Signed[] } {
  if (!viewer.roles.includes('supervisingLeader')) return { rules: [], templates: [] };
  const mine = (publications: readonly Publication[]): readonly Signed[] =>
    standing(publications)
      .filter((one) => bySomebodyElse(one, viewer.id))
      .map(({ published }) => published);
  const templates = records.templates?.publications ?? [];
  const types = [...new Set(templates.map(({ type }) => type))];
  return {
    rules: mine(records.rules?.publications ?? []),
    templates: types.flatMap((type) => mine(templates.filter((one) => one.type === type))),
  };
}
