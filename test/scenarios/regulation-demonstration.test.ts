import { describe, expect, it, test } from 'vitest';
import { toInstant } from '../../src/domain/time.ts';
import { lastDayBefore } from '../../src/main/demonstration/make-demonstration.ts';
import { evaluate } from '../../src/regulation/evaluate.ts';
import type { Code } from '../../src/regulation/finding.ts';
import { CODES } from '../../src/regulation/rules.ts';
import { FIRST_RULES } from '../../src/regulation/rules-in-force.ts';
import { findingSentence } from '../../src/text/findings.ts';
import { answerFinding } from '../../src/usecases/answer-finding.ts';
import { makeFindingsBoard } from '../../src/usecases/findings-board.ts';
import { type DemonstrationCase, loadDemonstration } from '../doubles/demonstration.ts';
import { must } from '../doubles/office-desk.ts';

/** Monday, 20 April 2026, ten in the morning in Beijing. */
const NOW = toInstant(Date.UTC(2026, 3, 20, 2));
/** Behind a long holiday and three minutes after the last act of the day; and where no notice of holidays reaches any more. */
const OTHER_DAYS = [toInstant(Date.UTC(2026, 9, 9, 7, 33)), toInstant(Date.UTC(2027, 4, 1, 16, 30))];

/** Art. 13 (two) is never said of a book: an entry without ground and statement does not count (T-13b). */
const KEPT_OUT_BY_THE_BOOK: readonly Code[] = ['A13-2'];

const loaded = await loadDemonstration(NOW);
const findings = ({ facts }: DemonstrationCase, now = NOW) => evaluate(facts, FIRST_RULES, now).findings;
const codes = (one: DemonstrationCase, now = NOW): readonly string[] => findings(one, now).map(({ code }) => code);
const named = loaded.cases.map((one) => [one.visit.name, one.visit.raises.join(' '), one] as const);

describe('the demonstration bureau', () => {
  it('has 6 officers, 2 stations and a remote one, 3 cameras and 40 activities', async () => {
    const { records } = loaded.desk;
    const [persons, stations, devices, activities] = await Promise.all([
      records.all('person'),
      records.all('station'),
      records.all('device'),
      records.all('activity'),
    ]);
    expect(persons.filter(({ roles }) => roles.includes('officer'))).toHaveLength(6);
    expect(stations.map(({ code }) => code).sort()).toEqual(['A', 'B', 'R']);
    expect(devices).toHaveLength(3);
    expect(activities).toHaveLength(40);
  });

  it('has every article of the rules and every row of the list once clean and once broken', () => {
    const topics = ({ visit }: DemonstrationCase) => [
      ...visit.articles.map((article) => `article ${article}`),
      ...visit.rows.map((row) => `row ${row}`),
    ];
    // Art. 3 is four numbers over all activities, and Art. 12 comes with the vault.
    const wanted = [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 13].map((n) => `article ${n}`);
    wanted.push(...Array.from({ length: 12 }, (_, i) => `row ${i + 1}`));
    for (const clean of [true, false]) {
      const some = loaded.cases.filter(({ visit }) => (visit.raises.length === 0) === clean).flatMap(topics);
      expect(wanted.filter((topic) => !some.includes(topic))).toEqual([]);
    }
  });

  it('raises every code of the rules', () => {
    const raised = new Set<string>(loaded.cases.flatMap(({ visit }) => visit.raises));
    expect(CODES.filter((code) => !raised.has(code))).toEqual(KEPT_OUT_BY_THE_BOOK);
  });

  it.each(named.filter(([, raises]) => raises === ''))('%s is clean', (_, _raises, one) => {
    expect(findings(one)).toEqual([]);
  });

  it.each(named.filter(([, raises]) => raises !== ''))('%s raises exactly %s', (_, _raises, one) => {
    expect([...codes(one)].sort()).toEqual([...one.visit.raises].sort());
  });

  it.each(named.filter(([, raises]) => raises !== ''))(
    '%s: each is said with its article, and accuses nobody',
    (_, _raises, one) => {
      const names = { person: String, device: String, recording: String };
      for (const finding of findings(one)) {
        const sentence = findingSentence(finding, names);
        expect(sentence).toMatch(/^(?:不符合|疑似（|提示（)第.+条/);
        expect(sentence).not.toMatch(/违规|undefined|null|NaN|！/);
      }
    },
  );

  it('is the same on the board of findings, newest first, and no device is asked for twice', async () => {
    const { records, book } = loaded.desk;
    let asked = 0;
    const register: typeof records.register = (query, page) => {
      asked += 1;
      return records.register(query, page);
    };
    const board = makeFindingsBoard({ records: { ...records, register }, book });
    const look = () => board.refresh(NOW, toInstant(0), () => undefined);
    const units = await look();
    const seen = units.flatMap((unit) => unit.findings.map(({ code }) => code as string)).sort();
    expect(seen).toEqual(loaded.cases.flatMap(({ visit }) => visit.raises as readonly string[]).sort());
    expect(asked).toBe(3);
    const [middle] = units.slice(units.length >> 1).flatMap((unit) => unit.findings);
    if (middle === undefined) throw new Error('nothing in the middle');
    const officer = loaded.stage.seat('zhang');
    await must(answerFinding(loaded.desk, officer, middle, '已核实', loaded.stage.divisions.A));
    const days = (await look()).map(({ day }) => day);
    expect(board.judged()).toBe(1);
    expect(days).toEqual(units.map(({ day }) => day));
    expect(days).toEqual(days.toSorted().toReversed());
  });
});

describe('loaded on another day', () => {
  it.each(OTHER_DAYS)('%s: each case raises what it raises on any other', async (now) => {
    const other = await loadDemonstration(now);
    const judged = other.cases.map((one) => [one.visit.name, [...codes(one, now)].sort()]);
    expect(judged).toEqual(other.cases.map(({ visit }) => [visit.name, [...visit.raises].sort()]));
  });

  it('its last day is today once today is over, else yesterday', () => {
    expect(lastDayBefore(toInstant(Date.UTC(2026, 3, 20, 7, 29)))).toBe('2026-04-19');
    expect(lastDayBefore(toInstant(Date.UTC(2026, 3, 20, 7, 30)))).toBe('2026-04-20');
    expect(lastDayBefore(toInstant(Date.UTC(2026, 11, 31, 16)))).toBe('2026-12-31');
  });
});

test('whoever stops the loading is not kept waiting to its end', async () => {
  const own = new AbortController();
  const seen: number[] = [];
  const report = ({ done }: { readonly done: number }): void => {
    seen.push(done);
    if (done === 10) own.abort();
  };
  await expect(loadDemonstration(NOW, { signal: own.signal, report })).rejects.toThrow('aborted');
  expect(seen.at(-1)).toBe(10);
});
