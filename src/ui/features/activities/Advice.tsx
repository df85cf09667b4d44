import { For, type JSX, Show } from 'solid-js';
import { ACTIVITIES } from '../../../text/activities.ts';
import { Row, Rows } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Flag } from '../../kit/Words.tsx';

/** 提示: good practice; nothing here keeps anything from being saved. */
export function Advice(props: { readonly advice: readonly string[] }): JSX.Element {
  return (
    <Show when={props.advice.length > 0}>
      <Sheet bare low title={ACTIVITIES.notices.heading}>
        <Rows>
          <For each={props.advice}>
            {(words) => (
              <Row>
                <Flag grade="advisory" /> {words}
              </Row>
            )}
          </For>
        </Rows>
      </Sheet>
    </Show>
  );
}
