import { never } from '../../../base/never.ts';
import type { DeviceId, PersonId } from '../../../domain/ids.ts';
import { formatNumber, type OfficeNumber } from '../../../domain/numbering.ts';
import type { Instant } from '../../../domain/time.ts';
import { PARAMETERS } from '../../../regulation/parameters.ts';
import { activityTitle } from '../../../text/activities.ts';
import { guessedWords } from '../../../text/holidays.ts';
import { AWAY_GROUND } from '../../../text/nouns.ts';
import { countdownWords, momentNear, size } from '../../../text/times.ts';
import { TODAY } from '../../../text/today.ts';
import type { JudgedDue } from './judged-items.ts';
import type { Due, UrgentDue } from './today-view.ts';

/** What one row of the board says. */
export interface DueWords {
  readonly id: string;
  readonly when: string;
  readonly whenSub: string;
  readonly what: string;
  readonly why: string;
  /** Past the deadline of Art. 13. */
  readonly late: boolean;
}

export interface Naming {
  readonly person: (id: PersonId | null) => string;
  readonly device: (id: DeviceId | null) => string;
  readonly numberStyle: 'plain' | 'document';
}

const { facts: F, rows: R } = TODAY;

const joined = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(F.join);
const listed = (names: readonly string[]): string => names.join(F.list);

const numberOf = (no: OfficeNumber, naming: Naming): string => formatNumber(no, naming.numberStyle);

export function dueWords(item: Due, now: Instant, naming: Naming): DueWords {
  return { id: item.id, late: false, ...wordsOf(item, now, naming) };
}

function wordsOf(item: Due, now: Instant, naming: Naming): Omit<DueWords, 'id' | 'late'> & { readonly late?: boolean } {
  switch (item.kind) {
    case 'footage':
      return footageWords(item, now, naming);
    case 'on-site':
    case 'end-not-marked':
    case 'check':
    case 'go':
      return activityWords(item, now, naming);
    case 'resume':
      return {
        when: R.resume,
        whenSub: R.since(momentNear(item.intake.startedAt, now)),
        what: R.resumeWhat(item.intake.sourceLabel),
        why: R.resumeWhy(item.intake.filesLeft),
      };
    case 'countersign': {
      const { device, recordings, completedAt } = item.batch;
      const source = device === null ? R.unregistered : naming.device(device);
      const what = R.countersign(source, recordings.length);
      return { when: R.sign, whenSub: R.since(momentNear(completedAt, now)), what, why: R.countersignWhy };
    }
    case 'store':
    case 'hand-over':
      return pileWords(item, now);
    case 'accept': {
      const { no, from, recordings, given } = item.handover;
      return {
        when: R.accept,
        whenSub: R.since(momentNear(given.at, now)),
        what: R.acceptWhat(numberOf(no, naming)),
        why: R.acceptWhy(naming.person(from), recordings.length),
      };
    }
    case 'sign-second':
    case 'sign-rules':
    case 'sign-templates':
    case 'spilled-copies': {
      const words = CARE[item.kind];
      return { ...words, whenSub: R.since(momentNear(item.order.since, now)), what: words.what(item.count) };
    }
    case 'explain':
    case 'deferred':
    case 'export':
    case 'explain-footage':
    case 'decide':
    case 'read-report':
    case 'read-gap':
      return judgedWords(item, now, naming);
    default:
      return never(item);
  }
}

const CARE = {
  'sign-second': R.signSecond,
  'sign-rules': R.signRules,
  'sign-templates': R.signTemplates,
  'spilled-copies': R.spilledCopies,
} as const;

/** What the rules and the signatures of others leave to this person. */
function judgedWords(item: JudgedDue, now: Instant, naming: Naming): Omit<DueWords, 'id' | 'late'> {
  const { by, since } = item.order;
  if (!('activity' in item)) {
    const words = item.kind === 'decide' ? R.decide : R.explainFootage;
    return { when: words.when, whenSub: R.since(momentNear(since, now)), what: words.what(item.count), why: words.why };
  }
  const what = activityTitle(item.activity);
  const number = numberOf(item.activity.no, naming);
  if (!('count' in item)) {
    const words = item.kind === 'read-report' ? R.readReport : R.readGap;
    return { when: words.when, whenSub: R.since(momentNear(since, now)), what, why: joined([number, words.why]) };
  }
  const words = R[item.kind];
  const whenSub = item.order.hasDeadline ? countdownWords(by, now).words : words.when;
  const when = item.order.hasDeadline ? momentNear(by, now) : words.when;
  // Results that come later are awaited for days of the calendar; statements are due on working days.
  const guessed = item.kind === 'explain' && item.order.hasDeadline ? guessedWords(by) : null;
  return { when, whenSub, what, why: joined([number, words.why(item.count), guessed]) };
}

