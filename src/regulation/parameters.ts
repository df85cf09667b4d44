import type { MatterId } from './checklist.ts';
import { PARAMETER_DATA } from './data/parameters.ts';

/** Who fixed the number: the regulation itself, this program where the regulation is silent, or another law. */
export type ParameterSource = 'regulation' | 'default' | 'otherLaw';

/** A number the rules count with. The unit is in the parameter's name. Never hard-code one as if it were law. */
export interface RuleParameter<T> {
  readonly value: T;
  readonly articles: readonly number[];
  readonly matter?: MatterId;
  readonly source: ParameterSource;
  /** The regulation's own word, where it gives one instead of a number. */
  readonly textWord?: string;
  /** Name and article of the other law; to be confirmed by the legal affairs office before it is cited. */
  readonly law?: string;
}

export type ParameterName = keyof typeof PARAMETER_DATA;

export const PARAMETERS = PARAMETER_DATA;

/** The numbers alone, as one version of the rules has them. */
export type ParameterValues = { readonly [N in ParameterName]: (typeof PARAMETER_DATA)[N]['value'] };

export const DEFAULT_VALUES: ParameterValues = Object.fromEntries(
  Object.entries(PARAMETER_DATA).map(([name, parameter]) => [name, parameter.value]),
) as ParameterValues;

/** What the legal affairs office may change: never a number the regulation itself fixes, nor one of another law. */
export const isChangeable = (name: ParameterName): boolean => PARAMETER_DATA[name].source === 'default';
