import type { DeviceIssueRecord, DeviceMove } from '../../../domain/course-records.ts';
import type { DeviceHabits } from '../../../domain/device-profile.ts';
import { isOwnWriter } from '../../../domain/editor-marks.ts';
import { type FileNamePattern, isFileNameTemplate } from '../../../domain/file-name.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { DeviceRecord } from '../../../domain/records.ts';
import type { Role } from '../../../domain/role.ts';
import { MOVE } from '../../../text/equipment.ts';

/** Where a device is: lost goes before everything, then who holds it. */
export type Whereabouts = 'lost' | 'out' | 'in' | 'stopped';

export function whereabouts(device: Pick<DeviceRecord, 'inService'>, issue: DeviceIssueRecord | null): Whereabouts {
  if ((issue?.lost ?? null) !== null) return 'lost';
  if ((issue?.holder ?? null) !== null) return 'out';
  return device.inService ? 'in' : 'stopped';
}

/** Who has it, where nobody is registered with it. */
export const holderWords = (where: Whereabouts): string => (where === 'lost' ? MOVE.nobodyKnows : MOVE.here);

export type MoveKind = DeviceMove['kind'];

interface Asker {
  readonly person: PersonId;
  readonly roles: readonly Role[];
}

const has = (roles: readonly Role[], ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => roles.includes(role));

/** Why an act is not to be done now by this person, in words; undefined: nothing speaks against it. */
export function cannotMove(
  kind: MoveKind,
  device: Pick<DeviceRecord, 'inService'>,
  issue: DeviceIssueRecord | null,
  { person, roles }: Asker,
): string | undefined {
  const where = whereabouts(device, issue);
  switch (kind) {
    case 'issued':
      if (!has(roles, 'custodian', 'departmentHead')) return MOVE.onlyKeepers;
      return where === 'in' ? undefined : MOVE.notHere[where];
    case 'returned':
      if (!has(roles, 'custodian', 'departmentHead')) return MOVE.onlyKeepers;
      return where === 'out' || where === 'lost' ? undefined : MOVE.notOut;
    case 'transferred':
      return issue?.holder === person && has(roles, 'officer') ? undefined : MOVE.onlyHolder;
    case 'lost':
      return where === 'lost' ? MOVE.alreadyLost : undefined;
  }
}

/** Newest first, each with the word of what it was. */
export const movesNewestFirst = (issue: DeviceIssueRecord | null): readonly DeviceMove[] =>
  [...(issue?.lastMoves ?? [])].reverse();

/** Habits as typed. */
export interface HabitsDraft {
  /** A template a line. */
  readonly patterns: string;
  readonly zone: FileNamePattern['zone'];
  readonly segmentBy: 'none' | 'minutes' | 'size';
  readonly segment: string;
  readonly clock: DeviceHabits['clock'];
  readonly driveSteps: string;
}

const GIB = 2 ** 30;

type Known = Pick<DeviceHabits, 'patterns' | 'segment' | 'clock'> & { readonly driveSteps?: string | null };

export function habitsDraft(known: Known | null): HabitsDraft {
  const segment = known?.segment ?? null;
  return {
    patterns: (known?.patterns ?? []).map(({ template }) => template).join('\n'),
    zone: known?.patterns[0]?.zone ?? 'local',
    segmentBy: segment === null ? 'none' : 'minutes' in segment ? 'minutes' : 'size',
    segment: segment === null ? '' : 'minutes' in segment ? String(segment.minutes) : String(segment.bytes / GIB),
    clock: known?.clock ?? 'local',
    driveSteps: known?.driveSteps ?? '',
  };
}

export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What is typed, with one line more. */
export const withLine = (text: string, line: string): string => [...linesOf(text), line].join('\n');

/** Templates without a time, or with pieces that do not exist. */
export const unfitTemplates = ({ patterns }: Pick<HabitsDraft, 'patterns'>): readonly string[] =>
  linesOf(patterns).filter((template) => !isFileNameTemplate(template));

/** Names too short, or without a mark that anybody would ask about. */
export const unfitWriters = (typed: string): readonly string[] => linesOf(typed).filter((name) => !isOwnWriter(name));

const MOST_MINUTES = 1440;
const MOST_GIB = 1024;

/** The typed length of a segment; undefined: cannot be read. */
export function segmentOf({ segmentBy, segment }: HabitsDraft): DeviceHabits['segment'] | undefined {
  if (segmentBy === 'none') return null;
  const value = Number(segment.trim());
  const most = segmentBy === 'minutes' ? MOST_MINUTES : MOST_GIB;
  if (segment.trim() === '' || !Number.isInteger(value) || value < 1 || value > most) return undefined;
  return segmentBy === 'minutes' ? { minutes: value } : { bytes: value * GIB };
}

/** undefined where something cannot be read. */
export function habitsFrom(draft: HabitsDraft): DeviceHabits | undefined {
  const segment = segmentOf(draft);
  if (segment === undefined || unfitTemplates(draft).length > 0) return undefined;
  return {
    patterns: linesOf(draft.patterns).map((template) => ({ template, zone: draft.zone })),
    segment,
    clock: draft.clock,
    driveSteps: draft.driveSteps.trim() === '' ? null : draft.driveSteps.trim(),
  };
}
