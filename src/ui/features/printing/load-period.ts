import { done, refused } from '../../../base/outcome.ts';
import { formatNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import type { FormRequest } from '../../../forms/form-request.ts';
import { CELL } from '../../../text/printing.ts';
import type { Desk } from '../../../usecases/desk.ts';
import { movesOf } from '../../../usecases/device-moves.ts';
import type { AskedForm, PeriodQuery } from './asked-form.ts';
import { f2Data } from './f2-view.ts';
import { f3Data } from './f3-view.ts';
import type { FormNames } from './form-names.ts';
import type { LoadAs, Loaded } from './loaded-form.ts';

/** More lines than this are printed in parts. */
export const MOST_PERIOD_ROWS = 2000;

type AskedPeriod = Extract<AskedForm, { kind: 'F2' | 'F3' }>;

/** Registers of device checks (F2) and of who had which device (F3). */
export async function loadPeriod(
  desk: Pick<Desk, 'book' | 'records'>,
  asked: AskedPeriod,
  names: FormNames,
  as: LoadAs,
): Loaded {
  const activities = await desk.records.all('activity');
  const form = await formOf(desk, asked, activities, names, as);
  const matching = form.data.rows.length;
  if (matching === 0) return refused({ code: 'nothing' });
  if (matching > MOST_PERIOD_ROWS) return refused({ code: 'too-many', matching });
  return done({ form, recordings: [] });
}

async function formOf(
  desk: Pick<Desk, 'book' | 'records'>,
  { kind, query }: AskedPeriod,
  activities: readonly ActivityRecord[],
  names: FormNames,
  { print, asOf, stamp }: LoadAs,
): Promise<Extract<FormRequest, { kind: 'F2' | 'F3' }>> {
  const scope = scopeOf(query, activities, names);
  if (kind === 'F2') {
    const days = await desk.records.all('deviceDay');
    return { kind, data: f2Data({ days, activities, query, scope, asOf, stamp }, names, print) };
  }
  const devices = (await desk.records.all('device')).map(({ id }) => id);
  const asked = query.device === null ? devices : devices.filter((id) => id === query.device);
  const moves = await Promise.all(asked.map(async (device) => ({ device, moves: await movesOf(desk, device) })));
  return { kind, data: f3Data({ moves, activities, query, scope, asOf, stamp }, names, print) };
}

function scopeOf(query: PeriodQuery, activities: readonly ActivityRecord[], names: FormNames): string {
  const { from, to, device, activity } = query;
  const found = activities.find(({ id }) => id === activity);
  const parts = [
    from === null && to === null ? '' : CELL.period(from, to),
    device === null ? '' : names.device(device),
    found === undefined ? '' : formatNumber(found.no),
  ].filter((part) => part !== '');
  return parts.length === 0 ? CELL.scopeWhole : parts.join(CELL.scopeJoin);
}
