import type { Role } from '../../domain/role.ts';
import type { RuleParameter } from '../parameters.ts';

const ofRegulation = <T>(value: T, articles: readonly number[]): RuleParameter<T> => ({
  value,
  articles,
  source: 'regulation',
});

const byDefault = <T>(value: T, articles: readonly number[], textWord?: string): RuleParameter<T> => ({
  value,
  articles,
  source: 'default',
  ...(textWord === undefined ? {} : { textWord }),
});

const ofLaw = (value: number, law: string): RuleParameter<number> => ({ value, articles: [], source: 'otherLaw', law });

const APPROVERS: readonly Role[] = ['legalAffairsOffice', 'supervisingLeader'];

export const PARAMETER_DATA = {
  certificateWarnDays: byDefault(30, [1]),
  /** Art. 3's 同步: an activity counts as recorded from this share of its time on. */
  coverageEnoughPercent: byDefault(95, [3]),
  segmentJoinSec: byDefault(3, [9, 11]),
  coverageStartTolSec: byDefault(60, [9]),
  coverageEndTolSec: byDefault(60, [9]),
  clockOffsetWarnSec: byDefault(60, [5]),
  /** Counted within the same day in Beijing. */
  checkValidHours: byDefault(24, [5]),
  voiceExplainWithinSec: byDefault(60, [11]),
  reportImmediatelyMin: byDefault(30, [11], '立即'),
  statementDue: byDefault({ workingDays: 1, hour: 18 }, [7, 11], '及时、事后'),
  /** Hour of Beijing time on the day the activity ended; 24 = midnight at its end. */
  exportSameDayCutoffHour: byDefault(24, [13], '当天'),
  exportAfterReturnHours: ofRegulation(24, [13]),
  retentionMinYears: ofRegulation(1, [14]),
  approversRequired: ofRegulation(APPROVERS, [16]),
  suspensionMonths: ofRegulation(1, [21]),
  accessGrantHours: byDefault(72, [16]),
  unlinkedWarnWorkingDays: byDefault(3, [4]),
  verifyEveryDays: byDefault(92, [12]),
  minCopies: byDefault(2, [12]),
  registrationDecisionDays: {
    ...ofLaw(7, '《中华人民共和国行政处罚法》第五十六条'),
    matter: 'evidenceRegistrationPreservation',
  },
  /** The reminder stands from this many days before the decision is due. */
  registrationRemindDays: { ...byDefault(1, []), matter: 'evidenceRegistrationPreservation' },
  /** Results and proofs that may come later (rows 11 and 12) are awaited this long. */
  deferredResultDays: byDefault(30, []),
  deferredRemindDays: byDefault(7, []),
  announcementDays: { ...ofLaw(30, '《中华人民共和国民事诉讼法》第九十五条'), matter: 'announcementService' },
  courtEvidenceDays: ofLaw(15, '《中华人民共和国行政诉讼法》第六十七条'),
  reviewReplyDays: ofLaw(10, '《中华人民共和国行政复议法》第四十八条'),
} as const satisfies Readonly<Record<string, RuleParameter<unknown>>>;
