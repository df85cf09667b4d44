import { type Accessor, createSignal } from 'solid-js';
import { isAbort, isFault } from '../../base/fault.ts';
import type { ExaminationControl, ExaminationProgress } from '../../ledger/examined.ts';
import type { BookExamination } from '../../usecases/examine-book.ts';

/** The examination of the whole book, as screens see it. Its result stays until the next one, or until the window is closed. */
export type ExaminationState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly progress: ExaminationProgress | null }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'done'; readonly examination: BookExamination };

export interface Examining {
  readonly state: Accessor<ExaminationState>;
  start(): void;
  stop(): void;
}

/** Runs on while its page is left; it changes nothing, so a reload merely forgets it. */
export function createExamining(examine: (control: ExaminationControl) => Promise<BookExamination>): Examining {
  const [state, setState] = createSignal<ExaminationState>({ kind: 'none' });
  let controller: AbortController | null = null;
  const run = async (signal: AbortSignal): Promise<ExaminationState> => {
    try {
      const report = (progress: ExaminationProgress): void => {
        if (!signal.aborted) setState({ kind: 'running', progress });
      };
      return { kind: 'done', examination: await examine({ signal, report }) };
    } catch (error) {
      if (isAbort(error)) return { kind: 'stopped' };
      return { kind: 'failed', code: isFault(error) ? error.code : 'unexpected' };
    }
  };
  return {
    state,
    start: () => {
      if (controller !== null) return;
      controller = new AbortController();
      setState({ kind: 'running', progress: null });
      void run(controller.signal).then((end) => {
        controller = null;
        setState(end);
      });
    },
    stop: () => controller?.abort(),
  };
}
