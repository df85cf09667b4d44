import type { CourseRecord, Struck } from '../domain/course-records.ts';
import { type Instant, plusMs } from '../domain/time.ts';
import type { GapAccount } from '../regulation/facts.ts';

/** A report names the stop as somebody remembers it. */
const SLACK_MS = 5 * 60_000;

const stands = ({ withdrawnBy }: Struck): boolean => withdrawnBy === null;

const overlap = (a: Pick<GapAccount, 'from' | 'to'>, b: Pick<GapAccount, 'from' | 'to'>): boolean =>
  a.from <= plusMs(b.to ?? b.from, SLACK_MS) && b.from <= plusMs(a.to ?? a.from, SLACK_MS);

/**
 * What was said of interruptions: written statements first, then what was only pressed on site. A report belongs to the account
 * in whose time it names the stop.
 */
export function gapAccountsOf(course: CourseRecord): readonly GapAccount[] {
  const reports = course.gapReports.filter(stands);
  const reportedAt = (from: Instant, to: Instant | null): Instant | null => {
    const own = reports.filter(
      (report) => report.from >= plusMs(from, -SLACK_MS) && (to === null || report.from <= to),
    );
    return own.map((report) => report.reportedAt).sort()[0] ?? null;
  };
  const stated = course.gapStatements.filter(stands).map(
    ({ from, to, cause, signed }): GapAccount => ({
      from,
      to,
      cause,
      unresumable: to === null,
      reportedAt: reportedAt(from, to),
      statedAt: signed.at,
    }),
  );
  const pressed = course.interruptions.filter(stands).map(({ signed, resumed, cause, unresumable }): GapAccount => {
    const to = resumed?.at ?? null;
    return { from: signed.at, to, cause, unresumable, reportedAt: reportedAt(signed.at, to), statedAt: null };
  });
  return [...stated, ...pressed.filter((one) => !stated.some((statement) => overlap(one, statement)))];
}
