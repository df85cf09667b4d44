import type { RulesPublication } from '../../../domain/course-records.ts';
import { RULES, type RulePlace } from '../../../text/rules.ts';
import { readTypedDate } from '../../../text/typed.ts';
import { CHANGEABLE } from '../../kit/parameter-table.ts';

/** Where each part of the regulation is carried out. */
export const PLACE_HREF: Readonly<Record<RulePlace, string>> = {
  people: '/people',
  equipment: '/equipment',
  activities: '/activities',
  intake: '/intake',
  store: '/store',
  handover: '/handover',
  register: '/register',
  print: '/print',
  today: '/',
  parameters: '/rules/parameters',
  sample: '/register/sample',
  findings: '/findings',
  sync: '/sync',
};

/** Numbers as typed, by name; an empty one means the default. */
export type TypedNumbers = Readonly<Record<string, string>>;

export const typedNumbers = (now: RulesPublication | null): Record<string, string> =>
  Object.fromEntries(CHANGEABLE.map(({ id, value }) => [id, String(now?.parameters[id] ?? value)]));

/** As far as the entry goes; percents and hours of the day end sooner. */
const MOST: Readonly<Record<string, number>> = {
  coverageEnoughPercent: 100,
  exportSameDayCutoffHour: 24,
  statementDueHour: 24,
};
const MOST_OF_ANY = 1_000_000;

export function numberFault(id: string, typed: string): string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (!/^\d{1,7}$/.test(text)) return RULES.unfit;
  const most = MOST[id] ?? MOST_OF_ANY;
  return Number(text) > most ? RULES.tooLarge(most) : undefined;
}

/** What is published: the numbers that differ from the defaults. */
export function numbersOf(typed: TypedNumbers): Readonly<Record<string, number>> {
  const entries = CHANGEABLE.flatMap(({ id, value }): (readonly [string, number])[] => {
    const text = (typed[id] ?? '').trim();
    return text === '' || Number(text) === value ? [] : [[id, Number(text)]];
  });
  return Object.fromEntries(entries);
}

export const dayFault = (typed: string): string | undefined =>
  typed.trim() === '' || readTypedDate(typed) !== undefined ? undefined : RULES.dateUnfit;
