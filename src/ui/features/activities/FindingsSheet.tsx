import { createMemo, For, type JSX, Show } from 'solid-js';
import { findingKey } from '../../../regulation/finding.ts';
import { DESK } from '../../../text/activity-desk.ts';
import { Button } from '../../kit/Button.tsx';
import { findingLine, inOrderOfNeed } from '../../kit/finding-line.ts';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Tag } from '../../kit/Words.tsx';
import { FindingActs } from '../../live/FindingActs.tsx';
import { useSeat } from '../../live/office.ts';
import styles from './Activities.module.css';
import { isWhole, openNeeds } from './closing-view.ts';
import type { DeskPart } from './desk-acts.ts';
import { recordingNo } from './place-view.ts';

const T = DESK.findings;

/** 合规提示: computed anew each time; answers to them and decisions are signed. */
export function FindingsSheet(props: DeskPart): JSX.Element {
  const seat = useSeat();
  const numbers = createMemo(
    () => new Map(props.judged.records.recordings.map((one) => [one.id, recordingNo(one)] as const)),
  );
  const lines = createMemo(() =>
    inOrderOfNeed(
      props.judged.judgement.findings.map((finding) =>
        findingLine(finding, props.judged.answers.get(findingKey(finding)) ?? null, {
          names: {
            person: props.naming.person,
            device: props.naming.device,
            recording: (id) => numbers().get(id) ?? '',
          },
          viewer: seat().record,
          officers: props.judged.records.activity.officers,
        }),
      ),
    ),
  );
  return (
    <Sheet
      bare
      low
      title={T.heading}
      sub={lines().length === 0 ? undefined : T.count(lines().length)}
      aside={
        <>
          <Show when={isWhole(props.judged)}>
            <Tag tone="good">{DESK.closing.whole}</Tag>
          </Show>
          <Button size="s" look="quiet" href="/findings">
            {T.all}
          </Button>
        </>
      }
    >
      <For each={openNeeds(props.judged)}>{(words) => <Note tone="wait" title={words} />}</For>
      <Show
        when={lines().length > 0}
        fallback={<p class={styles.nothing}>{props.judged.judgement.note === null ? T.none : T.before}</p>}
      >
        <FindingActs
          name={T.heading}
          lines={lines()}
          division={() => props.judged.records.activity.division}
          who={props.naming.person(seat().person)}
        />
      </Show>
    </Sheet>
  );
}
