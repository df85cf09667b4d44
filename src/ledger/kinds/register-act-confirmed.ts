import * as v from 'valibot';
import type { Kind } from '../kind.ts';

const body = v.strictObject({});

/**
 * The second signature under an act of the register of members (the only ref), which counts from here on. Who may sign it is
 * judged where proposals are at hand (`counting/proposals.ts`).
 */
export const registerActConfirmed: Kind<v.InferOutput<typeof body>, never> = {
  kind: 'register-act-confirmed',
  body,
  details: null,
  author: 'person',
  roles: ['custodian', 'legalAffairsOffice', 'supervisingLeader'],
  touches: () => [],
  judge: ({ payload }) => (payload.refs.length === 1 ? null : 'reference-unfit'),
  folds: {},
};

/** The act is not wanted: by who proposed it, or by one who might have confirmed it. */
export const registerActDeclined: Kind<v.InferOutput<typeof body>, never> = {
  ...registerActConfirmed,
  kind: 'register-act-declined',
};
