import type { CourseRecord, Struck } from '../../../domain/course-records.ts';
import type { ActivityMark, ActivityRecord, Signed, StationRecord } from '../../../domain/records.ts';
import { ACTIVITIES, MARK } from '../../../text/activities.ts';
import { DESK } from '../../../text/activity-desk.ts';
import { REPORT_METHOD } from '../../../text/course.ts';
import { GAP_CAUSE } from '../../../text/findings.ts';
import { AWAY_GROUND } from '../../../text/nouns.ts';
import { timeInTable, timeWithSeconds } from '../../../text/times.ts';
import type { Naming } from './activities-view.ts';
import { momentWords } from './gaps-view.ts';

const T = ACTIVITIES;
const joined = (words: readonly string[]): string => words.join(T.list.join);

/** What can be withdrawn, and by which act. */
export type Withdrawable =
  | { readonly kind: 'activity'; readonly mark: ActivityMark }
  | { readonly kind: 'course'; readonly mark: Struck };

/** One signed mark of the activity's chain. */
export interface MarkLine {
  readonly id: string;
  readonly signed: Signed;
  readonly title: string;
  /** 张建国签 */
  readonly signer: string;
  readonly words: readonly string[];
  readonly withdrawn: boolean;
  /** null: not the viewer's own, withdrawn already, or nothing that can be withdrawn. */
  readonly own: Withdrawable | null;
}

export interface MarksOf {
  readonly activity: ActivityRecord;
  readonly course: CourseRecord | null;
  readonly recordings: Parameters<typeof momentWords>[1];
}

interface Raw {
  readonly signed: Signed;
  readonly title: string;
  readonly words: readonly string[];
  readonly withdrawn: boolean;
  readonly what: Withdrawable | null;
}

/** Newest first, withdrawn ones included. Steps stand with their matters. */
export function markLines(
  of: MarksOf,
  viewer: ActivityRecord['officers'][number],
  naming: Naming,
  stations: readonly Pick<StationRecord, 'id' | 'code'>[],
): readonly MarkLine[] {
  return [...onSite(of.activity, naming), ...(of.course === null ? [] : ofCourse(of.course, of.recordings, naming))]
    .sort((a, b) => (a.signed.at < b.signed.at ? -1 : 1))
    .map(({ signed, title, words, withdrawn, what }): MarkLine => {
      const mine = signed.by.kind === 'person' && signed.by.person === viewer;
      const signer = signerWords(signed, naming, stations);
      return { id: signed.entry, signed, title, signer, words, withdrawn, own: mine && !withdrawn ? what : null };
    })
    .reverse();
}

const onSite = (activity: ActivityRecord, naming: Naming): readonly Raw[] =>
  activity.marks.map((mark) => ({
    signed: mark.signed,
    title: MARK[mark.kind],
    words: markFacts(activity, mark, naming),
    withdrawn: mark.withdrawnBy !== null,
    what: { kind: 'activity', mark },
  }));

function ofCourse(course: CourseRecord, recordings: MarksOf['recordings'], naming: Naming): readonly Raw[] {
  const W = T.courseMarks;
  const struck = (mark: Struck, title: string, words: readonly string[]): Raw => ({
    signed: mark.signed,
    title,
    words,
    withdrawn: mark.withdrawnBy !== null,
    what: { kind: 'course', mark },
  });
  // One press may end several interruptions.
  const resumed = new Map(
    course.interruptions.flatMap((one) => (one.resumed === null ? [] : [[one.resumed.entry, one.resumed]])),
  );
  return [
    ...course.interruptions.map((mark) =>
      struck(mark, W.interruption, [GAP_CAUSE[mark.cause], ...(mark.unresumable ? [W.unresumable] : [])]),
    ),
    ...[...resumed.values()].map(
      (signed): Raw => ({ signed, title: W.resumed, words: [], withdrawn: false, what: null }),
    ),
    ...course.voiceMarks.map((mark) => struck(mark, W.voice, [momentWords(mark.footage, recordings)])),
    ...course.locatedNotices.map((mark) => struck(mark, W.notice, [momentWords(mark.footage, recordings)])),
    ...course.gapReports.map((mark) =>
      struck(mark, W.report, [
        DESK.gaps.reported(timeInTable(mark.reportedAt), naming.person(mark.to), REPORT_METHOD[mark.method]),
      ]),
    ),
    ...course.gapStatements.map((mark) =>
      struck(mark, W.statement, [W.from(timeWithSeconds(mark.from), GAP_CAUSE[mark.cause])]),
    ),
  ];
}

function signerWords({ by }: Signed, naming: Naming, stations: readonly Pick<StationRecord, 'id' | 'code'>[]): string {
  if (by.kind === 'person') return T.marks.by(naming.person(by.person));
  return T.marks.byStation(stations.find(({ id }) => by.kind === 'station' && id === by.station)?.code ?? '');
}

/** What a standing mark says beside its kind; only the one in force is known by content. */
function markFacts(activity: ActivityRecord, { kind, signed }: ActivityMark, naming: Naming): readonly string[] {
  const { noticed, away, returned } = activity;
  if (kind === 'noticed' && noticed?.entry === signed.entry) {
    return [T.marks.officersNamed(joined(noticed.officers.map((id) => naming.person(id))))];
  }
  if (kind === 'away' && away?.entry === signed.entry) {
    return [AWAY_GROUND[away.ground], ...(away.statement === null ? [] : [T.due.statement(away.statement)])];
  }
  if (kind === 'returned' && returned?.entry === signed.entry) {
    return [T.marks.returnedAt(timeInTable(returned.returnedAt))];
  }
  return [];
}
