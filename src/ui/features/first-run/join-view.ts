import type { Invite } from '../../../domain/invite.ts';
import { JOINING } from '../../../text/joining.ts';
import { SYNC } from '../../../text/sync.ts';
import type { Step } from '../../kit/Steps.tsx';
import type { JoinStage, JoinWish } from '../../live/join-desk.ts';

export type JoinStep = keyof typeof JOINING.steps;

const ORDER: readonly JoinStep[] = ['invitation', 'station', 'compare', 'receive', 'person'];

/** Which step a join under way stands at. */
export function stepOf(stage: JoinStage | null): JoinStep {
  switch (stage?.kind) {
    case undefined:
      return 'station';
    case 'receiving':
      return 'receive';
    case 'joined':
      return 'person';
    default:
      return 'compare';
  }
}

export const joinStepsAt = (now: JoinStep, invite: Invite, wish: JoinWish | null): readonly Step[] =>
  ORDER.map((step, index) => {
    const done = index < ORDER.indexOf(now);
    const said =
      step === 'invitation' ? invite.bureauName : step === 'station' && wish ? SYNC.station(wish.code, wish.name) : '';
    return {
      name: JOINING.steps[step],
      result: done && said !== '' ? said : JOINING.stepHints[step],
      state: done ? 'done' : step === now ? 'now' : 'later',
    };
  });

/** How far the book has come, 0 to 1. More may be written there meanwhile: the whole is never claimed before it is said to be. */
export const fractionOf = (done: number, total: number | null): number =>
  total === null || total === 0 ? 0 : Math.min(1, done / total);
