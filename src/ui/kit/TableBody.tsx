import { For, type JSX, Show } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import styles from './DataTable.module.css';
import { AS } from './grid-roles.ts';
import { GroupLine, RowLine } from './TableLine.tsx';
import type { TableControl } from './table-control.ts';
import type { Line } from './table-model.ts';
import type { DataTableProps } from './table-props.ts';
import type { VirtualLines } from './virtual-lines.ts';

export interface TableBodyProps<T> {
  readonly table: DataTableProps<T>;
  readonly lines: readonly Line<T>[];
  readonly virtual: VirtualLines;
  readonly control: TableControl<T>;
  readonly prefix: string;
}

/** The lines in sight, between two empty lines as high as what is not. */
export function TableBody<T>(props: TableBodyProps<T>): JSX.Element {
  const wide = (): number => props.table.columns.filter(({ onlyWide }) => onlyWide).length;
  const narrow = (): number => props.table.columns.length - wide() + (props.table.onSelect ? 1 : 0);
  return (
    <tbody {...AS.group}>
      <Spacer px={props.virtual.beforePx()} />
      <For each={props.virtual.virtual.getVirtualItems()}>
        {(item) => (
          // Keyed by id: a row whose values change keeps its elements, and the focus in them.
          <Show when={props.lines[item.index]?.id} keyed>
            <TableLine {...props} index={item.index} narrow={narrow()} wide={wide()} />
          </Show>
        )}
      </For>
      <Spacer px={props.virtual.afterPx()} />
    </tbody>
  );
}

function TableLine<T>(
  props: TableBodyProps<T> & { readonly index: number; readonly narrow: number; readonly wide: number },
): JSX.Element {
  const line = (): Line<T> | undefined => props.lines[props.index];
  const group = () => {
    const it = line();
    return it?.kind === 'group' ? it : undefined;
  };
  const row = () => {
    const it = line();
    return it?.kind === 'row' ? it : undefined;
  };
  return (
    <>
      <Show when={group()}>
        {(it) => (
          <GroupLine narrow={props.narrow} wide={props.wide} rowIndex={props.index + 2}>
            {props.table.groupHead?.(it().key, it().count) ?? KIT.table.group(it().count)}
          </GroupLine>
        )}
      </Show>
      <Show when={row()}>
        {(it) => (
          <RowLine
            id={`${props.prefix}-${props.index}`}
            row={it().row}
            name={props.table.rowName(it().row)}
            rowIndex={props.index + 2}
            columns={props.table.columns}
            active={props.control.activeId() === it().id}
            waits={props.table.waits?.(it().row) ?? false}
            opens={props.table.onOpen !== undefined}
            selected={props.table.onSelect ? props.control.selected().has(it().id) : undefined}
            onSelect={(range) => props.control.selectOne(it().id, range)}
            onPress={(event) => props.control.onPress(event, it())}
          />
        )}
      </Show>
    </>
  );
}

function Spacer(props: { readonly px: number }): JSX.Element {
  return (
    <Show when={props.px > 0}>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty line holds no focus */}
      <tr aria-hidden="true" class={styles.spacer}>
        <td style={{ height: `${props.px}px` }} />
      </tr>
    </Show>
  );
}
