import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { DESK } from '../../../text/activity-desk.ts';
import { Button } from '../../kit/Button.tsx';
import { Line } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Article, Tag } from '../../kit/Words.tsx';
import { useSeat } from '../../live/office.ts';
import styles from './Activities.module.css';
import { type DeskPart, isHeadOf, isOfficerOf } from './desk-acts.ts';
import { AcknowledgeGap, LocateVoice, ReportGap, StateGap } from './GapDialogs.tsx';
import { type GapLine, gapLines } from './gaps-view.ts';

const T = DESK.gaps;

type Act = 'state' | 'locate' | 'report' | 'acknowledge';

/** Art. 11: each stretch without a recording, what was said of it, and what is still to be said by whom. */
export function GapsSheet(props: DeskPart): JSX.Element {
  const lines = createMemo(() => gapLines(props.judged, props.naming));
  const [asked, setAsked] = createSignal<{ readonly act: Act; readonly gap: GapLine }>();
  const open = (): number => (lines() ?? []).filter((line) => line.open).length;
  const close = (): void => {
    setAsked(undefined);
  };
  return (
    <Sheet bare low title={T.heading} aside={<Article article={11} />} waits={open() > 0}>
      <Show
        when={(lines() ?? []).length > 0}
        fallback={<p class={styles.nothing}>{lines() === null ? T.unknown : T.none}</p>}
      >
        <ul class={styles.gaps} aria-label={T.heading}>
          <For each={lines() ?? []}>
            {(gap) => (
              <li>
                <b>{gap.title}</b>
                <For each={gap.words}>{(words) => <span class={styles.small}>{words}</span>}</For>
                <GapActs {...props} gap={gap} onAct={(act) => setAsked({ act, gap })} />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show keyed when={asked()}>
        {({ act, gap }) => (
          <>
            <Show when={act === 'state'}>
              <StateGap {...props} gap={gap} onClose={close} />
            </Show>
            <Show when={act === 'locate'}>
              <LocateVoice {...props} gap={gap} onClose={close} />
            </Show>
            <Show when={act === 'report'}>
              <ReportGap {...props} gap={gap} onClose={close} />
            </Show>
            <Show when={act === 'acknowledge'}>
              <AcknowledgeGap {...props} gap={gap} onClose={close} />
            </Show>
          </>
        )}
      </Show>
    </Sheet>
  );
}

function GapActs(props: DeskPart & { readonly gap: GapLine; readonly onAct: (act: Act) => void }): JSX.Element {
  const seat = useSeat();
  const officer = (): boolean => isOfficerOf(props, seat().record);
  const head = (): boolean => isHeadOf(props, seat().record);
  const acts = (): readonly (readonly [Act, string])[] => [
    ...(officer() ? [['state', props.gap.stated ? T.stateMore : T.state] as const] : []),
    ...(officer() && props.gap.needsVoice ? [['locate', T.locate] as const] : []),
    ...(officer() && props.gap.needsReport ? [['report', T.report] as const] : []),
    ...(head() && props.gap.toAcknowledge.length > 0 ? [['acknowledge', T.acknowledge] as const] : []),
  ];
  return (
    <Show when={acts().length > 0}>
      <Line>
        <For each={acts()}>
          {([act, words]) => (
            <Button size="s" opens="dialog" name={T.aboutGap(words, props.gap.title)} onPress={() => props.onAct(act)}>
              {words}
            </Button>
          )}
        </For>
        <Show when={props.gap.open}>
          <Tag tone="wait">{T.noCause}</Tag>
        </Show>
      </Line>
    </Show>
  );
}
