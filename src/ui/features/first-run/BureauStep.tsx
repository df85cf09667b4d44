import { createSignal, For, type JSX, Show } from 'solid-js';
import { FIRST_RUN } from '../../../text/first-run.ts';
import { DIVISION_KIND } from '../../../text/nouns.ts';
import { Button } from '../../kit/Button.tsx';
import { createChecks } from '../../kit/checks.ts';
import { FaultList } from '../../kit/FaultList.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { SelectBox } from '../../kit/Select.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { Way } from '../../shell/FirstFrame.tsx';
import styles from './first-run.module.css';
import type { DivisionDraft, FoundingDraft } from './founding-draft.ts';

export interface StepProps {
  readonly draft: FoundingDraft;
  readonly change: (part: Partial<FoundingDraft>) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

/** 哪个局: found this bureau's book, with the profile filled in. Joining from a second PC is not in this version. */
export function BureauStep(props: Omit<StepProps, 'onBack'>): JSX.Element {
  const [way, setWay] = createSignal<'found' | 'join'>('found');
  const form = createChecks({
    bureau: {
      label: FIRST_RUN.bureauName,
      check: () => (props.draft.bureauName.trim() === '' ? FIRST_RUN.nameMissing : undefined),
    },
    divisions: {
      label: FIRST_RUN.divisions,
      check: () =>
        props.draft.divisions.length === 0 || props.draft.divisions.some((d) => d.name.trim() === '')
          ? FIRST_RUN.divisionMissing
          : undefined,
    },
  });
  return (
    <Stack>
      <div class={styles.ways}>
        <Way id="way-join" group="way" title={FIRST_RUN.join} chosen={way() === 'join'} onChoose={() => setWay('join')}>
          <p>{FIRST_RUN.joinWhy}</p>
          <Show when={way() === 'join'}>
            <Note tone="wait">{FIRST_RUN.joinNotYet}</Note>
          </Show>
        </Way>
        <Way
          id="way-found"
          group="way"
          title={FIRST_RUN.found}
          chosen={way() === 'found'}
          onChoose={() => setWay('found')}
        >
          <p>{FIRST_RUN.foundWhy}</p>
          <p class={styles.hint}>{FIRST_RUN.twoBooks}</p>
        </Way>
      </div>
      <Show when={way() === 'found'}>
        <FaultList faults={form.faults()} />
        <Sheet>
          <Stack>
            <TextField
              {...form.field('bureau')}
              label={FIRST_RUN.bureauName}
              value={props.draft.bureauName}
              onInput={(bureauName) => props.change({ bureauName })}
              maxLength={60}
            />
            <Divisions {...props} id={form.field('divisions').id} fault={form.field('divisions').fault} />
          </Stack>
        </Sheet>
        <Line>
          <Button look="primary" size="l" onPress={() => form.submit() && props.onNext()}>
            {FIRST_RUN.next}
          </Button>
        </Line>
      </Show>
    </Stack>
  );
}

interface DivisionsProps extends Pick<StepProps, 'draft' | 'change'> {
  readonly id: string;
  readonly fault: string | undefined;
}

/** The tree of 科室 and 局属单位 as the profile fills it in, to be changed. */
function Divisions(props: DivisionsProps): JSX.Element {
  const put = (index: number, part: Partial<DivisionDraft>) =>
    props.change({ divisions: props.draft.divisions.map((d, i) => (i === index ? { ...d, ...part } : d)) });

  return (
    <fieldset class={styles.divisions} id={props.id}>
      <legend>{FIRST_RUN.divisions}</legend>
      <For each={props.draft.divisions.map((_, index) => index)}>
        {(index) => (
          <Line>
            <input
              class={styles.name}
              aria-label={FIRST_RUN.divisionName(index + 1)}
              value={props.draft.divisions[index]?.name ?? ''}
              maxLength={60}
              onInput={(event) => put(index, { name: event.currentTarget.value })}
            />
            <SelectBox
              name={FIRST_RUN.divisionKind(index + 1)}
              value={props.draft.divisions[index]?.kind ?? 'division'}
              choices={(['division', 'subordinateUnit'] as const).map((kind) => ({
                value: kind,
                label: DIVISION_KIND[kind],
              }))}
              onChange={(kind) => kind !== '' && put(index, { kind })}
            />
            <Button
              look="quiet"
              size="s"
              name={FIRST_RUN.removeDivision(props.draft.divisions[index]?.name ?? '')}
              onPress={() => props.change({ divisions: props.draft.divisions.filter((_, i) => i !== index) })}
            >
              {FIRST_RUN.remove}
            </Button>
          </Line>
        )}
      </For>
      <Show when={props.fault}>
        <p class={styles.fault}>{props.fault}</p>
      </Show>
      <Button
        size="s"
        onPress={() => props.change({ divisions: [...props.draft.divisions, { name: '', kind: 'division' }] })}
      >
        {FIRST_RUN.addDivision}
      </Button>
      <p class={styles.hint}>{FIRST_RUN.divisionsHint}</p>
    </fieldset>
  );
}
