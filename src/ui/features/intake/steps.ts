import { INTAKE } from '../../../text/intake.ts';
import type { Step } from '../../kit/Steps.tsx';

/** The five steps with the present one marked; `result` stands under it. */
export function intakeSteps(now: 0 | 1 | 2 | 3 | 4, result: string): readonly Step[] {
  const names = [INTAKE.steps.source, INTAKE.steps.place, INTAKE.steps.copy, INTAKE.steps.store, INTAKE.steps.handover];
  return names.map((name, index) => ({
    name,
    state: index < now ? 'done' : index === now ? 'now' : 'later',
    result: index === now ? result : index < now ? '' : INTAKE.notStarted,
  }));
}
