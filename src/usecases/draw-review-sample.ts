import { toHex } from '../base/hex.ts';
import { done, type Outcome, refused } from '../base/outcome.ts';
import { drawSample } from '../domain/draw-sample.ts';
import { EVERY_RECORDING } from '../domain/every-recording.ts';
import type { DivisionId, RecordingId } from '../domain/ids.ts';
import { type ReviewSampleRecord, type SampleRole, sampleId } from '../domain/office-records.ts';
import type { RegisterRow } from '../domain/ports/read-model.ts';
import { subjectOf } from '../domain/subject.ts';
import { beijingDate } from '../domain/time.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signAct } from './signed-act.ts';

export interface SampleOf {
  /** `2026-03` */
  readonly month: string;
  readonly role: SampleRole;
  /** A department head draws from the own unit; null for the legal affairs office: the whole bureau. */
  readonly division: DivisionId | null;
}

export type SampleRefusal =
  | RuleRefusal
  | { readonly code: 'nothing-to-draw' | 'already-drawn' | 'month-not-over' | 'size-unfit' };

const MOST = 200;
const MOST_OF_MONTH = 50_000;

/** Footage taken in within the month, of the unit's activities: what a sample is drawn from, the same for everyone who has it. */
export async function sampledFrom(
  records: Desk['records'],
  { month, division }: Pick<SampleOf, 'month' | 'division'>,
): Promise<readonly RecordingId[]> {
  const page = await records.register(
    {
      ...EVERY_RECORDING,
      sort: 'takenInAt',
      descending: false,
    },
    { offset: 0, limit: MOST_OF_MONTH },
  );
  const inMonth = page.rows.filter((row) => monthOfRow(row) === month && row.activity !== null);
  if (division === null) return inMonth.map(({ id }) => id);
  const activities = await records.getMany('activity', [...new Set(inMonth.flatMap(({ activity }) => activity ?? []))]);
  const own = new Set(activities.filter((activity) => activity.division === division).map(({ id }) => id));
  return inMonth.filter(({ activity }) => activity !== null && own.has(activity)).map(({ id }) => id);
}

const monthOfRow = ({ takenInAt }: RegisterRow): string => beijingDate(takenInAt).slice(0, 7);

/** 抽查: draws once, after the month is over, and says the seed. */
export async function drawReviewSample(
  desk: Desk,
  seat: Seat,
  of: SampleOf,
  size: number,
): Promise<Outcome<ReviewSampleRecord['id'], SampleRefusal>> {
  if (!Number.isInteger(size) || size < 1 || size > MOST) return refused({ code: 'size-unfit' });
  if (of.month >= beijingDate(desk.now()).slice(0, 7)) return refused({ code: 'month-not-over' });
  const id = sampleId(of.month, of.role, of.division);
  if ((await desk.records.get('reviewSample', id)) !== null) return refused({ code: 'already-drawn' });
  const from = await sampledFrom(desk.records, of);
  if (from.length === 0) return refused({ code: 'nothing-to-draw' });
  const seed = toHex(desk.random(16));
  const person = await desk.records.get('person', seat.person);
  const signed = await signAct(desk, seat.signer, {
    kind: 'sample-drawn',
    subject: subjectOf('reviewSample', id),
    body: { ...of, seed, of: from.length, recordings: [...drawSample(from, seed, size)] },
    details: null,
    ...(person === null ? {} : { division: person.division }),
  });
  return signed.ok ? done(id) : refused(signed.refusal);
}

/** Whether this machine draws the same ones from the same seed; `count-differs`: it holds other footage of that month. */
export async function drawnAgain(
  records: Desk['records'],
  sample: ReviewSampleRecord,
  division: DivisionId | null,
): Promise<'same' | 'differs' | 'count-differs'> {
  const from = await sampledFrom(records, { month: sample.month, division });
  if (from.length !== sample.of) return 'count-differs';
  const again = drawSample(from, sample.seed, sample.recordings.length);
  return again.every((id, index) => id === sample.recordings[index]) ? 'same' : 'differs';
}
