import { SYNC } from '../../../text/sync.ts';
import { useOffice, useSeat } from '../../live/office.ts';

/** Why the person at the desk cannot invite or admit now; undefined: can. */
export function createMayInvite(): () => string | undefined {
  const office = useOffice();
  const seat = useSeat();
  return () => {
    if (office.tab() === 'follower') return SYNC.otherTab;
    const may = seat().own.some((role) => role === 'custodian' || role === 'legalAffairsOffice');
    return may ? undefined : SYNC.mayInvite;
  };
}
