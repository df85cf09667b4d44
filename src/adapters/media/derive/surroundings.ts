import type { AskBrowser } from '../probe/can-play.ts';
import type { Encoders } from './plan-streams.ts';

/** What making a derivative needs of the browser. */
export interface DeriveSurroundings {
  readonly ask: AskBrowser;
  readonly encoders: Encoders;
  /** 0 to 1. */
  readonly report: (done: number) => void;
}
