import { asId, type EntryId } from './ids.ts';

/** A step of a published template (清单外) is named by the template's entry and its place there: `<entry>.s3`. */
const FORM = /^([A-Za-z0-9_-]{43})\.s([1-9]|[1-3]\d|40)$/;

export interface OffListPlace {
  readonly template: EntryId;
  /** From 1. */
  readonly no: number;
}

export const offListStepId = ({ template, no }: OffListPlace): string => `${template}.s${no}`;

/** null for a step of the list. */
export function readOffListStep(step: string): OffListPlace | null {
  const [, template, no] = FORM.exec(step) ?? [];
  return template === undefined || no === undefined ? null : { template: asId<EntryId>(template), no: Number(no) };
}
