import { done, type Outcome, refused } from '../base/outcome.ts';
import { type CardId, mintId } from '../domain/ids.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { nextNumber } from './office-number.ts';
import { signAct } from './signed-act.ts';

export interface ClassifiedMedium {
  readonly mediumNo: string | null;
  readonly appearance: string | null;
  readonly sealNo: string | null;
  readonly handedTo: string | null;
}

/** Art. 19: the medium is sealed unread; a content-free card (F16) goes with it to the keeper of classified media. */
export async function sealClassifiedMedium(
  desk: Desk,
  seat: Seat,
  medium: ClassifiedMedium,
): Promise<Outcome<CardId, RuleRefusal>> {
  const used = (await desk.records.all('card')).map((card) => card.no);
  const card = mintId<CardId>(desk.random);
  const signed = await signAct(desk, seat.signer, {
    kind: 'classified-medium-sealed',
    subject: subjectOf('card', card),
    body: { card, no: nextNumber(used, desk.station.code, 'classified', desk.now()) },
    details: { ...medium },
  });
  return signed.ok ? done(card) : refused(signed.refusal);
}
