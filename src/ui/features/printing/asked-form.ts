import {
  type ActivityId,
  asId,
  type BureauId,
  type CardId,
  type DeviceId,
  type HandoverId,
  ID_FORM,
  RECORDING_ID_FORM,
  type RecordingId,
} from '../../../domain/ids.ts';
import type { RegisterQuery } from '../../../domain/ports/read-model.ts';
import { type Subject, subjectOf } from '../../../domain/subject.ts';
import type { F1Edition } from '../../../forms/form-request.ts';
import { readRegisterAddress } from '../../kit/register-address.ts';

/** Which part of a register of days is asked for; null: all. */
export interface PeriodQuery {
  /** Calendar dates in Beijing, both included. */
  readonly from: string | null;
  readonly to: string | null;
  readonly device: DeviceId | null;
  readonly activity: ActivityId | null;
}

/** A form as its address asks for it. */
export type AskedForm =
  | { readonly kind: 'F0-rules' }
  | { readonly kind: 'F1'; readonly edition: F1Edition }
  | { readonly kind: 'F1-check' | 'F5' | 'F6'; readonly id: ActivityId }
  | { readonly kind: 'F2' | 'F3'; readonly query: PeriodQuery }
  | { readonly kind: 'F4'; readonly query: RegisterQuery; readonly chosen: readonly RecordingId[] | null }
  | { readonly kind: 'F7'; readonly id: HandoverId }
  | { readonly kind: 'F10' | 'F15'; readonly id: RecordingId }
  /** Taken in on this calendar date or after it; null: all. */
  | { readonly kind: 'F15-list'; readonly from: string | null }
  | { readonly kind: 'F16'; readonly id: CardId };

type Params = Parameters<typeof readRegisterAddress>[0];

/** `/print/:form/:id?` with the query's words; null where there is no such form. */
export function readAskedForm(form: string, id: string | undefined, params: Params): AskedForm | null {
  const given = id ?? '';
  switch (form) {
    case 'F0-rules':
      return given === '' ? { kind: form } : null;
    case 'F1':
      if (given === 'original') return { kind: 'F1', edition: 'asPrinted' };
      return given === 'working' ? { kind: 'F1', edition: 'working' } : null;
    case 'F1-check':
    case 'F5':
    case 'F6':
      return ID_FORM.test(given) ? { kind: form, id: asId<ActivityId>(given) } : null;
    case 'F2':
    case 'F3':
      return { kind: form, query: periodOf(params) };
    case 'F4':
      return { kind: 'F4', query: readRegisterAddress(params), chosen: chosenOf(params.recordings) };
    case 'F7':
      return ID_FORM.test(given) ? { kind: 'F7', id: asId<HandoverId>(given) } : null;
    case 'F10':
    case 'F15':
      return RECORDING_ID_FORM.test(given) ? { kind: form, id: asId<RecordingId>(given) } : null;
    case 'F15-list':
      return { kind: form, from: readRegisterAddress(params).from };
    case 'F16':
      return ID_FORM.test(given) ? { kind: 'F16', id: asId<CardId>(given) } : null;
    default:
      return null;
  }
}

function periodOf(params: Params): PeriodQuery {
  const { from, to, device } = readRegisterAddress(params);
  const { activity } = params;
  return {
    from,
    to,
    device,
    activity: typeof activity === 'string' && ID_FORM.test(activity) ? asId<ActivityId>(activity) : null,
  };
}

function chosenOf(text: string | readonly string[] | undefined): readonly RecordingId[] | null {
  if (typeof text !== 'string' || text === '') return null;
  return text.split(',').flatMap((id) => (RECORDING_ID_FORM.test(id) ? [asId<RecordingId>(id)] : []));
}

/** Under which code, and about what, the print is signed into the book. */
export interface PrintLog {
  readonly form: string;
  readonly subject: Subject;
}

/** Lists are printed for the bureau; the two editions of F1 are counted apart. */
export function printLogOf(asked: AskedForm, bureau: BureauId): PrintLog {
  switch (asked.kind) {
    case 'F1':
      return {
        form: asked.edition === 'asPrinted' ? 'F1-original' : 'F1-working',
        subject: subjectOf('bureau', bureau),
      };
    case 'F0-rules':
    case 'F2':
    case 'F3':
    case 'F4':
    case 'F15-list':
      return { form: asked.kind, subject: subjectOf('bureau', bureau) };
    case 'F1-check':
    case 'F5':
    case 'F6':
      return { form: asked.kind, subject: subjectOf('activity', asked.id) };
    case 'F7':
      return { form: 'F7', subject: subjectOf('handover', asked.id) };
    case 'F10':
    case 'F15':
      return { form: asked.kind, subject: subjectOf('recording', asked.id) };
    case 'F16':
      return { form: 'F16', subject: subjectOf('card', asked.id) };
  }
}
