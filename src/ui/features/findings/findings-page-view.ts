import type { PersonId, RecordingId } from '../../../domain/ids.ts';
import { formatNumber, formatRecordingNumber } from '../../../domain/numbering.ts';
import type { PersonRecord, RecordingRecord } from '../../../domain/records.ts';
import { ROLES, type Role } from '../../../domain/role.ts';
import { beijingDate, fromBeijing, type Instant, plusMs } from '../../../domain/time.ts';
import { findingKey } from '../../../regulation/finding.ts';
import { indicatorsOf } from '../../../regulation/indicators.ts';
import { ACTIVITIES, activityTitle } from '../../../text/activities.ts';
import { FINDINGS } from '../../../text/findings-page.ts';
import { commas, dateInTable, percent, timeInTable } from '../../../text/times.ts';
import { type FindingStanding, findingStanding } from '../../../usecases/answer-finding.ts';
import type { JudgedUnit, Reconciled } from '../../../usecases/findings-shelf.ts';
import { mayLookAt, mayLookAtLoose, seesAll } from '../../../usecases/may-look-at.ts';
import { cannotDecide, type FindingLine, findingLine, inOrderOfNeed, mayAnswer } from '../../kit/finding-line.ts';
import type { Names } from '../../live/names.ts';

export type Period = keyof typeof FINDINGS.periods;

/** The first moment of the period. */
export function beginningOf(period: Period, now: Instant): Instant {
  if (period === 'all') return fromBeijing({ year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0 });
  if (period === 'days7') return plusMs(now, -7 * 86_400_000);
  if (period === 'days90') return plusMs(now, -90 * 86_400_000);
  return fromBeijing({ year: Number(beijingDate(now).slice(0, 4)), month: 1, day: 1, hour: 0, minute: 0, second: 0 });
}

/** One line of the list: a finding and what it is about. */
export interface FindingRow {
  readonly id: string;
  readonly line: FindingLine;
  readonly unit: JudgedUnit;
  readonly about: string;
  readonly href: string;
  readonly day: string;
  /** This person is to answer it, or to decide it. */
  readonly mine: boolean;
}

export interface RowsFilter {
  readonly article: number | null;
  readonly standing: FindingStanding | null;
  readonly answeredBy: Role | null;
  readonly mine: boolean;
}

export const NO_FILTER: RowsFilter = { article: null, standing: null, answeredBy: null, mine: false };

export interface Naming {
  readonly names: Pick<Names, 'person' | 'device'>;
  readonly numberStyle: 'plain' | 'document';
}

/** Whom a judged thing is shown to: activities by the role matrix, intakes and loose footage to who took them in and who sees all. */
export function isShownTo({ about }: JudgedUnit, viewer: PersonRecord): boolean {
  switch (about.kind) {
    case 'activity':
      return mayLookAt(about.activity, viewer);
    case 'unlinked':
      return mayLookAtLoose(about.recording, viewer);
    case 'intake':
      return seesAll(viewer) || viewer.roles.includes('departmentHead') || about.batch.takenInBy === viewer.id;
  }
}

export const recordingName = ({ no, sources, id }: RecordingRecord): string =>
  no === null ? (sources[0]?.originalName ?? id.slice(0, 8)) : formatRecordingNumber(no.activity, no.item);

