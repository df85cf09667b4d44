import { For, type JSX, Show } from 'solid-js';
import { formatNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import { PARTY } from '../../../text/party.ts';
import { PRINT } from '../../../text/printing.ts';
import { Button } from '../../kit/Button.tsx';
import { Line } from '../../kit/Layout.tsx';
import { createReadings } from '../../live/watched.ts';

/** The activity's forms, and the way to everything else about its party. */
export function ActivityLinks(props: { readonly activity: ActivityRecord }): JSX.Element {
  const forms = () =>
    [
      [PRINT.short['F1-check'], `/print/F1-check/${props.activity.id}`],
      [PRINT.short.F6, `/print/F6/${props.activity.id}`],
      [PRINT.short.F5, `/print/F5/${props.activity.id}`],
      [PRINT.short.F2, `/print/F2?activity=${props.activity.id}`],
    ] as const;
  /** Footage of which something was said while it stood without an activity (Art. 4). */
  const loose = createReadings(
    () => props.activity.recordings,
    (records, ids) => records.getMany('unlinked', ids),
  );
  /** What was the same as it under another number. */
  const others = createReadings(
    () => props.activity.mergedFrom ?? [],
    (records, ids) => records.getMany('activity', ids),
  );
  return (
    <Line>
      <For each={forms()}>
        {([words, href]) => (
          <Button size="s" href={href} name={PRINT.of(words)}>
            {words}
          </Button>
        )}
      </For>
      <For each={loose() ?? []}>
        {({ id }) => (
          <Button size="s" href={`/print/F15/${id}`} name={PRINT.ofForm(PRINT.short.F15, id.slice(0, 8))}>
            {PRINT.short.F15}
          </Button>
        )}
      </For>
      <For each={others() ?? []}>
        {(other) => (
          <span>
            {ACTIVITIES.merged.from}
            <a href={`/activities/${other.id}`}>{formatNumber(other.no)}</a>
          </span>
        )}
      </For>
      <Show when={props.activity.party}>
        {(party) => <a href={`/party?name=${encodeURIComponent(party())}`}>{PARTY.same}</a>}
      </Show>
    </Line>
  );
}
