import type * as v from 'valibot';
import type { PersonId } from '../domain/ids.ts';
import type { AnyRecord, RecordOf, Signed } from '../domain/records.ts';
import type { Role } from '../domain/role.ts';
import type { Subject, SubjectType } from '../domain/subject.ts';
import type { EntryPayload } from './entry.ts';
import type { Membership } from './membership.ts';
import type { VoidCode } from './verdict.ts';

/** An entry in force, decoded, as folds see it. `details` is null where they are not on this station. */
export interface Fact<B, D> {
  readonly payload: EntryPayload;
  readonly body: B;
  readonly details: D | null;
  readonly signed: Signed;
}

/** Adds one fact to what was known of a subject. Facts arrive in (lc, id) order. */
export type Fold<R, B, D> = (record: R | null, fact: Fact<B, D>, id: string) => R | null;

export type Folds<B, D> = { readonly [T in SubjectType]?: Fold<RecordOf[T], B, D> };

/** What the rules of one kind may look at when they judge an entry: who holds which role, and the records folded so far. */
export interface JudgeContext {
  /** Only for kinds of the register of members: these are judged anew together whenever one of them changes. */
  readonly membership: Membership;
  /** Roles a person holds at this place of the book, with those lent for the time the entry claims; null: nobody of this bureau. */
  readonly rolesOf: (person: PersonId) => readonly Role[] | null;
  readonly record: <T extends SubjectType>(type: T, id: string) => RecordOf[T] | null;
}

/** One kind of entry: what its body and details are, who may write it, what it touches, how it folds. */
export interface Kind<B, D> {
  readonly kind: string;
  readonly body: v.GenericSchema<unknown, B>;
  readonly details: v.GenericSchema<unknown, D> | null;
  readonly author: 'person' | 'station' | 'recovery';
  /** Roles of which the author must hold one; empty: any member. Ignored for stations. */
  readonly roles: readonly Role[];
  /** Subjects touched beside the entry's own. */
  readonly touches: (body: B) => readonly Subject[];
  /** Subjects whose records `judge` will look at, beside those touched, so that they can be fetched together. */
  readonly judges?: (body: B) => readonly Subject[];
  /** Rules beyond author and role. null: nothing against it. Details are never shown to it: they are not on every station. */
  readonly judge?: (fact: Fact<B, D>, context: JudgeContext) => VoidCode | null;
  readonly folds: Folds<B, D>;
}

/** One entry read by its kind: decoded once, its types hidden behind functions, so that they cannot be mixed up. */
export interface Reading {
  /** Everything touched, the entry's own subject first. */
  readonly subjects: readonly Subject[];
  /** What to have at hand before judging. */
  readonly judges: readonly Subject[];
  readonly judge: (signed: Signed, context: JudgeContext) => VoidCode | null;
  readonly fold: (type: SubjectType, record: AnyRecord | null, signed: Signed, id: string) => AnyRecord | null;
}

/** A kind with its types hidden: what the registry holds. */
export interface SealedKind {
  readonly kind: string;
  readonly author: 'person' | 'station' | 'recovery';
  readonly roles: readonly Role[];
  readonly bodyFits: (body: unknown) => boolean;
  readonly detailsFit: (details: unknown) => boolean;
  readonly hasDetails: boolean;
  /** null where the body does not fit. */
  readonly read: (payload: EntryPayload, details: unknown) => Reading | null;
}