/** All findings in order of need; within it the newest first. */
export function findingRows(units: readonly JudgedUnit[], viewer: PersonRecord, naming: Naming): readonly FindingRow[] {
  const rows = units
    .filter((unit) => unit.findings.length > 0 && isShownTo(unit, viewer))
    .flatMap((unit) => unit.findings.map((finding) => rowOf(unit, finding, viewer, naming)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return inOrderOfNeed(rows.map(({ line }) => line)).flatMap(({ id }) => byId.get(id) ?? []);
}

const officersOf = ({ about }: JudgedUnit): readonly PersonId[] => {
  if (about.kind === 'activity') return about.activity.officers;
  return about.kind === 'intake' ? [about.batch.takenInBy] : about.recording.sources.map(({ takenInBy }) => takenInBy);
};

/** How many findings this person is to answer or to decide: what the rail counts, without wording any of them. */
export const countMine = (units: readonly JudgedUnit[], viewer: PersonRecord): number =>
  units
    .filter((unit) => isShownTo(unit, viewer))
    .reduce((sum, unit) => sum + unit.findings.filter((finding) => isMine(unit, finding, viewer)).length, 0);

function isMine(unit: JudgedUnit, finding: JudgedUnit['findings'][number], viewer: PersonRecord): boolean {
  const answers = unit.answers.get(findingKey(finding)) ?? null;
  const standing = findingStanding(answers);
  if (standing === 'to-explain') return mayAnswer(finding, viewer, officersOf(unit));
  return standing === 'answered' && cannotDecide(answers, viewer) === undefined;
}

function rowOf(
  unit: JudgedUnit,
  finding: JudgedUnit['findings'][number],
  viewer: PersonRecord,
  { names, numberStyle }: Naming,
): FindingRow {
  const { about } = unit;
  const known = about.kind === 'unlinked' ? [about.recording] : about.kind === 'activity' ? about.named : [];
  const recording = (id: RecordingId): string => {
    const found = known.find((one) => one.id === id);
    return found === undefined ? id.slice(0, 8) : recordingName(found);
  };
  const line = findingLine(finding, unit.answers.get(findingKey(finding)) ?? null, {
    names: { person: names.person, device: names.device, recording },
    viewer,
    officers: officersOf(unit),
  });
  return {
    id: line.id,
    line,
    unit,
    ...placeOf(unit, names, numberStyle),
    day: dateInTable(unit.day),
    mine: isMine(unit, finding, viewer),
  };
}

function placeOf(
  { about }: JudgedUnit,
  names: Naming['names'],
  numberStyle: Naming['numberStyle'],
): Pick<FindingRow, 'about' | 'href'> {
  switch (about.kind) {
    case 'activity': {
      const { activity } = about;
      const words = [formatNumber(activity.no, numberStyle), activityTitle(activity)].join(' ');
      return { about: words, href: `/activities/${activity.id}` };
    }
    case 'intake': {
      const { batch } = about;
      const device = batch.device === null ? FINDINGS.unregistered : names.device(batch.device);
      return { about: FINDINGS.intake(timeInTable(batch.completedAt), device), href: `/intake/${batch.id}` };
    }
    case 'unlinked': {
      const { recording } = about;
      return { about: FINDINGS.recording(recordingName(recording)), href: `/register/${recording.id}` };
    }
  }
}

export const passes = (row: FindingRow, { article, standing, answeredBy, mine }: RowsFilter): boolean =>
  (article === null || row.line.finding.article === article) &&
  (standing === null || row.line.standing === standing) &&
  (answeredBy === null || row.line.finding.answeredBy === answeredBy) &&
  (!mine || row.mine);

/** Articles and roles that occur, for the lists of the filters. */
export const articlesIn = (rows: readonly FindingRow[]): readonly number[] =>
  [...new Set(rows.map(({ line }) => line.finding.article))].sort((a, b) => a - b);
export const rolesIn = (rows: readonly FindingRow[]): readonly Role[] =>
  ROLES.filter((role) => rows.some(({ line }) => line.finding.answeredBy === role));

/** Art. 3: the four principles over the period, of what this person may look at. */
export function principleFigures(
  units: readonly JudgedUnit[],
  viewer: PersonRecord,
): readonly { readonly figure: string; readonly words: string }[] {
  const { synchronous, centralised, archived, unapprovedAccesses } = indicatorsOf(
    units.filter((unit) => isShownTo(unit, viewer)).map(({ tally }) => tally),
  );
  const share = (part: number | null): string => (part === null ? ACTIVITIES.none : percent(part));
  const W = FINDINGS.principles;
  return [
    { figure: share(synchronous), words: W.synchronous },
    { figure: share(centralised), words: W.centralised },
    { figure: share(archived), words: W.archived },
    { figure: commas(unapprovedAccesses), words: W.confidential },
  ];
}

/** Art. 6: one ended activity. */
export interface ReconcileRow {
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly ended: string;
  readonly state: Reconciled;
}

const NEED: Readonly<Record<Reconciled, number>> = { neither: 0, awaited: 1, explained: 2, recorded: 3 };

export function reconcileRows(
  units: readonly JudgedUnit[],
  viewer: PersonRecord,
  numberStyle: Naming['numberStyle'],
): readonly ReconcileRow[] {
  return units
    .filter((unit) => isShownTo(unit, viewer))
    .flatMap(({ about }) => {
      if (about.kind !== 'activity' || about.reconciled === null) return [];
      const { activity, reconciled } = about;
      const ended = activity.finished === null ? ACTIVITIES.none : timeInTable(activity.finished.at);
      return [
        {
          id: activity.id,
          no: formatNumber(activity.no, numberStyle),
          title: activityTitle(activity),
          ended,
          state: reconciled,
        },
      ];
    })
    .sort((a, b) => NEED[a.state] - NEED[b.state] || (a.ended < b.ended ? 1 : -1));
}
