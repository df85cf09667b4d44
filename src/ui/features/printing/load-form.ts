import { done, refused } from '../../../base/outcome.ts';
import type { ActivityId, CardId, HandoverId, RecordingId } from '../../../domain/ids.ts';
import type { ReadModel } from '../../../domain/ports/read-model.ts';
import type { ActivityRecord, RecordingRecord } from '../../../domain/records.ts';
import { type Subject, subjectOf } from '../../../domain/subject.ts';
import type { FormStamp, PrintMark } from '../../../forms/form-cell.ts';
import type { EntrySigner } from '../../../ledger/ports.ts';
import { CELL } from '../../../text/printing.ts';
import { queryWords } from '../../../text/register.ts';
import type { Desk } from '../../../usecases/desk.ts';
import { recordLog } from '../../../usecases/record-log.ts';
import type { AskedForm } from './asked-form.ts';
import { loadF0 } from './f0-view.ts';
import { f4Data } from './f4-view.ts';
import { f7Data } from './f7-view.ts';
import { f10Data } from './f10-view.ts';
import { f16Data } from './f16-view.ts';
import { type FormNames, formNames, stampOf } from './form-names.ts';
import { loadActivityForm, loadF15, loadF15List } from './load-activity-forms.ts';
import { loadPeriod } from './load-period.ts';
import type { LoadAs, Loaded } from './loaded-form.ts';

/** A register of more lines than this is printed in parts: a browser lays out some 60 lines a page in about a second per 1,000. */
export const MOST_F4_ROWS = 2000;

/** Reads what a form says from the records as they now stand. Throws `Fault` of the store. */
export async function loadForm(desk: Pick<Desk, 'book' | 'records'>, asked: AskedForm, as: LoadAs): Loaded {
  if (asked.kind === 'F1') {
    return done({ form: { kind: 'F1', data: { edition: asked.edition, print: as.print } }, recordings: [] });
  }
  const names = formNames(await readRegisters(desk));
  switch (asked.kind) {
    case 'F4':
      return loadF4(desk.records, asked, names, as);
    case 'F0-rules':
      return loadF0(desk, names, as);
    case 'F1-check':
    case 'F5':
    case 'F6':
      return loadActivityForm(desk, asked, names, as);
    case 'F2':
    case 'F3':
      return loadPeriod(desk, asked, names, as);
    case 'F7':
      return loadF7(desk.records, asked.id, names, as.print);
    case 'F10':
      return loadF10(desk, asked.id, names, as.print);
    case 'F15':
      return loadF15(desk.records, asked.id, names, as);
    case 'F15-list':
      return loadF15List(desk.records, asked.from, names, as);
    case 'F16':
      return loadF16(desk.records, asked.id, names, as.print);
  }
}

async function readRegisters({ book, records }: Pick<Desk, 'book' | 'records'>) {
  const [bureau, persons, devices, media, stations] = await Promise.all([
    records.get('bureau', book.bureau),
    records.all('person'),
    records.all('device'),
    records.all('medium'),
    records.all('station'),
  ]);
  return { bureau, persons, devices, media, stations };
}

/** The registers of these ids, in the ids' own order. */
async function inOrder(records: ReadModel, ids: readonly RecordingId[]): Promise<readonly RecordingRecord[]> {
  const found = new Map((await records.getMany('recording', ids)).map((record) => [record.id, record]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

const activitiesOf = (records: ReadModel, recordings: readonly RecordingRecord[]): Promise<readonly ActivityRecord[]> =>
  records.getMany('activity', [
    ...new Set(recordings.flatMap(({ activity }): ActivityId[] => (activity ? [activity] : []))),
  ]);

async function loadF4(
  records: ReadModel,
  { query, chosen }: Extract<AskedForm, { kind: 'F4' }>,
  names: FormNames,
  { print, asOf, stamp }: LoadAs,
): Loaded {
  const page = chosen === null ? await records.register(query, { offset: 0, limit: MOST_F4_ROWS }) : null;
  const matching = page?.matching ?? chosen?.length ?? 0;
  if (matching > MOST_F4_ROWS) return refused({ code: 'too-many', matching });
  const recordings = await inOrder(records, chosen ?? page?.rows.map(({ id }) => id) ?? []);
  if (recordings.length === 0) return refused({ code: 'nothing' });
  const words = queryWords(query, names).map((word) => word.words);
  const scope =
    chosen !== null
      ? CELL.scopeSelected(recordings.length)
      : words.length === 0
        ? CELL.scopeAll
        : words.join(CELL.scopeJoin);
  const activities = await activitiesOf(records, recordings);
  const data = f4Data({ recordings, activities, scope, asOf, stamp }, names, print);
  // A list of the catalogue is no act on the recordings in it: their chains stay as they are.
  return done({ form: { kind: 'F4', data }, recordings: [] });
}

async function loadF7(records: ReadModel, id: HandoverId, names: FormNames, print: PrintMark): Loaded {
  const handover = await records.get('handover', id);
  if (handover === null) return refused({ code: 'not-found' });
  const recordings = await inOrder(records, handover.recordings);
  const activities = await activitiesOf(records, recordings);
  const witness = await lastWitness(records);
  const data = f7Data({ handover, recordings, activities, witness }, names, print);
  return done({ form: { kind: 'F7', data }, recordings: handover.recordings });
}

async function lastWitness(records: ReadModel) {
  const all = (await records.all('checkpoints')).flatMap(({ id: station, checkpoints }) =>
    checkpoints.slice(-1).map((checkpoint) => ({ station, checkpoint })),
  );
  return all.sort((a, b) => (a.checkpoint.signed.at < b.checkpoint.signed.at ? -1 : 1)).at(-1) ?? null;
}

async function loadF10(
  desk: Pick<Desk, 'book' | 'records'>,
  id: RecordingId,
  names: FormNames,
  print: PrintMark,
): Loaded {
  const recording = await desk.records.get('recording', id);
  if (recording === null) return refused({ code: 'not-found' });
  const [activity = null] = await activitiesOf(desk.records, [recording]);
  const log = await recordLog(desk, subjectOf('recording', id));
  const data = f10Data({ recording, activity, entries: log.length }, names, print);
  return done({ form: { kind: 'F10', data }, recordings: [id] });
}

async function loadF16(records: ReadModel, id: CardId, names: FormNames, print: PrintMark): Loaded {
  const card = await records.get('card', id);
  if (card === null) return refused({ code: 'not-found' });
  return done({ form: { kind: 'F16', data: f16Data(card, names, print) }, recordings: [] });
}

/** The print this person has just signed: what a printed register stands on. */
export async function printStamp(
  desk: Pick<Desk, 'book'>,
  subject: Subject,
  signer: Pick<EntrySigner, 'keyId'>,
): Promise<FormStamp | null> {
  const own = (await recordLog(desk, subject)).filter(
    ({ kind, keyId }) => kind === 'form-printed' && keyId === signer.keyId,
  );
  const last = own.at(-1);
  return last === undefined ? null : stampOf({ entry: last.id, key: last.keyId }, null);
}
