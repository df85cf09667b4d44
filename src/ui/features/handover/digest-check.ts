import { createSignal } from 'solid-js';
import type { RecordingId } from '../../../domain/ids.ts';
import type { RecordingRecord } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';
import type { CopyCheck } from '../../../usecases/check-copies.ts';
import type { MediumRefusal } from '../../../usecases/footage-ports.ts';
import type { FootageDesk } from '../../live/footage-desk.ts';
import type { RunningJob } from '../../live/jobs.ts';
import { copiesToCheck } from './handover-view.ts';

export type CheckState =
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'running'; readonly job: RunningJob<CopyCheck, MediumRefusal> }
  | { readonly kind: 'passed'; readonly at: Instant; readonly recordings: ReadonlySet<RecordingId> }
  | { readonly kind: 'wrong'; readonly count: number }
  | { readonly kind: 'refused'; readonly refusal: MediumRefusal }
  | { readonly kind: 'failed'; readonly code: string };

/** Reads every recording of a hand-over from its medium, one medium after the other. */
export function createDigestCheck(footage: FootageDesk, now: () => Instant) {
  const [state, setState] = createSignal<CheckState>({ kind: 'not-yet' });

  async function run(recordings: readonly RecordingRecord[]): Promise<void> {
    for (const [medium, ids] of copiesToCheck(recordings)) {
      const job = footage.check(medium, ids);
      setState({ kind: 'running', job });
      const end = await job.ended;
      if (end.kind === 'refused') return void setState({ kind: 'refused', refusal: end.refusal });
      if (end.kind === 'failed') return void setState({ kind: 'failed', code: end.code });
      if (end.kind !== 'done') return void setState({ kind: 'not-yet' });
      if (end.value.wrong.length > 0) return void setState({ kind: 'wrong', count: end.value.wrong.length });
    }
    setState({ kind: 'passed', at: now(), recordings: new Set(recordings.map((recording) => recording.id)) });
  }

  return { state, run, reset: () => setState({ kind: 'not-yet' }) };
}
