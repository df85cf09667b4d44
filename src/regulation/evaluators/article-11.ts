import { fromInstant, type Instant, plusMs, toInstant } from '../../domain/time.ts';
import { toStretch } from '../coverage.ts';
import { reportDue, statementDue } from '../deadlines.ts';
import type { ActivityFacts, GapAccount } from '../facts.ts';
import { absentNames } from '../file-counter.ts';
import type { StopLack } from '../finding.ts';
import { type Gap, gapsOf } from '../gaps.ts';
import { ofArticle, ofIntake } from '../rule.ts';
import type { RulesInForce } from '../rules-in-force.ts';
import { isSettled, reviewIsOver } from '../standing.ts';
import { stepById } from '../steps.ts';

const gapsToJudge = (facts: ActivityFacts, rules: RulesInForce, now: Instant): readonly Gap[] =>
  isSettled(facts, rules, now) ? (gapsOf(facts, rules)?.gaps ?? []) : [];

export const A11_1 = ofArticle('A11-1', 11, 'breach', (facts, rules, now) => {
  if (facts.endedAt === null) return [];
  const due = statementDue(facts.endedAt, rules.parameters);
  if (now <= due) return [];
  return gapsToJudge(facts, rules, now)
    .filter(({ account }) => account === null)
    .map(({ span }) => {
      const stretch = toStretch(span);
      return { about: stretch.from, facts: { ...stretch, due } };
    });
});

/** 重新开始记录时应当对中断原因进行语音说明: spoken in the footage after the restart. */
export const A11_2 = ofArticle('A11-2', 11, 'breach', (facts, rules, now) => {
  const withinSec = rules.parameters.voiceExplainWithinSec;
  if (!reviewIsOver(facts, rules, now)) return [];
  return gapsToJudge(facts, rules, now).flatMap(({ span, account, resumed }) => {
    if (account === null || !resumed) return [];
    const spoken = facts.voiceExplanations.some((at) => {
      const afterMs = fromInstant(at) - span.to;
      return afterMs >= 0 && afterMs <= withinSec * 1000;
    });
    const stretch = toStretch(span);
    return spoken ? [] : [{ about: stretch.from, facts: { ...stretch, cause: account.cause, withinSec } }];
  });
});

/** 确实无法继续记录的: reported at once to the department head, and a written statement afterwards. */
export const A11_3 = ofArticle('A11-3', 11, 'breach', (facts, rules, now) =>
  gapsToJudge(facts, rules, now).flatMap(({ span, account, resumed }) => {
    if (account === null || resumed || facts.endedAt === null) return [];
    const from = toInstant(span.from);
    const lacks = stopLacks(account, from, facts.endedAt, rules, now);
    return lacks.length === 0 ? [] : [{ about: from, facts: { from, cause: account.cause, lacks } }];
  }),
);

function stopLacks(
  { reportedAt, statedAt }: GapAccount,
  from: Instant,
  endedAt: Instant,
  { parameters }: RulesInForce,
  now: Instant,
): readonly StopLack[] {
  const lacks: StopLack[] = [];
  const due = reportDue(from, parameters);
  if (reportedAt === null && now > due) lacks.push('report');
  if (reportedAt !== null && reportedAt > due) lacks.push('promptReport');
  if (statedAt === null && now > statementDue(endedAt, parameters)) lacks.push('statement');
  return lacks;
}

/** 不得任意选择取舍: holes in the camera's own counter, or fewer files than the card's index lists. */
export const A11_4 = ofIntake('A11-4', 11, 'suspected', ({ names, earlierNames, index }) => {
  const absent = absentNames(names, earlierNames);
  const fewer = index !== null && index.present < index.listed;
  return absent.length === 0 && !fewer ? [] : [{ facts: { absent, index: fewer ? index : null } }];
});

/** 不得事后补录. What a deferred step (rows 11 and 12) shows may come later. */
export const A11_5 = ofArticle('A11-5', 11, 'suspected', (facts, { parameters }) => {
  const { endedAt, recordings, steps } = facts;
  if (endedAt === null) return [];
  const last = plusMs(endedAt, parameters.coverageEndTolSec * 1000);
  const deferred = new Set(
    steps.flatMap((mark) => (mark.state === 'done' && stepById(mark.step)?.deferred ? [mark.recording] : [])),
  );
  return recordings.flatMap(({ recording, start }) =>
    start !== null && start > last && !deferred.has(recording)
      ? [{ about: recording, facts: { recording, capturedAt: start, endedAt } }]
      : [],
  );
});

/** 不得插入其他画面，不得进行任意删改和编辑: traces in the file, which may have an innocent cause. */
export const A11_6 = ofArticle('A11-6', 11, 'suspected', ({ recordings }) =>
  recordings.flatMap(({ recording, traces }) =>
    traces === null || traces.length === 0 ? [] : [{ about: recording, facts: { recording, traces } }],
  ),
);