function pileWords(
  { kind, pile }: Extract<Due, { readonly kind: 'store' | 'hand-over' }>,
  now: Instant,
): Omit<DueWords, 'id' | 'late'> {
  const whenSub = R.since(momentNear(pile.since, now));
  const count = R.pieces(pile.count, pile.more);
  const bytes = pile.more ? R.orMore(size(pile.sizeBytes)) : size(pile.sizeBytes);
  return kind === 'store'
    ? { when: R.store, whenSub, what: R.storeWhat(count), why: R.storeWhy(bytes) }
    : { when: R.handOver, whenSub, what: R.handOverWhat(count), why: R.handOverWhy(bytes) };
}

function footageWords({ activity, due }: UrgentDue, now: Instant, naming: Naming) {
  const title = activityTitle(activity);
  const number = numberOf(activity.no, naming);
  if (due.kind === 'away') {
    return {
      when: R.awayWhen(PARAMETERS.exportAfterReturnHours.value),
      whenSub: R.awaySub,
      what: activity.away === null ? title : R.away(title, AWAY_GROUND[activity.away.ground]),
      why: joined([number, R.awayWhy]),
    };
  }
  const countdown = countdownWords(due.deadline, now);
  const ended = activity.finished === null ? null : F.ended(momentNear(activity.finished.at, now));
  return {
    when: momentNear(due.deadline, now),
    whenSub: countdown.words,
    what: title,
    why: joined([number, ended, missingWords(due.missing, naming)]),
    late: due.kind === 'late',
  };
}

const missingWords = (missing: readonly DeviceId[], naming: Naming): string =>
  missing.length === 0 ? F.noFootage : F.notTakenIn(listed(missing.map((id) => naming.device(id))));

function activityWords(
  { kind, activity }: Extract<Due, { readonly kind: 'on-site' | 'end-not-marked' | 'check' | 'go' }>,
  now: Instant,
  naming: Naming,
): Omit<DueWords, 'id' | 'late'> {
  const what = activityTitle(activity);
  const number = numberOf(activity.no, naming);
  const { arrived, plannedAt } = activity;
  if (kind === 'go' || kind === 'check') {
    const officers = R.officers(listed(activity.officers.map((id) => naming.person(id))));
    return {
      when: plannedAt === null ? R.unplanned : momentNear(plannedAt, now),
      whenSub: plannedAt !== null && plannedAt < now ? R.goPast : R.go,
      what,
      why: joined([kind === 'check' ? R.notChecked : null, number, officers, activity.place]),
    };
  }
  const arrival = arrived === null ? R.notArrived : R.onSiteSub(momentNear(arrived.at, now));
  if (kind === 'end-not-marked') {
    return { when: R.endNotMarked, whenSub: arrival, what, why: joined([number, R.endNotMarkedWhy]) };
  }
  return {
    when: R.onSite,
    whenSub: arrival,
    what,
    why: joined([number, activity.noticed === null ? R.notNoticed : null]),
  };
}

/** What stands beside the large countdown. */
export interface UrgentWords {
  readonly title: string;
  readonly sub: string;
  readonly devices: string;
  /** 3 台设备未采集, or that nothing has come yet. */
  readonly lacking: string;
}

export function urgentWords({ activity, due }: UrgentDue, now: Instant, naming: Naming): UrgentWords {
  const { finished, returned, party, away } = activity;
  return {
    title: activityTitle(activity),
    sub: joined([
      numberOf(activity.no, naming),
      finished === null ? null : F.ended(momentNear(finished.at, now)),
      returned === null ? null : F.returned(momentNear(returned.returnedAt, now)),
      away === null ? null : AWAY_GROUND[away.ground],
      party === null ? null : F.party(party),
    ]),
    devices: listed(due.missing.map((id) => naming.device(id))),
    lacking: due.missing.length === 0 ? F.noFootage : F.devicesMissing(due.missing.length),
  };
}
