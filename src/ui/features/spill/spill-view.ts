import type { MediumId, RecordingId } from '../../../domain/ids.ts';
import { formatNumber, formatRecordingNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord, RecordingRecord, Signed, StationRecord } from '../../../domain/records.ts';
import type { SpillRecord } from '../../../domain/spill-record.ts';
import { type Subject, subjectOf } from '../../../domain/subject.ts';
import { saidBy } from '../../../usecases/spill.ts';

export interface StationLine {
  readonly station: StationRecord;
  /** `words`: the words are gone, the files not yet. `lost`: withdrawn before it said so. */
  readonly state: 'done' | 'words' | 'open' | 'lost';
  /** When it last said something. */
  readonly at: Signed['at'] | null;
  /** How many it had and deleted; null: it has not said. */
  readonly words: number | null;
  readonly files: number | null;
}

const ORDER: Readonly<Record<StationLine['state'], number>> = { open: 0, words: 1, lost: 2, done: 3 };

/** What is not done stands first. */
export function stationLines(spill: SpillRecord, stations: readonly StationRecord[]): readonly StationLine[] {
  const lines = stations.map((station): StationLine => {
    const { words, files, all } = saidBy(spill, station.id);
    const signed = [words, ...files].flatMap((one) => one?.signed.at ?? []).sort();
    const rest = station.left !== undefined ? 'lost' : words === null ? 'open' : 'words';
    return {
      station,
      state: all ? 'done' : rest,
      at: signed.at(-1) ?? null,
      words: words?.deleted ?? null,
      files: files.length === 0 ? null : files.reduce((sum, one) => sum + one.deleted.length, 0),
    };
  });
  return lines.sort((a, b) => ORDER[a.state] - ORDER[b.state] || (a.station.code < b.station.code ? -1 : 1));
}

export interface CopyLine {
  readonly id: string;
  readonly recording: string;
  readonly medium: MediumId;
  readonly path: string | null;
  /** `different`: another content lies there, which nobody but a person may judge. `missing`: looked for and not found. */
  readonly state: 'open' | 'different' | 'deleted' | 'missing';
  readonly signed: Signed | null;
}

const nameOf = ({ no, id }: Pick<RecordingRecord, 'id' | 'no'>): string =>
  no === null ? id.slice(0, 8) : formatRecordingNumber(no.activity, no.item);

/** Copies on media: those that are still there first, then those that a station deleted. */
export function copyLines(spill: SpillRecord, recordings: readonly RecordingRecord[]): readonly CopyLine[] {
  const names = new Map(recordings.map((recording) => [recording.id, nameOf(recording)]));
  const line = (id: RecordingId, medium: MediumId, more: Pick<CopyLine, 'path' | 'state' | 'signed'>): CopyLine => ({
    id: `${id} ${medium} ${more.signed?.entry ?? ''}`,
    recording: names.get(id) ?? id.slice(0, 8),
    medium,
    ...more,
  });
  const open = recordings.flatMap(({ id, copies }) =>
    copies.map(({ medium, path, lastCheck }) =>
      line(id, medium, { path, state: lastCheck.result === 'different' ? 'different' : 'open', signed: null }),
    ),
  );
  const gone = (spill.files ?? []).flatMap(({ medium, deleted, missing, signed }) => {
    if (medium === null) return [];
    const lines = (ids: readonly RecordingId[], state: 'deleted' | 'missing') =>
      ids.map((id) => line(id, medium, { path: null, state, signed }));
    return [...lines(deleted, 'deleted'), ...lines(missing, 'missing')];
  });
  return [...open, ...gone];
}

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
