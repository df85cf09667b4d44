import { describe, expect, it } from 'vitest';
import {
  activityId,
  CAMERA_3,
  CAMERA_7,
  LI,
  makeActivity,
  makeBatch,
  makeHandover,
  makePerson,
  makeRecording,
  march,
  OTHER_DIVISION,
  signedBy,
  WANG,
  ZHANG,
} from '../../../../test/doubles/sample-records.ts';
import type { RegisterRow } from '../../../domain/ports/read-model.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import { type Instant, plusMs } from '../../../domain/time.ts';
import type { DeskFacts } from './desk-facts.ts';
import { dueItems, expiringCertificates, mostUrgent, recordTally } from './today-view.ts';

const now = march(5, 16, 42);

const facts = (over: Partial<DeskFacts> = {}): DeskFacts => ({
  anyActivity: true,
  activities: [],
  unchecked: [],
  footage: [],
  batches: [],
  handovers: [],
  buffered: [],
  stored: [],
  partly: [],
  ...over,
});

const named = (name: string, over: Partial<ActivityRecord>): ActivityRecord =>
  makeActivity({ id: activityId(name), plannedAt: null, created: signedBy(ZHANG, march(1)), ...over });

const ended = (at: Instant) => ({ arrived: signedBy(ZHANG, march(1)), finished: signedBy(ZHANG, at) });
const away = { ...signedBy(ZHANG, march(4, 18)), ground: 'awayDuty', statement: '当日无法返回' } as const;

const row = (takenInAt: Instant, sizeBytes: number): RegisterRow => ({
  id: makeRecording(`row${sizeBytes}`, CAMERA_3, takenInAt).id,
  no: null,
  shortNo: null,
  mediaType: 'video',
  capturedAt: takenInAt,
  capturedIsClaim: false,
  durationMs: null,
  sizeBytes,
  activity: null,
  activityTitle: null,
  matters: [],
  place: null,
  party: null,
  officers: [],
  device: null,
  carrier: null,
  originalName: null,
  takenInAt,
  takenInBy: ZHANG,
  copies: 0,
  state: 'buffered',
});

describe('what is due', () => {
  it('before going out the devices are checked, and then one goes', () => {
    const plan = named('plan', { plannedAt: march(5, 18), devices: [CAMERA_3] });
    const kinds = (unchecked: DeskFacts['unchecked']) =>
      dueItems(facts({ activities: [plan], unchecked }), now).map(({ kind }) => kind);
    expect(kinds([plan.id])).toEqual(['check']);
    expect(kinds([])).toEqual(['go']);
  });

  it('is sorted by deadline: late first, then what goes on, today, what waits, tomorrow', () => {
    const items = dueItems(
      facts({
        activities: [
          named('tomorrow', { plannedAt: march(6, 9) }),
          named('tonight', ended(march(5, 10, 48))),
          named('late', ended(march(3, 12))),
          named('away', { ...ended(march(4, 12)), away }),
          named('onsite', { arrived: signedBy(ZHANG, march(5, 15)) }),
        ],
        batches: [makeBatch({ completedAt: march(5, 16) })],
      }),
      now,
    );
    expect(items.map((item) => item.id.replace(/0+$/, ''))).toEqual([
      'footage late',
      'on-site onsite',
      'footage tonight',
      'footage away',
      'countersign batch',
      'go tomorrow',
    ]);
  });

  it('names each kind of work once, with piles counted', () => {
    const items = dueItems(
      facts({
        buffered: [row(march(5, 12), 300), row(march(5, 9), 500)],
        stored: [row(march(4, 9), 7)],
        handovers: [makeHandover()],
      }),
      now,
      [{ id: 'b', sourceLabel: 'DCIM', startedAt: march(5, 16), filesLeft: 9 }],
    );
    expect(items.map(({ kind }) => kind)).toEqual(['hand-over', 'accept', 'store', 'resume']);
    const store = items.find((item) => item.kind === 'store');
    expect(store).toMatchObject({ pile: { count: 2, more: false, sizeBytes: 800, since: march(5, 9) } });
  });

  it('an activity whose footage has all come is done', () => {
    const footage = makeRecording('a', CAMERA_3, march(5, 15));
    const taken = named('done', {
      ...ended(march(5, 10)),
      devices: [CAMERA_3],
      recordings: [footage.id],
      devicesTakenIn: [CAMERA_3],
      firstTakenInAt: march(5, 15),
      lastTakenInAt: march(5, 15),
    });
    expect(dueItems(facts({ activities: [taken] }), now)).toEqual([]);
    const linked = { ...taken, devicesTakenIn: [] };
    expect(dueItems(facts({ activities: [linked] }), now)).toHaveLength(1);
    const moved = makeRecording('a', CAMERA_3, march(5, 15), { activity: linked.id });
    expect(dueItems(facts({ activities: [linked], footage: [moved] }), now)).toEqual([]);
  });

  it('footage without a marked end asks for the end', () => {
    const items = dueItems(
      facts({ activities: [named('x', { recordings: [makeRecording('a', null, now).id] })] }),
      now,
    );
    expect(items.map(({ kind }) => kind)).toEqual(['end-not-marked']);
  });

  it('plans beyond tomorrow and plans forgotten for over 30 days are left to the list', () => {
    const shown = (plannedAt: Instant | null, created: Instant) =>
      dueItems(facts({ activities: [named('p', { plannedAt, created: signedBy(ZHANG, created) })] }), now).length === 1;
    expect(shown(march(7, 0), march(1))).toBe(true);
    expect(shown(march(7, 0, 1), march(1))).toBe(false);
    expect(shown(march(-20), march(-30))).toBe(true);
    expect(shown(march(-40), march(-40))).toBe(false);
    expect(shown(null, march(1))).toBe(true);
    expect(shown(null, march(-40))).toBe(false);
  });

  it('a plan whose hour has passed does not push aside what is due tonight', () => {
    const items = dueItems(
      facts({ activities: [named('missed', { plannedAt: march(4, 9) }), named('tonight', ended(march(5, 10)))] }),
      now,
    );
    expect(items.map(({ kind }) => kind)).toEqual(['footage', 'go']);
  });
});

