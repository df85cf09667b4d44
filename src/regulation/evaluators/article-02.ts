import { matterByRow } from '../checklist.ts';
import { ofArticle, ofIntake } from '../rule.ts';

/** Footage of a device that is not in the register, unless it was explained and the department head acknowledged it. */
export const A02_1 = ofIntake('A02-1', 2, 'breach', ({ device, explained, acknowledged, names }) => {
  if (device !== null || (explained && acknowledged)) return [];
  return [{ facts: { files: names.length, lacks: explained ? 'acknowledgement' : 'explanation' } }];
});

/** Row 8's carrier is judged with the row itself: there it is no mere advice. */
const OWN_JUDGEMENT = 8;

/** A carrier that none of the chosen matters names. */
export const A02_2 = ofArticle('A02-2', 2, 'advisory', ({ devices, recordings, matters }) => {
  const rows = matters.filter((row) => row !== OWN_JUDGEMENT);
  const [row] = rows;
  if (row === undefined) return [];
  const allowed = new Set(rows.flatMap((each) => matterByRow(each)?.carriers ?? []));
  const used = devices.filter(({ device }) => recordings.some((recording) => recording.device === device));
  return used
    .filter(({ carrier }) => !allowed.has(carrier))
    .map(({ device, carrier }) => ({ about: device, facts: { device, carrier, row } }));
});
