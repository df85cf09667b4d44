import type { Control } from '../../base/job.ts';
import type { Instant } from '../time.ts';

/** One directory entry of a card, disk or camera. Only names, sizes and times: nothing of the content has been read. */
export interface FootageItem {
  /** Path below the chosen root, parts joined by `/`. Unique within one listing. */
  readonly path: string;
  readonly name: string;
  /** What the source says. A camera may say too little: `OpenedFootage` tells whether it can be relied on. */
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
      /**
       * The same bytes through a port that can be handed to a worker, so that none of them passes through the page. It
       * speaks `FootagePull` and `FootagePush`. Absent where the stream is made in this thread anyway.
       */
      readonly port?: (offset: number) => MessagePort;
    };

/** What the reader of a port says: so many more pieces may come, or none is wanted any more. */
export type FootagePull = { readonly kind: 'pull'; readonly pieces: number } | { readonly kind: 'cancel' };

/** What comes through the port: pieces in order, no more than were pulled, then the end or a fault. */
export type FootagePush =
  | { readonly kind: 'piece'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'end' }
  | { readonly kind: 'fault'; readonly code: string; readonly facts: Readonly<Record<string, string | number>> };

/**
 * `gone`: unplugged. `silent`: no answer in time. `garbled`: what came is not the protocol. `halted`: the camera stopped
 * a transfer. `refused`: it answered no. `held`: the system or another program has it. `denied`: the browser may not.
 * `protected`: a class of device browsers never open. `no-interface`: nothing on it speaks PTP or MTP.
 * `twins`: several plugged in that say the same of themselves, serial number and all.
 */
export type CameraFaultCode =
  | 'camera-gone'
  | 'camera-silent'
  | 'camera-garbled'
  | 'camera-halted'
  | 'camera-refused'
  | 'camera-held'
  | 'camera-denied'
  | 'camera-protected'
  | 'camera-no-interface'
  | 'camera-twins';

export type SourceFaultCode =
  | 'source-gone'
  | 'source-permission-lost'
  | 'source-unreadable'
  | 'item-gone'
  | 'item-changed'
  | CameraFaultCode;

/** The whole source is out of reach, not one file of it: nothing further can be read until it is back. */
const LOST: ReadonlySet<string> = new Set<SourceFaultCode>(['source-gone', 'camera-gone']);
export const isSourceLost = (code: string): boolean => LOST.has(code);

/** What the device tells of itself. `not-told` is normal: then a person reads it off and enters it. */
export type Reading<T> =
  | { readonly origin: 'device'; readonly value: T; readonly readAt: Instant }
  | { readonly origin: 'not-told' };

export const NOT_TOLD = { origin: 'not-told' } as const;

export interface ClockReading {
  /** Device time minus this PC's. */
  readonly offsetSec: number;
  /** Half the time the question took, and the second the device counts in. */
  readonly uncertaintySec: number;
}

export interface SourceHealth {
  /** Per cent. */
  readonly battery: Reading<number>;
  readonly clock: Reading<ClockReading>;
  readonly space: Reading<{ readonly freeBytes: number; readonly totalBytes: number }>;
}

export const UNTOLD_HEALTH: SourceHealth = { battery: NOT_TOLD, clock: NOT_TOLD, space: NOT_TOLD };

export interface ListControl extends Control<number> {
  /** Entries as they are found, each once, long before the walk is over. */
  readonly found?: (items: readonly FootageItem[]) => void;
}

/** Where footage comes from: a folder on a card or disk, a camera on a cable. Read only. Throws `Fault<SourceFaultCode>`. */
export interface FootageSource {
  /** What the operator chose, as the system names it. */
  readonly label: string;
  /** Walks the whole source and gives it in the order of paths; `report` gets the number of entries seen. */
  list(control: ListControl): Promise<readonly FootageItem[]>;
  /** Throws `item-changed` where size or time are no longer those of the listing. */
  open(item: FootageItem, signal: AbortSignal): Promise<OpenedFootage>;
  /** Battery, clock and space as the device tells them; never throws for what it does not tell. */
  health(signal: AbortSignal): Promise<SourceHealth>;
  /**
   * As much of a file as a look inside needs, read over a slow cable: a blob of the file's size with nothing in its middle.
   * null: this file cannot be read in parts. Absent where `open` costs nothing.
   */
  readonly peek?: (item: FootageItem, signal: AbortSignal) => Promise<Blob | null>;
  /** What the last listing passed over as taken in before: it is there, and counts in the account of what is there. */
  readonly passedOver?: () => readonly FootageItem[];
}
