import * as v from 'valibot';
import type { PersonId } from '../../domain/ids.ts';
import type { Kind } from '../kind.ts';
import { presentGrant } from '../membership.ts';
import { id, instant, role } from '../schemas.ts';

const grantedBody = v.strictObject({
  to: id<PersonId>(),
  roles: v.pipe(v.array(role), v.minLength(1), v.maxLength(5)),
  /** Claims, as every `at` is: an act under it counts where its own `at` lies between them. */
  from: instant,
  until: instant,
});
const endedBody = v.strictObject({});

export type DelegationBody = v.InferOutput<typeof grantedBody>;

/** 委托: who holds a role lets another act in it for a time. The other's acts name this entry in `auth`. */
export const delegationGranted: Kind<DelegationBody, never> = {
  kind: 'delegation-granted',
  body: grantedBody,
  details: null,
  author: 'person',
  roles: [],
  touches: () => [],
  judge: ({ body: b, payload, signed }, { membership }) => {
    const own = signed.by.kind === 'person' ? presentGrant(membership, signed.by.person) : null;
    if (payload.subject !== `person:${b.to}` || presentGrant(membership, b.to) === null) return 'subject-unfit';
    if (signed.by.kind !== 'person' || signed.by.person === b.to) return 'duties-not-separate';
    if (b.from >= b.until) return 'body-malformed';
    return b.roles.every((each) => own?.roles.includes(each)) ? null : 'role-missing';
  },
  folds: {
    person: (record, { body: b, signed }) =>
      record && {
        ...record,
        delegations: [...(record.delegations ?? []), { granted: signed, ...b, ended: null }],
      },
  },
};

/** By who gave it or who holds it, or by custodian or legal affairs office; the only ref says which. */
export const delegationEnded: Kind<v.InferOutput<typeof endedBody>, never> = {
  kind: 'delegation-ended',
  body: endedBody,
  details: null,
  author: 'person',
  roles: [],
  touches: () => [],
  judge: ({ payload, signed }, { membership }) => {
    const [ref] = payload.refs;
    const given = ref === undefined ? undefined : membership.delegations.get(ref);
    if (given === undefined || given.ended !== null || payload.refs.length !== 1) return 'reference-unfit';
    if (payload.subject !== `person:${given.to}`) return 'subject-unfit';
    const person = signed.by.kind === 'person' ? signed.by.person : null;
    if (person === given.from || person === given.to) return null;
    const roles = person === null ? [] : (presentGrant(membership, person)?.roles ?? []);
    return roles.includes('custodian') || roles.includes('legalAffairsOffice') ? null : 'role-missing';
  },
  folds: {
    person: (record, { payload, signed }) =>
      record && {
        ...record,
        delegations: (record.delegations ?? []).map((one) =>
          one.granted.entry === payload.refs[0] ? { ...one, ended: signed } : one,
        ),
      },
  },
};
