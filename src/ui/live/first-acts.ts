import type { PersonRecord } from '../../domain/records.ts';

export type FirstActKind = 'persons' | 'equipment' | 'activity' | 'intake';

export interface Registers {
  readonly persons: readonly Pick<PersonRecord, 'roles' | 'left'>[];
  readonly devices: readonly unknown[];
  readonly media: readonly unknown[];
}

/** Three are as many as anybody keeps in mind. */
const MOST = 3;

/**
 * What a new bureau does first, in order, and the next of it. A founder is custodian or legal affairs office, and plans no activity: who
 * does comes before all else.
 */
export function firstActs(
  { persons, devices, media }: Registers,
  { roles }: Pick<PersonRecord, 'roles'>,
): { readonly acts: readonly FirstActKind[]; readonly next: FirstActKind } {
  const hasOfficer = persons.some((person) => person.left === undefined && person.roles.includes('officer'));
  const mayAdmit = roles.includes('custodian') || roles.includes('legalAffairsOffice');
  const isAlone = mayAdmit && !hasOfficer;
  const acts: readonly FirstActKind[] = [...(isAlone ? (['persons'] as const) : []), 'equipment', 'activity', 'intake'];
  const next = isAlone ? 'persons' : devices.length === 0 || media.length === 0 ? 'equipment' : 'activity';
  return { acts: acts.slice(0, MOST), next };
}
