/** Exact totals are known before work starts. `files` and `bytes` count finished work; `current` names what is being worked on. */
export interface Progress {
  readonly files: { readonly done: number; readonly total: number };
  readonly bytes: { readonly done: number; readonly total: number };
  readonly current?: string;
}

/** A long act as a screen sees it. Booleans cannot say where a pulled cable stopped it. */
export type Job<T, R> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly progress: Progress; readonly startedAtMs: number; readonly resumedAt?: number }
  | { readonly kind: 'paused'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: R }
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly facts: Readonly<Record<string, string | number>>;
      readonly progress?: Progress;
    }
  | { readonly kind: 'stopped'; readonly progress: Progress };

/** Taken last by every long act. `report` may be called often; callers throttle. */
export interface Control<P = Progress> {
  readonly signal: AbortSignal;
  readonly report: (progress: P) => void;
}
