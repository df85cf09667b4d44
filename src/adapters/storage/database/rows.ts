import type { BatchId, KeyId, MediumId, PersonId, RecordingId } from '../../../domain/ids.ts';
import type { IntakeItem, IntakeSession } from '../../../domain/ports/local-state.ts';
import type { RegisterRow } from '../../../domain/ports/read-model.ts';
import type { AnyRecord } from '../../../domain/records.ts';
import type { Subject, SubjectType } from '../../../domain/subject.ts';
import type { StationKeys, WrappedPersonKey } from '../../../ledger/keyring.ts';
import type { Place } from '../../../ledger/place.ts';
import type { SearchLine } from '../register/search-line.ts';

export interface RecordRow {
  readonly subject: Subject;
  readonly type: SubjectType;
  /** null: entries in force touch the subject, but they make no record of it. */
  readonly record: AnyRecord | null;
  /** The last entry in force that touches the subject. */
  readonly upTo: Place | null;
  /** The commit that last wrote it; absent in rows of earlier versions. */
  readonly revision?: number;
}

/** A line of the register with sort keys for what IndexedDB cannot order by itself: numbers as text, and null. */
export interface RegisterIndexRow {
  readonly id: RecordingId;
  /** Which block holds its search line. */
  readonly block: number;
  readonly noKey: string;
  readonly durationKey: number;
  readonly row: RegisterRow;
}

export interface SearchBlockRow {
  readonly block: number;
  /** The commit that last changed it. */
  readonly revision: number;
  readonly lines: readonly SearchLine[];
}

/**
 * Counts are kept, not recounted. `placed`: recordings that were ever given a place in a block; `revision`: commits of the book;
 * `dropped`: the last commit that took a record away.
 */
export interface MetaRow {
  readonly name: 'entries' | 'recordings' | 'placed' | 'revision' | 'dropped';
  readonly value: number;
}

export interface LocalRow {
  readonly name: 'identity' | 'settings' | 'lastClock' | 'linkSecrets' | 'invitation' | 'watchedFolder';
  readonly value: unknown;
}

export type IntakeRow = Omit<IntakeSession, 'items'>;

export interface IntakeItemRow {
  readonly batch: BatchId;
  readonly key: string;
  /** Place in the intake's list. */
  readonly at: number;
  readonly item: IntakeItem;
}

export interface MediumHandleRow {
  readonly medium: MediumId;
  readonly handle: FileSystemDirectoryHandle;
}

export interface BufferedRow {
  readonly recording: RecordingId;
  readonly batch: BatchId;
  readonly key: string;
}

export interface ThumbnailRow {
  readonly recording: RecordingId;
  readonly image: Blob;
}

/** The first recording whose pictures came to this. */
export interface PrintRow {
  readonly print: string;
  readonly recording: RecordingId;
}

export interface PersonKeyRow {
  /** Given by the table: first put, first read. */
  readonly order?: number;
  readonly keyId: KeyId;
  readonly person: PersonId;
  readonly key: WrappedPersonKey;
}

export interface StationKeyRow {
  readonly name: 'station';
  readonly keys: StationKeys;
}
