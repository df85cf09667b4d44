import { done, type Outcome, refused } from '../base/outcome.ts';
import { type DivisionId, type HandoverId, mintId, type PersonId, type RecordingId } from '../domain/ids.ts';
import type { HandoverRecord } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Instant } from '../domain/time.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { nextNumber } from './office-number.ts';
import { signAct } from './signed-act.ts';

export type HandoverRefusal =
  | RuleRefusal
  | { readonly code: 'nothing-chosen' }
  | { readonly code: 'too-many'; readonly limit: number }
  | { readonly code: 'not-stored'; readonly recordings: readonly RecordingId[] }
  | { readonly code: 'damaged'; readonly recordings: readonly RecordingId[] };

export const MOST_IN_HANDOVER = 1000;

export interface HandoverDraft {
  readonly to: PersonId;
  readonly recordings: readonly RecordingId[];
  readonly division: DivisionId;
  readonly remark: string | null;
}

/** The officer's half (移交人): only what a registered medium holds, verified, can be handed over. */
export async function giveHandover(
  desk: Desk,
  seat: Seat,
  draft: HandoverDraft,
): Promise<Outcome<HandoverId, HandoverRefusal>> {
  if (draft.recordings.length === 0) return refused({ code: 'nothing-chosen' });
  if (draft.recordings.length > MOST_IN_HANDOVER) return refused({ code: 'too-many', limit: MOST_IN_HANDOVER });
  const records = await desk.records.getMany('recording', draft.recordings);
  const unstored = records.filter((record) => record.copies.length === 0).map((record) => record.id);
  if (unstored.length > 0) return refused({ code: 'not-stored', recordings: unstored });
  const damaged = records.filter((record) => record.state === 'damaged').map((record) => record.id);
  if (damaged.length > 0) return refused({ code: 'damaged', recordings: damaged });
  const used = (await desk.records.all('handover')).map((handover) => handover.no);
  const handover = mintId<HandoverId>(desk.random);
  const signed = await signAct(desk, seat.signer, {
    kind: 'handover-given',
    subject: subjectOf('handover', handover),
    body: {
      handover,
      no: nextNumber(used, desk.station.code, 'handover', desk.now()),
      to: draft.to,
      recordings: [...draft.recordings],
    },
    details: { remark: draft.remark },
    division: draft.division,
  });
  return signed.ok ? done(handover) : refused(signed.refusal);
}

/** The custodian's half (接收人), after every recording's digests were compared with the bytes at `checkedAt`. */
export async function acceptHandover(
  desk: Desk,
  seat: Seat,
  handover: HandoverRecord,
  checked: { readonly at: Instant; readonly cardCleared: boolean; readonly division: DivisionId },
): Promise<Outcome<null, HandoverRefusal>> {
  const signed = await signAct(desk, seat.signer, {
    kind: 'handover-accepted',
    subject: subjectOf('handover', handover.id),
    body: {
      handover: handover.id,
      checkedAt: checked.at,
      recordings: [...handover.recordings],
      cardCleared: checked.cardCleared,
    },
    details: null,
    refs: [handover.given.entry],
    division: checked.division,
  });
  return signed.ok ? done(null) : refused(signed.refusal);
}

/** Takes a hand-over back before it is accepted, by the giver; or declines it, by the custodian. */
export async function withdrawHandover(
  desk: Desk,
  seat: Seat,
  handover: HandoverRecord,
  division: DivisionId,
): Promise<Outcome<null, HandoverRefusal>> {
  const signed = await signAct(desk, seat.signer, {
    kind: 'handover-withdrawn',
    subject: subjectOf('handover', handover.id),
    body: { handover: handover.id, recordings: [...handover.recordings] },
    details: null,
    refs: [handover.given.entry],
    division,
  });
  return signed.ok ? done(null) : refused(signed.refusal);
}
