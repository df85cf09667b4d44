import type { CameraKey, CameraNews } from '../../../../domain/camera.ts';
import type { FootageItem, SourceHealth } from '../../../../domain/ports/footage-source.ts';

/** What the page asks of the worker that owns the cameras. Every ask with an id is answered once by its end. */
export type CameraAsk =
  | { readonly kind: 'list'; readonly id: number; readonly camera: CameraKey }
  | { readonly kind: 'open'; readonly id: number; readonly camera: CameraKey; readonly item: FootageItem }
  | { readonly kind: 'peek'; readonly id: number; readonly camera: CameraKey; readonly item: FootageItem }
  | { readonly kind: 'health'; readonly id: number; readonly camera: CameraKey };

export type CameraRequest =
  | CameraAsk
  /** Bytes of a file through `port`, in the language of `FootagePull` and `FootagePush`. */
  | {
      readonly kind: 'read';
      readonly camera: CameraKey;
      readonly item: FootageItem;
      readonly offset: number;
      readonly port: MessagePort;
    }
  | { readonly kind: 'stop'; readonly id: number }
  /** Lets go of the device, so that another program can have it. */
  | { readonly kind: 'release'; readonly camera: CameraKey };

/** Both ends of a file, for a look inside. */
export interface PeekedEnds {
  readonly head: Uint8Array<ArrayBuffer>;
  readonly tail: Uint8Array<ArrayBuffer>;
  readonly sizeBytes: number;
}

export type CameraAnswer =
  /** Unasked: what a camera that is connected tells. */
  | { readonly kind: 'news'; readonly camera: CameraKey; readonly news: CameraNews }
  | { readonly kind: 'seen'; readonly id: number; readonly entries: number }
  | { readonly kind: 'found'; readonly id: number; readonly items: readonly FootageItem[] }
  | { readonly kind: 'listed'; readonly id: number; readonly items: readonly FootageItem[] }
  | { readonly kind: 'opened'; readonly id: number; readonly sizeBytes: number | null }
  | { readonly kind: 'peeked'; readonly id: number; readonly ends: PeekedEnds | null }
  | { readonly kind: 'health'; readonly id: number; readonly health: SourceHealth }
  | { readonly kind: 'aborted'; readonly id: number }
  | {
      readonly kind: 'fault';
      readonly id: number;
      readonly code: string;
      readonly facts: Readonly<Record<string, string | number>>;
    };
