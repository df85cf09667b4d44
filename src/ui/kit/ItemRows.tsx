import { Index, type JSX } from 'solid-js';
import { MATTER } from '../../text/matter.ts';
import { Button } from './Button.tsx';
import { boxClass, FieldGroup } from './Field.tsx';
import styles from './ItemRows.module.css';
import { emptyItem, ITEM_FIELDS, type ItemDraft } from './matter-view.ts';

/** Row 4: the list of preserved evidence, one item under another. */
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
      <ul class={styles.list} aria-label={MATTER.itemsLabel}>
        {/* By place, not by value: a line that is typed in keeps its box and the focus in it. */}
        <Index each={props.items}>
          {(item, at) => (
            <li class={styles.item}>
              {ITEM_FIELDS.map((field) => (
                <label class={styles[field]}>
                  {MATTER.item[field]}
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
                </label>
              ))}
              <span class={styles.remove}>
                <Button
                  size="s"
                  look="quiet"
                  name={MATTER.removeItem(String(at + 1))}
                  onPress={() => props.onChange(props.items.filter((_, index) => index !== at))}
                >
                  {MATTER.remove}
                </Button>
              </span>
            </li>
          )}
        </Index>
      </ul>
      <span>
        <Button size="s" onPress={() => props.onChange([...props.items, emptyItem(next())])}>
          {MATTER.addItem}
        </Button>
      </span>
    </FieldGroup>
  );
}
