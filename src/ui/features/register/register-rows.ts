import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { RegisterQuery, RegisterRow } from '../../../domain/ports/read-model.ts';
import type { Instant } from '../../../domain/time.ts';
import { useOffice } from '../../live/office.ts';
import { keepSame, withPage } from './register-view.ts';

/** Rows asked for at once: a few screens, so that scrolling does not wait. */
export const PAGE_ROWS = 200;

export interface Listed {
  /** In the book, and passing the query. */
  readonly all: number;
  readonly matching: number;
  /** The first rows of what matches; as many as were scrolled to. */
  readonly rows: readonly RegisterRow[];
  /** When the book said so. */
  readonly asOf: Instant;
}

export interface RegisterRows {
  readonly listed: Accessor<Listed | undefined>;
  readonly fault: Accessor<unknown>;
  /** Asks for the next rows, as the list is scrolled towards its end. */
  readonly more: () => void;
  /** Lists all that match, up to `most`, and returns them. */
  readonly upTo: (most: number) => Promise<readonly RegisterRow[]>;
}

/**
 * A window on the register that grows as one scrolls. Each page is read once; after a change of the book, what is listed
 * is read again in one piece. The old rows stay in sight until the new ones are here.
 */
export function createRegisterRows(query: Accessor<RegisterQuery>): RegisterRows {
  const { desk } = useOffice();
  const [listed, setListed] = createSignal<Listed>();
  const [fault, setFault] = createSignal<unknown>(null);
  // Answers to an earlier query, or to an earlier page of this one, must not mix with what is listed now.
  let asking = 0;
  let answered = 0;
  let reading = false;

  createEffect(
    on(query, (asked) => {
      asking += 1;
      const mine = asking;
      reading = false;
      const stop = desk.records.watch(
        (model) => {
          const shown = answered === mine ? (listed()?.rows.length ?? 0) : 0;
          return model.register(asked, { offset: 0, limit: Math.max(PAGE_ROWS, shown) });
        },
        (page) => {
          answered = mine;
          setFault(null);
          setListed((before) => ({ ...page, rows: keepSame(before?.rows ?? [], page.rows), asOf: desk.now() }));
        },
        (error) => setFault(() => error),
      );
      onCleanup(stop);
    }),
  );

  /** Reads on from what is listed; an answer to a question that is no longer asked is dropped. */
  const read = async (limit: number): Promise<void> => {
    const now = listed();
    if (now === undefined || limit <= 0 || asking !== answered || now.rows.length >= now.matching) return;
    const mine = asking;
    try {
      const page = await desk.records.register(query(), { offset: now.rows.length, limit });
      if (mine !== asking) return;
      setListed((before) => before && { ...before, ...page, rows: withPage(before.rows, page.rows) });
    } catch (error) {
      setFault(() => error);
    }
  };
  const more = async (): Promise<void> => {
    if (reading) return;
    const mine = asking;
    reading = true;
    await read(PAGE_ROWS);
    if (mine === asking) reading = false;
  };
  const upTo = async (most: number): Promise<readonly RegisterRow[]> => {
    await read(most - (listed()?.rows.length ?? 0));
    return listed()?.rows.slice(0, most) ?? [];
  };
  return { listed, fault, more: () => void more(), upTo };
}
