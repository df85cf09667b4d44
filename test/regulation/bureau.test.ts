import { describe, expect, it } from 'vitest';
import { BUREAU, CAMERAS, OFFICERS, STATIONS } from './bureau.ts';
import { makeBench } from './scenario.ts';

const bench = makeBench();
const topicsOf = ({ article, row }: (typeof BUREAU)[number]): readonly string[] => [
  ...(article === undefined ? [] : [`article ${article}`]),
  ...(row === undefined ? [] : [`row ${row}`]),
];
const label = (line: (typeof BUREAU)[number]): string => topicsOf(line).join(', ');

describe('the demonstration bureau', () => {
  it('has 6 officers, 2 stations and a remote one without network, 3 cameras and 40 activities', () => {
    expect(OFFICERS).toHaveLength(6);
    expect(CAMERAS).toHaveLength(3);
    expect(STATIONS.map(({ network }) => network)).toEqual([true, true, false]);
    const activities = BUREAU.flatMap(({ facts }) => facts.activity?.activity ?? []);
    expect(new Set(activities).size).toBe(activities.length);
    expect(activities).toHaveLength(40);
    for (const { facts } of BUREAU)
      for (const { person } of facts.activity?.officers ?? [])
        expect(OFFICERS.map((officer) => officer.person)).toContain(person);
  });

  it('has every article of the rules and every row of the list once clean and once broken', () => {
    // Art. 3 is four numbers over all activities, and Art. 12 comes with the vault.
    const topics = [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 13].map((n) => `article ${n}`);
    topics.push(...Array.from({ length: 12 }, (_, i) => `row ${i + 1}`));
    const having = (clean: boolean) =>
      new Set(BUREAU.filter(({ flag }) => (flag === null) === clean).flatMap(topicsOf));
    expect(topics.filter((topic) => !having(true).has(topic))).toEqual([]);
    expect(topics.filter((topic) => !having(false).has(topic))).toEqual([]);
  });

  it.each(BUREAU.filter(({ flag }) => flag === null).map((line) => [label(line), line] as const))(
    'clean: %s raises nothing',
    (_, { facts, now }) => expect(bench.findings(facts, now)).toEqual([]),
  );

  it.each(BUREAU.filter(({ flag }) => flag !== null).map((line) => [label(line), line.flag, line] as const))(
    'broken: %s raises exactly %s',
    (_, flag, { facts, now }) => expect(bench.codes(facts, now)).toEqual([flag]),
  );

  it.each(BUREAU.filter(({ flag }) => flag !== null).map((line) => [line.flag, line] as const))(
    '%s is said with its article and its fact, and accuses nobody',
    (_, { facts, now }) => {
      for (const finding of bench.findings(facts, now)) {
        const sentence = bench.sentence(finding);
        expect(sentence).toMatch(/^(?:不符合|疑似（|提示（)第.+条/);
        expect(sentence).not.toMatch(/违规|undefined|null|NaN|！/);
      }
    },
  );
});
