import { createSignal } from 'solid-js';
import type { RecordingId } from '../../../domain/ids.ts';
import type { RecordingRecord } from '../../../domain/records.ts';
import { type Instant, plusMs } from '../../../domain/time.ts';
import type { CopyCheck } from '../../../usecases/check-copies.ts';
import type { MediumRefusal } from '../../../usecases/footage-ports.ts';
import type { FootageDesk } from '../../live/footage-desk.ts';
import type { RunningJob } from '../../live/jobs.ts';
import { copiesToCheck } from './handover-view.ts';

export type CheckState =
  | { readonly kind: 'not-yet' }
  | {
      readonly kind: 'running';
      readonly job: RunningJob<CopyCheck, MediumRefusal>;
      readonly recordings: ReadonlySet<RecordingId>;
    }
  | { readonly kind: 'passed'; readonly at: Instant; readonly recordings: ReadonlySet<RecordingId> }
  | { readonly kind: 'wrong'; readonly count: number }
  | { readonly kind: 'refused'; readonly refusal: MediumRefusal }
  | { readonly kind: 'failed'; readonly code: string };

/** Reads every recording of a hand-over from its medium, one medium after the other. */
function makeDigestCheck(footage: Pick<FootageDesk, 'check'>, now: () => Instant) {
  const [state, setState] = createSignal<CheckState>({ kind: 'not-yet' });

  async function run(recordings: readonly RecordingRecord[]): Promise<void> {
    const ids = new Set(recordings.map((recording) => recording.id));
    for (const [medium, some] of copiesToCheck(recordings)) {
      const job = footage.check(medium, some);
      setState({ kind: 'running', job, recordings: ids });
      const end = await job.ended;
      if (end.kind === 'refused') return void setState({ kind: 'refused', refusal: end.refusal });
      if (end.kind === 'failed') return void setState({ kind: 'failed', code: end.code });
      if (end.kind !== 'done') return void setState({ kind: 'not-yet' });
      if (end.value.wrong.length > 0) return void setState({ kind: 'wrong', count: end.value.wrong.length });
    }
    setState({ kind: 'passed', at: now(), recordings: ids });
  }

  return { state, run, reset: () => setState({ kind: 'not-yet' }) };
}

type DigestCheck = ReturnType<typeof makeDigestCheck>;

/** By what they are for. Reading a disk takes minutes; the desk may lock meanwhile, and its pages go. */
const kept = new Map<string, DigestCheck>();
const FRESH_MS = 60 * 60_000;

/** The check of one hand-over, as it stands: begun before, or anew where it was never begun, came to nothing or is no longer fresh. */
export function digestCheckOf(
  handover: string,
  footage: Pick<FootageDesk, 'check'>,
  now: () => Instant,
): DigestCheck & { readonly putAway: () => void } {
  const before = kept.get(handover);
  const state = before?.state();
  const stands = state?.kind === 'running' || (state?.kind === 'passed' && now() <= plusMs(state.at, FRESH_MS));
  const check = before !== undefined && stands ? before : makeDigestCheck(footage, now);
  kept.set(handover, check);
  return { ...check, putAway: () => kept.delete(handover) };
}

/** What a check covers that runs or has passed. */
export const coveredBy = (state: CheckState): ReadonlySet<RecordingId> | null =>
  state.kind === 'running' || state.kind === 'passed' ? state.recordings : null;
