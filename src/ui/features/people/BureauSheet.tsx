import { createEffect, createSignal, For, type JSX, Show } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import type { BureauRecord } from '../../../domain/records.ts';
import { DIVISION_KIND } from '../../../text/nouns.ts';
import { PEOPLE } from '../../../text/people.ts';
import { RULE } from '../../../text/refusals.ts';
import { changeBureau, type DivisionDraft } from '../../../usecases/change-bureau.ts';
import { Button } from '../../kit/Button.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { SelectBox } from '../../kit/Select.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { useOffice, useSeat } from '../../live/office.ts';
import styles from './people.module.css';

/** The bureau's name and its tree of 科室 and 局属单位. A division once named is closed, never lost. */
export function BureauSheet(props: {
  readonly bureau: BureauRecord;
  readonly cannot: string | undefined;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const [name, setName] = createSignal(props.bureau.name ?? '');
  const [divisions, setDivisions] = createStore<{ list: readonly DivisionDraft[] }>({ list: [] });
  const [said, setSaid] = createSignal('');
  createEffect(() =>
    setDivisions(
      'list',
      reconcile(
        props.bureau.divisions.map(({ id, name: own, kind, closed }) => ({ id, name: own ?? '', kind, closed })),
      ),
    ),
  );
  const put = (index: number, part: Partial<DivisionDraft>) =>
    setDivisions('list', (list) => list.map((division, i) => (i === index ? { ...division, ...part } : division)));
  const save = async () => {
    const saved = await changeBureau(office.desk, seat(), { bureauName: name(), divisions: divisions.list });
    if (saved.ok) setSaid(PEOPLE.saved);
    else setSaid(saved.refusal.code === 'rule' ? RULE[saved.refusal.rule] : PEOPLE.nameMissing);
  };
  return (
    <Sheet title={PEOPLE.bureau}>
      <Stack>
        <TextField
          id="bureauName"
          label={PEOPLE.bureauName}
          maxLength={60}
          value={name()}
          onInput={setName}
          readOnly={props.cannot !== undefined}
        />
        <For each={divisions.list.map((_, index) => index)}>
          {(index) => (
            <Line>
              <input
                class={styles.name}
                aria-label={PEOPLE.divisionName(index + 1)}
                value={divisions.list[index]?.name ?? ''}
                maxLength={60}
                readonly={props.cannot !== undefined}
                onInput={(event) => put(index, { name: event.currentTarget.value })}
              />
              <SelectBox
                name={PEOPLE.divisionKind(index + 1)}
                value={divisions.list[index]?.kind ?? 'division'}
                choices={(['division', 'subordinateUnit'] as const).map((kind) => ({
                  value: kind,
                  label: DIVISION_KIND[kind],
                }))}
                onChange={(kind) => kind !== '' && put(index, { kind })}
              />
              <Button
                look="quiet"
                size="s"
                onPress={() => put(index, { closed: divisions.list[index]?.closed !== true })}
              >
                {divisions.list[index]?.closed === true ? PEOPLE.open : PEOPLE.close}
              </Button>
            </Line>
          )}
        </For>
        <Line>
          <Button
            size="s"
            cannot={props.cannot}
            reasonAt="hidden"
            onPress={() =>
              setDivisions('list', (list) => [...list, { id: null, name: '', kind: 'division', closed: false }])
            }
          >
            {PEOPLE.addDivision}
          </Button>
          <Button cannot={props.cannot} onPress={save}>
            {PEOPLE.save}
          </Button>
          <Show when={said()}>
            <span role="status">{said()}</span>
          </Show>
        </Line>
      </Stack>
    </Sheet>
  );
}
