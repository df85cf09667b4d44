import type { ActivityId } from '../../src/domain/ids.ts';
import { type Instant, isInstant, plusMs } from '../../src/domain/time.ts';
import type { ActivityFacts, OfficerFacts, UsedDevice } from '../../src/regulation/facts.ts';
import type { Code } from '../../src/regulation/finding.ts';
import { renderNotice } from '../../src/regulation/notice.ts';
import { plusDays } from '../../src/regulation/working-days.ts';
import { BROKEN } from './bureau-broken.ts';
import { CLEAN } from './bureau-clean.ts';
import { check, device, inspection, LATER, officer } from './facts.ts';
import type { Facts } from './scenario.ts';

/**
 * The demonstration bureau of requirements.md, as facts: 40 activities over four weeks, every article and every row of the list
 * once clean and once broken. Everything is fictional.
 */

export const OFFICERS: readonly OfficerFacts[] = [
  officer('zhang', '张建国'),
  officer('li', '李秀英'),
  officer('zhao', '赵敏'),
  officer('sun', '孙立'),
  officer('zhou', '周宏'),
  officer('wu', '吴静'),
];

export const STATIONS = [
  { code: 'A', name: '局机关采集室', network: true },
  { code: 'B', name: '伊河管理站', network: true },
  { code: 'R', name: '嵩县监测站', network: false },
] as const;

export const CAMERAS: readonly UsedDevice[] = [
  { device: device('record03'), carrier: 'bodyCamera' },
  { device: device('record07'), carrier: 'bodyCamera' },
  { device: device('still01'), carrier: 'stillCamera' },
];

/** What a line of the bureau is about: an article, or a row of the list. */
export interface Topic {
  readonly article?: number;
  readonly row?: number;
}

export interface Line extends Topic {
  readonly facts: Facts;
  readonly now?: Instant;
  readonly flag: Code | null;
}

export interface BureauCase extends Topic {
  readonly station: (typeof STATIONS)[number]['code'];
  readonly facts: Facts;
  readonly now: Instant;
  /** The one finding it raises; null: none. */
  readonly flag: Code | null;
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const WEEK_MS = 7 * 86_400_000;

/** The same facts whole weeks later, so that weekdays and working days stay what they are. */
function weeksLater<T>(value: T, weeks: number): T {
  if (typeof value === 'string') {
    if (isInstant(value)) return plusMs(value, weeks * WEEK_MS) as string as T;
    return DATE.test(value) ? (plusDays(value, weeks * 7) as T) : value;
  }
  if (Array.isArray(value)) return value.map((each: unknown) => weeksLater(each, weeks)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, weeksLater(each, weeks)])) as T;
}

const CREWS = [
  [0, 1],
  [2, 3],
  [4, 5],
] as const;

/** Puts a line's people and devices in place of the builders', and gives the activity an id of its own. */
function peopled(facts: ActivityFacts, index: number): ActivityFacts {
  const crew = (CREWS[index % CREWS.length] ?? CREWS[0]).flatMap((i) => OFFICERS[i] ?? []);
  const swap = new Map<string, string>();
  const usual = inspection();
  usual.officers.forEach((each, i) => {
    const other = crew[i];
    if (other !== undefined) swap.set(each.person, other.person).set(each.name ?? '', other.name ?? '');
  });
  const film = CAMERAS[index % 2];
  const still = CAMERAS[2];
  if (film !== undefined) swap.set(check().device, film.device);
  if (still !== undefined) swap.set(device('still1'), still.device);
  swap.set(
    renderNotice(usual.officers.map(({ name }) => name ?? '')),
    renderNotice(crew.map(({ name }) => name ?? '')),
  );
  return { ...swapped(facts, swap), activity: `activity-${index}-`.padEnd(22, '0') as ActivityId };
}

function swapped<T>(value: T, swap: ReadonlyMap<string, string>): T {
  if (typeof value === 'string') return (swap.get(value) ?? value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => swapped(each, swap)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, swapped(each, swap)])) as T;
}

export const BUREAU: readonly BureauCase[] = [...CLEAN, ...BROKEN].map((line, index) => {
  const { activity } = line.facts;
  const weeks = index % 4;
  const facts = activity === undefined ? line.facts : { ...line.facts, activity: peopled(activity, index) };
  return {
    ...line,
    facts: weeksLater(facts, weeks),
    now: weeksLater(line.now ?? LATER, weeks),
    station: (STATIONS[index % STATIONS.length] ?? STATIONS[0]).code,
  };
});
