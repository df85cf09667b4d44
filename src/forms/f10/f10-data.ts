import type { MediaType } from '../../domain/records.ts';
import type { FormBase, TextCell, TimeCell } from '../form-cell.ts';

export interface F10Recording {
  readonly no: TextCell;
  readonly originalName: TextCell;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  readonly durationMs: number | 'unknown' | null;
  /** Whole, in hex: this form is where they can be read off in full. */
  readonly digests: { readonly sha256: string; readonly sm3: string; readonly treeSha256: string };
}

export interface F10Capture {
  readonly station: TextCell;
  readonly takenInAt: TimeCell;
  readonly takenInBy: TextCell;
  readonly device: TextCell;
  /** What file or device claims about when it was shot, and the offset in words; never corrected. */
  readonly capturedAtRaw: TextCell;
  readonly clockOffset: TextCell;
}

/** One line of the chain of custody. */
export interface F10Event {
  readonly at: TimeCell;
  readonly event: TextCell;
  readonly from: TextCell;
  readonly to: TextCell;
  readonly purpose: TextCell;
  readonly place: TextCell;
  readonly carrier: TextCell;
  readonly check: 'same' | 'different' | 'missing' | '' | null;
  /** Short code of the entry that records this line. */
  readonly signature: TextCell;
  readonly remark: TextCell;
}

export interface F10Data extends FormBase {
  readonly bureau: string;
  readonly no: string;
  readonly activity: TextCell;
  readonly recording: F10Recording;
  readonly capture: F10Capture;
  readonly events: readonly F10Event[];
  /** Newest entry of this record's log: everything above is chained to it. */
  readonly logHead: { readonly entryId: string; readonly at: TimeCell; readonly entries: number };
  /** Where the offline verifier lies on the disc that goes with the sheet. */
  readonly verifier: TextCell;
}
