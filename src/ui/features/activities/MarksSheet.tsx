import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { ActivityMark, StationRecord } from '../../../domain/records.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import { KIT } from '../../../text/kit.ts';
import { markRefusal } from '../../../text/refusals.ts';
import { keyGroups, timeWithSeconds } from '../../../text/times.ts';
import { withdrawMark } from '../../../usecases/mark-activity.ts';
import { announce } from '../../kit/announce.ts';
import { attempt } from '../../kit/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { Chain, type ChainLink } from '../../kit/Chain.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import type { SealMark } from '../../kit/Seal.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { SignBox } from '../../kit/SignBox.tsx';
import { Mono, Tag } from '../../kit/Words.tsx';
import { useOffice, useSeat } from '../../live/office.ts';
import styles from './Activities.module.css';
import type { Naming } from './activities-view.ts';
import type { DeskPart } from './desk-acts.ts';
import { type MarkLine, markLines } from './marks-view.ts';
import { WithdrawMark } from './WithdrawMark.tsx';

const T = ACTIVITIES.marks;

export interface MarksSheetProps extends DeskPart {
  readonly stations: readonly Pick<StationRecord, 'id' | 'code'>[];
}

/** What was signed on site, newest first, each with its seal; own marks can be withdrawn, which is signed too. */
export function MarksSheet(props: MarksSheetProps): JSX.Element {
  const seat = useSeat();
  const [withdrawing, setWithdrawing] = createSignal<MarkLine>();
  const lines = createMemo(() => markLines(props.judged.records, seat().person, props.naming, props.stations));
  const links = createMemo(() =>
    lines().map(
      (line): ChainLink => ({
        id: line.id,
        mark: sealOf(line, props.naming, props.stations),
        title: line.title,
        at: line.signed.at,
        words: <Words line={line} onWithdraw={() => setWithdrawing(line)} />,
      }),
    ),
  );
  return (
    <Sheet low title={T.heading}>
      <Show when={links().length > 0} fallback={<p class={styles.small}>{T.none}</p>}>
        <Chain name={T.heading} links={links()} />
      </Show>
      <Show keyed when={withdrawing()}>
        {(line) => (
          <Switch>
            <Match when={line.own?.kind === 'course' && line.own}>
              {(own) => (
                <WithdrawMark
                  {...props}
                  what={line.title}
                  mark={own().mark}
                  onClose={() => setWithdrawing(undefined)}
                />
              )}
            </Match>
            <Match when={line.own?.kind === 'activity' && line.own}>
              {(own) => (
                <Withdrawal {...props} line={line} mark={own().mark} onClose={() => setWithdrawing(undefined)} />
              )}
            </Match>
          </Switch>
        )}
      </Show>
    </Sheet>
  );
}

function sealOf({ signed }: MarkLine, naming: Naming, stations: MarksSheetProps['stations']): SealMark {
  const { by } = signed;
  if (by.kind === 'person') return { kind: 'person', name: naming.person(by.person) };
  return { kind: 'station', code: stations.find(({ id }) => by.kind === 'station' && id === by.station)?.code ?? '' };
}

function Words(props: { readonly line: MarkLine; readonly onWithdraw: () => void }): JSX.Element {
  return (
    <>
      <For each={props.line.words}>{(words) => <span class={styles.line}>{words}</span>}</For>
      <span class={styles.line}>
        {props.line.signer} <Mono>{keyGroups(props.line.signed.key)}</Mono> {KIT.chain.verified}
      </span>
      <Show when={props.line.withdrawn}>
        <Tag tone="wait">{T.withdrawn}</Tag>
      </Show>
      <Show when={props.line.own}>
        <span class={styles.withdraw}>
          <Button size="s" look="quiet" name={T.withdrawOf(props.line.title)} opens="dialog" onPress={props.onWithdraw}>
            {T.withdraw}
          </Button>
        </span>
      </Show>
    </>
  );
}

function Withdrawal(
  props: DeskPart & { readonly line: MarkLine; readonly mark: ActivityMark; readonly onClose: () => void },
): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const [fault, setFault] = createSignal<string>();
  const sign = async (): Promise<void> => {
    const act = () => withdrawMark(office.desk, seat(), props.judged.records.activity, props.mark);
    const words = await attempt(act, markRefusal);
    setFault(words);
    announce(words ?? T.withdrawnNow, words === undefined ? 'polite' : 'assertive');
    if (words === undefined) props.onClose();
  };
  return (
    <Dialog open onClose={props.onClose} title={T.withdrawOf(props.line.title)} firm>
      <Stack>
        <SignBox
          sentence={T.sentence(
            props.naming.person(seat().person),
            props.line.title,
            timeWithSeconds(props.line.signed.at),
          )}
          correction={T.correction}
          act={T.withdrawOf(props.line.title)}
          signers={[]}
          onSign={sign}
          wayOut={<Button onPress={props.onClose}>{T.wayOut}</Button>}
        />
        <Show when={fault()}>{(words) => <Note tone="wait" title={words()} />}</Show>
      </Stack>
    </Dialog>
  );
}
