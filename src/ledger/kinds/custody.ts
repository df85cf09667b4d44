import type { CustodyEvent, Signed } from '../../domain/records.ts';

/** One line of the chain of custody; what does not apply stays null. */
export const custody = (
  kind: CustodyEvent['kind'],
  signed: Signed,
  more: Partial<Omit<CustodyEvent, 'kind' | 'signed'>> = {},
): CustodyEvent => ({
  kind,
  signed,
  from: null,
  to: null,
  medium: null,
  result: null,
  played: null,
  form: null,
  ...more,
});
