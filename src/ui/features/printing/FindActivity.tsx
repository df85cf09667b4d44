import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { isMerged } from '../../../domain/activity-stage.ts';
import { formatNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import { PRINT } from '../../../text/printing.ts';
import { mayLookAt } from '../../../usecases/may-look-at.ts';
import { Button } from '../../kit/Button.tsx';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { Row, Rows } from '../../kit/Layout.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { Sub } from '../../kit/Words.tsx';
import { useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { activitiesFound } from './centre-view.ts';
import styles from './printing.module.css';

/** An activity by number, name, place or party; the newest while nothing is typed. */
export function FindActivity(): JSX.Element {
  const seat = useSeat();
  const [typed, setTyped] = createSignal('');
  const known = createWatched(
    () => seat().record,
    async (model, viewer) => (await model.all('activity')).filter((one) => !isMerged(one) && mayLookAt(one, viewer)),
  );
  const found = createMemo(() => activitiesFound(known() ?? [], typed()));
  return (
    <>
      <TextField
        id="find-activity"
        label={PRINT.ofActivity.find}
        hint={PRINT.ofActivity.findHint}
        inputMode="search"
        value={typed()}
        onInput={setTyped}
      />
      <Show when={known.fault()}>{(error) => <CannotRead error={error()} />}</Show>
      <Show when={known()}>
        <Show when={found().length > 0} fallback={<p role="status">{PRINT.ofActivity.nothing}</p>}>
          <Rows>
            <For each={found()}>{(activity) => <FormsOf activity={activity} />}</For>
          </Rows>
        </Show>
      </Show>
    </>
  );
}

const SHORT = PRINT.short;

function FormsOf(props: { readonly activity: ActivityRecord }): JSX.Element {
  const no = () => formatNumber(props.activity.no);
  const hrefs = () => [
    [SHORT['F1-check'], `/print/F1-check/${props.activity.id}`],
    [SHORT.F6, `/print/F6/${props.activity.id}`],
    [SHORT.F5, `/print/F5/${props.activity.id}`],
    [SHORT.F2, `/print/F2?activity=${props.activity.id}`],
  ];
  return (
    <Row
      end={
        <div class={styles.formsOf}>
          <For each={hrefs()}>
            {([words, href]) => (
              <Button size="s" look="quiet" href={href} name={PRINT.ofForm(words ?? '', no())}>
                {words}
              </Button>
            )}
          </For>
        </div>
      }
    >
      <b>{no()}</b> <Sub>{props.activity.title ?? ''}</Sub>
    </Row>
  );
}
