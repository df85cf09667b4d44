import type { Outcome } from '../../../base/outcome.ts';
import type { RecordingId } from '../../../domain/ids.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';
import type { FormStamp, PrintMark } from '../../../forms/form-cell.ts';
import type { FormRequest } from '../../../forms/form-request.ts';

export type LoadRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'nothing' }
  | { readonly code: 'too-many'; readonly matching: number };

/** A form with what it is about, ready to be rendered, and the recordings whose chain shall show the print. */
export interface LoadedForm {
  readonly form: FormRequest;
  readonly recordings: readonly RecordingId[];
}

export type Loaded = Promise<Outcome<LoadedForm, LoadRefusal>>;

export interface LoadAs {
  readonly print: PrintMark;
  /** The register's 截至. */
  readonly asOf: Instant;
  /** The print entry; forms of one record stand on the record's own. */
  readonly stamp: FormStamp | null;
  /** Whose desk it is printed at: the queue of Art. 4 shows each what each may see. */
  readonly viewer: Pick<PersonRecord, 'id' | 'roles'>;
}
