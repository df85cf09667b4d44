import { EVERY_RECORDING } from '../../domain/every-recording.ts';
import { asId, type DeviceId, ID_FORM, type PersonId } from '../../domain/ids.ts';
import type { RegisterQuery } from '../../domain/ports/read-model.ts';
import type { RecordingState } from '../../domain/records.ts';
import { matterByRow } from '../../regulation/checklist.ts';
import { RECORDING_STATE } from '../../text/nouns.ts';
import { readTypedDate } from '../../text/typed.ts';

/** The whole register, newest footage first. */
export const WHOLE_REGISTER: RegisterQuery = {
  ...EVERY_RECORDING,
  sort: 'capturedAt',
  descending: true,
};

const SORTS: readonly RegisterQuery['sort'][] = ['capturedAt', 'takenInAt', 'no', 'sizeBytes', 'durationMs'];
const MOST_TEXT = 200;

type Given = Readonly<Record<string, string | readonly string[] | undefined>>;

const one = (params: Given, name: string): string | null => {
  const value = params[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

const date = (text: string | null): string | null => (text !== null && readTypedDate(text) === text ? text : null);
const id = (text: string | null): string | null => (text !== null && ID_FORM.test(text) ? text : null);

function matter(text: string | null): number | null {
  const row = text !== null && /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return matterByRow(row) === undefined ? null : row;
}

function sorting(text: string | null): Pick<RegisterQuery, 'sort' | 'descending'> {
  const sort = SORTS.find((known) => known === text?.replace(/^-/, ''));
  return sort === undefined
    ? { sort: WHOLE_REGISTER.sort, descending: WHOLE_REGISTER.descending }
    : { sort, descending: text?.startsWith('-') === true };
}

/** Reads the filters of an address. Whatever is no filter is left out: an address is typed, mailed and cut short. */
export function readRegisterAddress(params: Given): RegisterQuery {
  const [officer, device] = [id(one(params, 'officer')), id(one(params, 'device'))];
  const state = one(params, 'state');
  return {
    text: (one(params, 'q') ?? '').slice(0, MOST_TEXT),
    from: date(one(params, 'from')),
    to: date(one(params, 'to')),
    officer: officer === null ? null : asId<PersonId>(officer),
    matter: matter(one(params, 'matter')),
    device: device === null ? null : asId<DeviceId>(device),
    state: state !== null && Object.hasOwn(RECORDING_STATE, state) ? (state as RecordingState) : null,
    ...sorting(one(params, 'sort')),
  };
}

/** Every name an address may have, null where the query is as without it: what `setSearchParams` wants. */
export function registerAddress(query: RegisterQuery): Readonly<Record<string, string | null>> {
  const usual = query.sort === WHOLE_REGISTER.sort && query.descending === WHOLE_REGISTER.descending;
  return {
    q: query.text.trim() === '' ? null : query.text,
    from: query.from,
    to: query.to,
    matter: query.matter === null ? null : String(query.matter),
    officer: query.officer,
    device: query.device,
    state: query.state,
    sort: usual ? null : `${query.descending ? '-' : ''}${query.sort}`,
  };
}

/** `?from=2026-03-01&to=2026-03-05`, or nothing for the whole register. */
export function registerSearch(query: RegisterQuery, more: Readonly<Record<string, string>> = {}): string {
  const given = Object.entries(registerAddress(query)).flatMap(([name, value]) =>
    value === null ? [] : [[name, value]],
  );
  const text = new URLSearchParams([...given, ...Object.entries(more)]).toString();
  return text === '' ? '' : `?${text}`;
}