describe('the one most urgent thing', () => {
  it('is the nearest deadline, also where an activity away stands above it', () => {
    const items = dueItems(
      facts({
        activities: [
          named('away', { ...ended(march(4, 12)), away }),
          named('back', {
            ...ended(march(4, 12)),
            away,
            returned: { ...signedBy(ZHANG, now), returnedAt: march(5, 15) },
          }),
        ],
      }),
      now,
    );
    expect(items[0]?.kind === 'footage' && items[0].due.kind).toBe('away');
    expect(mostUrgent(items)?.due).toMatchObject({ kind: 'open', rule: 'after-return', deadline: march(6, 15) });
  });

  it('is what can still be met, while what is late stands on top of the rows', () => {
    const items = dueItems(
      facts({ activities: [named('late', ended(march(3, 12))), named('tonight', ended(march(5, 10)))] }),
      now,
    );
    expect(items[0]?.id).toContain('late');
    expect(mostUrgent(items)?.id).toContain('tonight');
    const late = dueItems(facts({ activities: [named('late', ended(march(3, 12)))] }), now);
    expect(mostUrgent(late)?.due.kind).toBe('late');
  });

  it('is an activity away where no clock runs, and nothing where no footage is due', () => {
    const gone = dueItems(facts({ activities: [named('away', { ...ended(march(4, 12)), away })] }), now);
    expect(mostUrgent(gone)?.due.kind).toBe('away');
    expect(mostUrgent(dueItems(facts({ batches: [makeBatch()] }), now))).toBeNull();
  });
});

describe('my record of the last 30 days', () => {
  it('adds up, and counts neither plans nor what ended earlier', () => {
    const met = {
      devices: [],
      recordings: [makeRecording('a', null, march(3)).id],
      firstTakenInAt: march(3),
      lastTakenInAt: march(3),
    };
    const tally = recordTally(
      facts({
        activities: [
          named('met', { ...ended(march(2, 12)), ...met }),
          named('open', ended(march(5, 12))),
          named('away', { ...ended(march(4, 12)), away }),
          named('late', { ...ended(march(1, 12)), devices: [CAMERA_3, CAMERA_7] }),
          named('just ended', ended(plusMs(now, 40_000))),
          named('plan', { plannedAt: march(6) }),
          named('old', ended(march(-40))),
        ],
      }),
      now,
    );
    expect(tally).toEqual({ required: 5, recorded: 1, pending: 3, late: 1 });
  });
});

describe('certificates that expire', () => {
  const person = (id: typeof LI, to: string | null, over = {}) =>
    makePerson({ id, certificateValid: { from: null, to }, ...over });
  const viewer = makePerson({ id: ZHANG });

  it('within 30 days or already over, soonest first', () => {
    const found = expiringCertificates(
      [person(LI, '2026-04-04'), person(WANG, '2026-04-05'), person(ZHANG, '2026-03-04')],
      viewer,
      now,
    );
    expect(found.map(({ id, over }) => [id, over])).toEqual([
      [ZHANG, true],
      [LI, false],
    ]);
  });

  it('the last valid day is not over, and an unknown date is none', () => {
    const found = expiringCertificates([person(LI, '2026-03-05'), person(WANG, null)], viewer, now);
    expect(found).toMatchObject([{ id: LI, over: false }]);
  });

  it('of the own division; of all for those who look after all; only of officers', () => {
    const elsewhere = person(LI, '2026-03-10', { division: OTHER_DIVISION });
    const custodianOnly = person(WANG, '2026-03-10', { roles: ['custodian'] });
    const persons = [elsewhere, custodianOnly];
    expect(expiringCertificates(persons, viewer, now)).toEqual([]);
    expect(expiringCertificates(persons, { ...viewer, roles: ['legalAffairsOffice'] }, now)).toMatchObject([
      { id: LI },
    ]);
  });
});
