import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import { ACTIVITIES } from '../../../text/activities.ts';
import { CONTENT, NOTICE } from '../../../text/matter.ts';
import { articleName } from '../../../text/times.ts';
import { Button } from '../../kit/Button.tsx';
import { Line } from '../../kit/Layout.tsx';
import { useSeat } from '../../live/office.ts';
import styles from './Activities.module.css';
import { overlayBand } from './activity-view.ts';
import { contentWords, noticeWords } from './band-view.ts';
import { AttestContent } from './ContentDialog.tsx';
import { type DeskPart, isOfficerOf } from './desk-acts.ts';
import { ExceptNotice, LocateNotice } from './NoticeDialogs.tsx';

const T = ACTIVITIES.steps;

type Act = 'locate' | 'except' | 'attest';

/** What Arts. 8 to 10 ask whatever the matter: never counted among the steps. */
export function BandRows(props: DeskPart): JSX.Element {
  const seat = useSeat();
  const [asked, setAsked] = createSignal<Act>();
  const close = (): void => void setAsked(undefined);
  const records = () => props.judged.records;
  const band = createMemo(() => overlayBand(records().activity));
  const may = (): boolean => isOfficerOf(props, seat().record);
  const act = (which: Act, words: string): JSX.Element => (
    <Button size="s" look="quiet" opens="dialog" onPress={() => setAsked(which)}>
      {words}
    </Button>
  );
  const located = (): boolean =>
    records().course?.locatedNotices.some(({ withdrawnBy }) => withdrawnBy === null) ?? false;
  return (
    <tbody>
      <tr class={styles.group}>
        <th scope="rowgroup" colspan={3}>
          {T.band} <span>{T.bandSub}</span>
        </th>
      </tr>
      <For
        each={band()}
        fallback={
          <tr>
            <td colspan={3}>{T.overlayNone}</td>
          </tr>
        }
      >
        {(line) => (
          <tr>
            <td class={styles.no}>{articleName(line.article)}</td>
            <td>{line.wording}</td>
            <td class={styles.step}>
              {line.done}
              <Show when={line.name === 'noticeGiven'}>
                <For each={noticeWords(props.judged, props.naming)}>
                  {(words) => <span class={styles.line}>{words}</span>}
                </For>
                <Show when={may()}>
                  <Line>
                    {act('locate', located() ? NOTICE.locateMore : NOTICE.locate)}
                    {act('except', NOTICE.except)}
                  </Line>
                </Show>
              </Show>
            </td>
          </tr>
        )}
      </For>
      <tr>
        <td class={styles.no}>{articleName(10)}</td>
        <td>{T.contents}</td>
        <td class={styles.step}>
          <span class={styles.line}>{contentWords(props.judged, props.naming)}</span>
          <Show when={may()}>{act('attest', records().course?.content == null ? CONTENT.attest : CONTENT.again)}</Show>
          <Switch>
            <Match when={asked() === 'locate'}>
              <LocateNotice {...props} onClose={close} />
            </Match>
            <Match when={asked() === 'except'}>
              <ExceptNotice {...props} onClose={close} />
            </Match>
            <Match when={asked() === 'attest'}>
              <AttestContent {...props} onClose={close} />
            </Match>
          </Switch>
        </td>
      </tr>
    </tbody>
  );
}
