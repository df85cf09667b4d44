import { done } from '../../../base/outcome.ts';
import type { RuleSetRecord } from '../../../domain/course-records.ts';
import type { Signed } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';
import type { FormStamp, PrintMark } from '../../../forms/form-cell.ts';
import type { F0Data } from '../../../forms/form-request.ts';
import { RULES } from '../../../text/rules.ts';
import { timeInTable } from '../../../text/times.ts';
import type { Desk } from '../../../usecases/desk.ts';
import { versionsOf } from '../../../usecases/publish-rules.ts';
import { effectiveFromOf, parameterLines, versionLines } from '../../kit/parameter-table.ts';
import type { FormNames } from './form-names.ts';
import type { LoadAs, Loaded } from './loaded-form.ts';

/** The parameter table as it is in force, with every version. */
export function f0Data(
  record: RuleSetRecord | null,
  { asOf, stamp }: { readonly asOf: Instant; readonly stamp: FormStamp | null },
  names: FormNames,
  print: PrintMark,
): F0Data {
  const publications = record?.publications ?? [];
  const by = (signed: Signed): string =>
    `${signed.by.kind === 'person' ? names.person(signed.by.person) : ''}\n${timeInTable(signed.at)}`;
  return {
    bureau: names.bureau,
    version: RULES.inForce(versionsOf(record).length),
    effectiveFrom: effectiveFromOf(publications) ?? '',
    asOf,
    rows: parameterLines(publications).map(({ articles, name, value, source }) => ({ articles, name, value, source })),
    versions: versionLines(publications).map(({ publication, number, changes }) => ({
      no: number === null ? null : RULES.version(number),
      changes: RULES.changes(changes),
      published: by(publication.published),
      countersigned: publication.countersigned === null ? RULES.waitsForLeader : by(publication.countersigned),
    })),
    stamp,
    print,
  };
}

export async function loadF0(
  desk: Pick<Desk, 'book' | 'records'>,
  names: FormNames,
  { print, asOf, stamp }: LoadAs,
): Loaded {
  const record = await desk.records.get('ruleSet', desk.book.bureau);
  return done({ form: { kind: 'F0-rules', data: f0Data(record, { asOf, stamp }, names, print) }, recordings: [] });
}
