import { type Accessor, createMemo, createSignal } from 'solid-js';
import { idsBetween, type Line, moveOf, moveTo, toggled } from './table-model.ts';
import type { DataTableProps } from './table-props.ts';

export interface TableControl<T> {
  readonly activeId: Accessor<string | undefined>;
  readonly activeIndex: () => number;
  readonly selected: () => ReadonlySet<string>;
  readonly allSelected: () => boolean;
  readonly selectAll: () => void;
  /** With `range`, everything from the row selected last. */
  readonly selectOne: (id: string, range: boolean) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onPress: (event: MouseEvent, line: Line<T>) => void;
}

export interface TableView {
  readonly scroller: () => HTMLElement | undefined;
  readonly pageLines: () => number;
  readonly show: (index: number) => void;
}

const INTERACTIVE = 'a, button, input, select, textarea, label';

/** What is selected, and the row it was selected from last. */
function createSelection<T>(
  props: DataTableProps<T>,
  lines: Accessor<readonly Line<T>[]>,
  indexOf: (id: string) => number,
) {
  let anchor: string | undefined;
  const selected = (): ReadonlySet<string> => props.selected ?? new Set();
  const allIds = (): readonly string[] => idsBetween(lines(), 0, lines().length - 1);
  const add = (ids: readonly string[]): void => props.onSelect?.(new Set([...selected(), ...ids]));
  return {
    selected,
    add,
    addAll: () => add(allIds()),
    allSelected: () =>
      props.rows.length > 0 && selected().size >= props.rows.length && allIds().every((id) => selected().has(id)),
    toggleAll: () => props.onSelect?.(toggled(selected(), allIds())),
    selectOne: (id: string, range: boolean): void => {
      const from = range && anchor !== undefined ? indexOf(anchor) : -1;
      if (from >= 0) add(idsBetween(lines(), from, indexOf(id)));
      else props.onSelect?.(toggled(selected(), [id]));
      anchor = id;
    },
  };
}

/** The active row, the selection and the keys of a long table. */
export function createTableControl<T>(
  props: DataTableProps<T>,
  lines: Accessor<readonly Line<T>[]>,
  view: TableView,
): TableControl<T> {
  const [activeId, setActiveId] = createSignal<string>();
  const indexById = createMemo(() => new Map(lines().map((line, index) => [line.id, index])));
  const indexOf = (id: string | undefined): number => indexById().get(id ?? '') ?? -1;
  const selection = createSelection(props, lines, indexOf);
  const active = (): Line<T> | undefined => lines()[indexOf(activeId())];

  const go = (index: number | undefined, extend: boolean): void => {
    const from = active();
    const to = index === undefined ? undefined : lines()[index];
    if (index === undefined || to === undefined) return;
    if (extend && from) selection.add([from.id, to.id]);
    setActiveId(to.id);
    view.show(index);
  };
  const act = (event: KeyboardEvent): boolean => {
    const ctrl = event.ctrlKey || event.metaKey;
    const move = ctrl ? undefined : moveOf(event.key);
    const line = active();
    if (move !== undefined) go(moveTo(lines(), indexOf(activeId()), move, view.pageLines()), event.shiftKey);
    else if (event.key === 'a' && ctrl && props.onSelect) selection.addAll();
    else if (line?.kind !== 'row' || ctrl) return false;
    else if (event.key === ' ' && props.onSelect) selection.selectOne(line.id, event.shiftKey);
    else if (event.key === 'Enter' && props.onOpen) props.onOpen(line.row);
    else return false;
    return true;
  };
  return {
    activeId,
    activeIndex: () => indexOf(activeId()),
    selected: selection.selected,
    allSelected: selection.allSelected,
    selectAll: selection.toggleAll,
    selectOne: selection.selectOne,
    onKey: (event) => {
      // Boxes and links inside cells keep their own keys.
      if (event.target !== view.scroller() || event.altKey || event.isComposing) return;
      if (act(event)) event.preventDefault();
    },
    onPress: (event, line) => {
      if (line.kind !== 'row') return;
      setActiveId(line.id);
      const onControl = event.target instanceof Element && event.target.closest(INTERACTIVE) !== null;
      // Somebody who marks text in a cell wants the text, not the record.
      const markedText = document.getSelection()?.isCollapsed === false;
      if (!onControl && !markedText) props.onOpen?.(line.row);
    },
  };
}
