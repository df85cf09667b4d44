import type { Control } from '../../base/job.ts';
import type { Instant } from '../time.ts';

/** One directory entry of a card, disk or camera. Only names, sizes and times: nothing of the content has been read. */
export interface FootageItem {
  /** Path below the chosen root, parts joined by `/`. Unique within one listing. */
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly modifiedAt: Instant | null;
  /** Set where a file or folder is there but would not say its size: listed so that nothing is passed over in silence. */
  readonly unreadable?: true;
}

/** Bytes to take in. A blob can be handed to a worker at no cost and read at any place; a stream comes from a cable. */
export type OpenedFootage =
  | {
      readonly kind: 'blob';
      readonly blob: Blob;
      /** Looks again at what was opened. Throws `Fault`: changed, gone, or why it cannot be told. */
      readonly confirm?: () => Promise<void>;
    }
  | {
      readonly kind: 'stream';
      /** null: the device does not say; read to the end. */
      readonly sizeBytes: number | null;
      readonly from: (offset: number, signal: AbortSignal) => ReadableStream<Uint8Array>;
    };

export type SourceFaultCode =
  | 'source-gone'
  | 'source-permission-lost'
  | 'source-unreadable'
  | 'item-gone'
  | 'item-changed';

/** Where footage comes from: a folder on a card or disk, later a camera on a cable. Read only. Throws `Fault<SourceFaultCode>`. */
export interface FootageSource {
  /** What the operator chose, as the system names it. */
  readonly label: string;
  /** Walks the whole source, in the order of paths; `report` gets the number of entries seen. */
  list(control: Control<number>): Promise<readonly FootageItem[]>;
  /** Throws `item-changed` where size or time are no longer those of the listing. */
  open(item: FootageItem, signal: AbortSignal): Promise<OpenedFootage>;
}
