import { createVirtualizer, type Virtualizer } from '@tanstack/solid-virtual';
import { type Accessor, createEffect, createSignal, on, onCleanup, onMount } from 'solid-js';

/** The three elements a long table is measured by. */
export interface TableElements {
  scroller?: HTMLDivElement;
  /** Has the height of a line; it follows density and font size. */
  sizer?: HTMLElement;
  head?: HTMLElement;
}

export interface VirtualLines {
  readonly virtual: Virtualizer<HTMLDivElement, HTMLTableRowElement>;
  /** Height of what is not in the document, above and below. */
  readonly beforePx: Accessor<number>;
  readonly afterPx: Accessor<number>;
  /** Whole lines in sight, less one to keep the place. */
  readonly pageLines: () => number;
}

/** Which lines of a long table are in sight. The sticky head is part of the scrolled content and covers its first lines. */
export function createVirtualLines(count: Accessor<number>, elements: TableElements): VirtualLines {
  const [linePx, setLinePx] = createSignal(36);
  const [headPx, setHeadPx] = createSignal(38);
  const virtual = createVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    get count() {
      return count();
    },
    getScrollElement: () => elements.scroller ?? null,
    get estimateSize() {
      const px = linePx();
      return () => px;
    },
    get scrollMargin() {
      return headPx();
    },
    get scrollPaddingStart() {
      return headPx();
    },
    overscan: 12,
  });
  createEffect(on([linePx, headPx], () => virtual.measure(), { defer: true }));
  onMount(() => {
    const measure = new ResizeObserver(() => {
      setLinePx(elements.sizer?.offsetHeight || linePx());
      setHeadPx(elements.head?.offsetHeight || headPx());
    });
    for (const element of [elements.sizer, elements.head]) if (element) measure.observe(element);
    onCleanup(() => measure.disconnect());
  });
  return {
    virtual,
    beforePx: () => Math.max(0, (virtual.getVirtualItems()[0]?.start ?? headPx()) - headPx()),
    afterPx: () =>
      Math.max(0, virtual.getTotalSize() - ((virtual.getVirtualItems().at(-1)?.end ?? headPx()) - headPx())),
    pageLines: () => Math.max(1, Math.floor(((elements.scroller?.clientHeight ?? 0) - headPx()) / linePx()) - 1),
  };
}
