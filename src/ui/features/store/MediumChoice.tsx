import { createSignal, type JSX, Show } from 'solid-js';
import type { MediumId } from '../../../domain/ids.ts';
import type { MediumRecord } from '../../../domain/records.ts';
import { MEDIUM_KIND } from '../../../text/nouns.ts';
import { STORE } from '../../../text/store.ts';
import { Button } from '../../kit/Button.tsx';
import { Line } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Select } from '../../kit/Select.tsx';
import { Tag } from '../../kit/Words.tsx';
import type { MediumState } from '../../live/footage-desk.ts';

export interface MediumChoiceProps {
  readonly media: readonly MediumRecord[];
  readonly states: Readonly<Record<MediumId, MediumState>>;
  readonly value: MediumId | '';
  readonly onChange: (medium: MediumId | '') => void;
  /** Returns the words of a refusal, or null. */
  readonly connect: (medium: MediumId) => Promise<string | null>;
}

/** Which registered medium, how it stands, and the way to connect it. */
export function MediumChoice(props: MediumChoiceProps): JSX.Element {
  const [fault, setFault] = createSignal<string | null>(null);
  const state = (): MediumState => (props.value === '' ? 'never' : (props.states[props.value] ?? 'never'));
  const choices = () =>
    props.media.map((medium) => ({
      value: medium.id as string,
      label: `${medium.label ?? medium.id}（${MEDIUM_KIND[medium.kind]}）`,
    }));
  const chosen = (value: string) => {
    setFault(null);
    props.onChange(value as MediumId | '');
  };
  return (
    <Show
      when={props.media.length > 0}
      fallback={
        <Note tone="wait" title={STORE.mediumNone} act={<Button href="/equipment">{STORE.register}</Button>}>
          {STORE.mediumNoneWhy}
        </Note>
      }
    >
      <Select
        id="medium"
        label={STORE.medium}
        value={props.value as string}
        choices={choices()}
        onChange={chosen}
        fault={fault() ?? undefined}
      />
      <Show when={props.value !== '' && props.value}>
        {(medium) => (
          <Line>
            <Tag tone={state() === 'connected' ? 'good' : 'wait'}>{STORE.state[state()]}</Tag>
            <Show when={state() !== 'connected'}>
              <Button size="s" onPress={async () => setFault(await props.connect(medium()))}>
                {STORE.connect}
              </Button>
            </Show>
          </Line>
        )}
      </Show>
    </Show>
  );
}
