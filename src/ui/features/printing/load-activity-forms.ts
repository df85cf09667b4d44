import { done, refused } from '../../../base/outcome.ts';
import type { RecordingId } from '../../../domain/ids.ts';
import { type OffListTemplate, templateOf } from '../../../domain/office-records.ts';
import type { ReadModel } from '../../../domain/ports/read-model.ts';
import { beijingDate } from '../../../domain/time.ts';
import type { FormRequest } from '../../../forms/form-request.ts';
import type { Desk } from '../../../usecases/desk.ts';
import type { ActivityRecords } from '../../../usecases/facts-of.ts';
import { readActivity } from '../../../usecases/findings-of.ts';
import { mayLookAtLoose } from '../../../usecases/may-look-at.ts';
import { templateMarked } from '../../../usecases/steps-to-show.ts';
import type { AskedForm } from './asked-form.ts';
import { f1CheckData } from './f1-check-view.ts';
import { f5Data } from './f5-view.ts';
import { f6Data } from './f6-view.ts';
import { f15Data, f15ListData } from './f15-view.ts';
import type { FormNames } from './form-names.ts';
import type { LoadAs, Loaded } from './loaded-form.ts';

/** As with F4: a browser takes about a second to lay out a thousand lines. */
const MOST_LOOSE_ROWS = 2000;

type AskedOfActivity = Extract<AskedForm, { kind: 'F1-check' | 'F5' | 'F6' }>;

/** Forms about the course of one activity. */
export async function loadActivityForm(
  { records, book }: Pick<Desk, 'records' | 'book'>,
  asked: AskedOfActivity,
  names: FormNames,
  as: LoadAs,
): Loaded {
  const activity = await records.get('activity', asked.id);
  if (activity === null) return refused({ code: 'not-found' });
  const [read, templates] = await Promise.all([readActivity(records, activity), records.get('templates', book.bureau)]);
  const template = templateMarked(read.course, templates) ?? templateOf(templates, activity.type);
  return done({ form: formOf(asked, { ...read, template }, names, as), recordings: [] });
}

function formOf(
  { kind }: AskedOfActivity,
  records: ActivityRecords & { readonly template: OffListTemplate | null },
  names: FormNames,
  { print, stamp }: LoadAs,
): FormRequest {
  switch (kind) {
    case 'F1-check':
      return { kind, data: f1CheckData(records, stamp, names, print, records.template) };
    case 'F5':
      return { kind, data: f5Data(records, names, print) };
    case 'F6':
      return { kind, data: f6Data(records, names, print) };
  }
}

export async function loadF15(records: ReadModel, id: RecordingId, names: FormNames, { print, stamp }: LoadAs): Loaded {
  const recording = await records.get('recording', id);
  if (recording === null) return refused({ code: 'not-found' });
  const [unlinked, activity] = await Promise.all([
    records.get('unlinked', id),
    recording.activity === null ? null : records.get('activity', recording.activity),
  ]);
  const data = f15Data({ recording, unlinked, activity, stamp }, names, print);
  return done({ form: { kind: 'F15', data }, recordings: [id] });
}

/** The queue of Art. 4, as far as this person may see it, by the day it was taken in. */
export async function loadF15List(
  records: ReadModel,
  from: string | null,
  names: FormNames,
  { print, asOf, stamp, viewer }: LoadAs,
): Loaded {
  const batches = await records.all('batch');
  const within = batches.filter(({ completedAt }) => from === null || beijingDate(completedAt) >= from);
  const known = await records.getMany('recording', [...new Set(within.flatMap(({ recordings }) => recordings))]);
  const loose = known.filter((recording) => recording.activity === null && mayLookAtLoose(recording, viewer));
  if (loose.length === 0) return refused({ code: 'nothing' });
  if (loose.length > MOST_LOOSE_ROWS) return refused({ code: 'too-many', matching: loose.length });
  const said = await records.getMany(
    'unlinked',
    loose.map(({ id }) => id),
  );
  // A list is no act on the recordings in it, as F4 is none.
  const data = f15ListData({ recordings: loose, said, asOf, stamp }, names, print);
  return done({ form: { kind: 'F15-list', data }, recordings: [] });
}
