import type { MediumId } from '../../../domain/ids.ts';
import { formatNumber, formatRecordingNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord, RecordingRecord, StationRecord } from '../../../domain/records.ts';
import type { SpillDone, SpillRecord } from '../../../domain/spill-record.ts';
import { type Subject, subjectOf } from '../../../domain/subject.ts';

export interface StationLine {
  readonly station: StationRecord;
  /** `lost`: withdrawn before it said so. */
  readonly state: 'done' | 'open' | 'lost';
  readonly done: SpillDone | null;
}

const ORDER: Readonly<Record<StationLine['state'], number>> = { open: 0, lost: 1, done: 2 };

/** What is not done stands first. */
export function stationLines(spill: SpillRecord, stations: readonly StationRecord[]): readonly StationLine[] {
  const lines = stations.map((station): StationLine => {
    const done = spill.done.find((one) => one.station === station.id) ?? null;
    return { station, done, state: done !== null ? 'done' : station.left === undefined ? 'open' : 'lost' };
  });
  return lines.sort((a, b) => ORDER[a.state] - ORDER[b.state] || (a.station.code < b.station.code ? -1 : 1));
}

export interface CopyLine {
  readonly recording: string;
  readonly medium: MediumId;
  readonly path: string | null;
}

const nameOf = ({ no, id }: RecordingRecord): string =>
  no === null ? id.slice(0, 8) : formatRecordingNumber(no.activity, no.item);

export const copyLines = (recordings: readonly RecordingRecord[]): readonly CopyLine[] =>
  recordings.flatMap((recording) =>
    recording.copies.map(({ medium, path }) => ({ recording: nameOf(recording), medium, path })),
  );

/** Something whose entries may hold the words. */
export interface Found {
  readonly subject: Subject;
  readonly words: string;
  readonly recording: RecordingRecord['id'] | null;
}

const MOST_FOUND = 12;

/** Activities whose number, title, place or party holds every word that was typed. */
export function foundActivities(activities: readonly ActivityRecord[], text: string): readonly Found[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const named = activities.map((activity) => {
    const { id, no, title, place, party } = activity;
    const parts = [formatNumber(no), title, place, party].filter((part) => part !== null);
    return { subject: subjectOf('activity', id), words: parts.join(' '), recording: null };
  });
  return named.filter((one) => words.every((word) => one.words.includes(word))).slice(0, MOST_FOUND);
}
