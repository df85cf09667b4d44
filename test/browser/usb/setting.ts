import type { Knobs } from '../../doubles/camera/knobs.ts';

/** What is on the camera and what it is like; the same files come of it in the worker, the page and the test. */
export interface UsbSetting {
  readonly files: readonly {
    readonly path: string;
    readonly bytes: number;
    /** Below this origin, where the content is to be had in ranges; absent: a pattern. */
    readonly at?: string;
    /** `YYYYMMDDThhmmss`. */
    readonly modified?: string;
  }[];
  /** Granted before: listed without a chooser, as under the bureau's policy. */
  readonly isGranted: boolean;
  readonly knobs: Partial<Omit<Knobs, 'lacks'>>;
  readonly lacks: readonly number[];
  /** So many calls fail as a bad transfer before the system knows that it was pulled. */
  readonly lateCalls?: number;
}

export type UsbOrder =
  | { readonly kind: 'plug' }
  | { readonly kind: 'unplug' }
  | { readonly kind: 'unplug-after'; readonly bytes: number }
  | { readonly kind: 'obstacle'; readonly error: string | null }
  | { readonly kind: 'record'; readonly path: string; readonly bytes: number }
  | { readonly kind: 'heard?' }
  /** From the worker: all orders before the question were obeyed. */
  | { readonly kind: 'heard' }
  /** From the worker: it was pulled out by its count of bytes. */
  | { readonly kind: 'left' };

/** The hand at the cable, as `window.usbDouble`. */
export interface UsbControls {
  /** How often the browser's chooser was opened. */
  asked(): number;
  /** How often it was pulled out, by whatever cause. */
  pulls(): number;
  plug(): void;
  unplug(): void;
  unplugAfter(bytes: number): void;
  /** The camera records a file and tells of it. */
  record(path: string, bytes: number): void;
  /** What `open()` fails with from now on, by the platform's name. */
  obstacle(error: string | null): void;
  /** The worker has obeyed: what is asked of it from now on finds the cable so. */
  obeyed(): Promise<void>;
}
