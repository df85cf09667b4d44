import { For, type JSX, Show } from 'solid-js';
import type { ActivityRecord } from '../../../domain/records.ts';
import { PARTY } from '../../../text/party.ts';
import { PRINT } from '../../../text/printing.ts';
import { Button } from '../../kit/Button.tsx';
import { Line } from '../../kit/Layout.tsx';

/** The activity's forms, and the way to everything else about its party. */
export function ActivityLinks(props: { readonly activity: ActivityRecord }): JSX.Element {
  const forms = () =>
    [
      [PRINT.short['F1-check'], `/print/F1-check/${props.activity.id}`],
      [PRINT.short.F6, `/print/F6/${props.activity.id}`],
      [PRINT.short.F5, `/print/F5/${props.activity.id}`],
      [PRINT.short.F2, `/print/F2?activity=${props.activity.id}`],
    ] as const;
  return (
    <Line>
      <For each={forms()}>
        {([words, href]) => (
          <Button size="s" href={href} name={PRINT.of(words)}>
            {words}
          </Button>
        )}
      </For>
      <Show when={props.activity.party}>
        {(party) => <a href={`/party?name=${encodeURIComponent(party())}`}>{PARTY.same}</a>}
      </Show>
    </Line>
  );
}
