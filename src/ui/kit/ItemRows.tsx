import { Index, type JSX } from 'solid-js';
import { MATTER } from '../../text/matter.ts';
import { Button } from './Button.tsx';
import { boxClass, FieldGroup } from './Field.tsx';
import { Table } from './Layout.tsx';
import { emptyItem, ITEM_FIELDS, type ItemDraft } from './matter-view.ts';

/** Row 4: the list of preserved evidence, a line an item. */
export function ItemRows(props: {
  readonly id: string;
  readonly items: readonly ItemDraft[];
  readonly onChange: (items: readonly ItemDraft[]) => void;
}): JSX.Element {
  const change = (at: number, part: Partial<ItemDraft>): void =>
    props.onChange(props.items.map((item, index) => (index === at ? { ...item, ...part } : item)));
  const next = (): number => Math.max(0, ...props.items.map(({ no }) => Number.parseInt(no, 10) || 0)) + 1;
  return (
    <FieldGroup id={props.id} label={MATTER.itemsLabel} hint={MATTER.itemsHint}>
      <Table name={MATTER.itemsLabel} minWidth="34rem">
        <thead>
          <tr>
            {ITEM_FIELDS.map((field) => (
              <th scope="col" style={{ width: field === 'no' ? '5rem' : undefined }}>
                {MATTER.item[field]}
              </th>
            ))}
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {/* By place, not by value: a line that is typed in keeps its box and the focus in it. */}
          <Index each={props.items}>
            {(item, at) => (
              <tr>
                {ITEM_FIELDS.map((field) => (
                  <td>
                    <input
                      class={boxClass(false)}
                      type="text"
                      autocomplete="off"
                      maxlength={field === 'no' ? 3 : 60}
                      inputmode={field === 'no' ? 'numeric' : undefined}
                      aria-label={MATTER.itemOf(MATTER.item[field], at + 1)}
                      value={item()[field]}
                      onInput={(event) => change(at, { [field]: event.currentTarget.value })}
                    />
                  </td>
                ))}
                <td>
                  <Button
                    size="s"
                    look="quiet"
                    name={MATTER.removeItem(String(at + 1))}
                    onPress={() => props.onChange(props.items.filter((_, index) => index !== at))}
                  >
                    {MATTER.remove}
                  </Button>
                </td>
              </tr>
            )}
          </Index>
        </tbody>
      </Table>
      <span>
        <Button size="s" onPress={() => props.onChange([...props.items, emptyItem(next())])}>
          {MATTER.addItem}
        </Button>
      </span>
    </FieldGroup>
  );
}
