import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { UnlinkedRecord } from '../../../domain/course-records.ts';
import type { RecordingRecord, Signed } from '../../../domain/records.ts';
import { beijingDate, type Instant } from '../../../domain/time.ts';
import { UNLINKED_DECISION } from '../../../text/course.ts';
import { FINDINGS } from '../../../text/findings-page.ts';
import { UNLINKED_REASON } from '../../../text/nouns.ts';
import { PRINT } from '../../../text/printing.ts';
import { timeInTable } from '../../../text/times.ts';
import { Button } from '../../kit/Button.tsx';
import { Line, Table } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Tag } from '../../kit/Words.tsx';
import { createNames } from '../../live/names.ts';
import { useSeat } from '../../live/office.ts';
import { createReadings } from '../../live/watched.ts';
import styles from './findings.module.css';
import { recordingName } from './findings-page-view.ts';
import { DecideUnlinked, ExplainUnlinked } from './UnlinkedDialogs.tsx';

const T = FINDINGS.unlinked;

interface Asked {
  readonly act: 'explain' | 'decide';
  readonly recording: RecordingRecord;
}

/** Art. 4: footage without an activity. Officers explain, the legal affairs office decides, nothing is ever deleted. */
export function UnlinkedView(props: {
  readonly recordings: readonly RecordingRecord[];
  readonly from: Instant;
}): JSX.Element {
  const [asked, setAsked] = createSignal<Asked>();
  const said = createReadings(
    () => props.recordings.map(({ id }) => id),
    (records, ids) => records.getMany('unlinked', ids),
  );
  const byId = createMemo(() => new Map((said() ?? []).map((one) => [one.id, one] as const)));
  const close = (): void => {
    setAsked(undefined);
  };
  return (
    <Sheet
      bare
      title={T.heading}
      sub={T.count(props.recordings.length)}
      aside={
        <>
          <Show when={props.recordings.length > 0}>
            <Button size="s" look="quiet" href={`/print/F15-list?from=${beijingDate(props.from)}`}>
              {PRINT.short['F15-list']}
            </Button>
          </Show>
          {T.article}
        </>
      }
    >
      <p class={styles.lead}>{T.lead}</p>
      <Show when={props.recordings.length > 0} fallback={<p class={styles.nothing}>{T.none}</p>}>
        <Table name={T.table} minWidth="44rem">
          <thead>
            <tr>
              <th scope="col">{T.columns.name}</th>
              <th scope="col">{T.columns.reason}</th>
              <th scope="col">{T.columns.taken}</th>
              <th scope="col">{T.columns.state}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.recordings}>
              {(recording) => (
                <UnlinkedRow
                  recording={recording}
                  said={byId().get(recording.id) ?? null}
                  onAsk={(act) => setAsked({ act, recording })}
                />
              )}
            </For>
          </tbody>
        </Table>
      </Show>
      <Show keyed when={asked()}>
        {({ act, recording }) => (
          <Show when={act === 'explain'} fallback={<DecideUnlinked recording={recording} onClose={close} />}>
            <ExplainUnlinked recording={recording} onClose={close} />
          </Show>
        )}
      </Show>
    </Sheet>
  );
}

function UnlinkedRow(props: {
  readonly recording: RecordingRecord;
  readonly said: UnlinkedRecord | null;
  readonly onAsk: (act: Asked['act']) => void;
}): JSX.Element {
  const seat = useSeat();
  const names = createNames();
  const source = () => props.recording.sources[0];
  const who = ({ by }: Signed): string => (by.kind === 'person' ? names.person(by.person) : '');
  const explains = (): boolean => seat().record.roles.some((role) => role === 'officer' || role === 'custodian');
  const decides = (): boolean => seat().record.roles.includes('legalAffairsOffice');
  const own = (): boolean =>
    props.recording.sources.some(({ takenInBy }) => takenInBy === seat().person) ||
    (props.said?.explanations ?? []).some(({ by }) => by.kind === 'person' && by.person === seat().person);
  return (
    <tr>
      <td>
        <a href={`/register/${props.recording.id}`}>{recordingName(props.recording)}</a>
      </td>
      <td>{UNLINKED_REASON[props.recording.unlinkedReason ?? 'pending']}</td>
      <td>
        <Show when={source()}>{(first) => timeInTable(first().takenInAt)}</Show>
      </td>
      <td class={styles.state}>
        <Tag tone={props.said?.decision ? 'plain' : 'wait'}>{stateWords(props.said)}</Tag>
        <For each={props.said?.explanations ?? []}>
          {(one) => <p>{T.said(who(one), timeInTable(one.at), one.text ?? T.elsewhere)}</p>}
        </For>
        <Show when={props.said?.decision}>
          {(one) => (
            <p>
              {T.ruled(who(one()), timeInTable(one().at), UNLINKED_DECISION[one().decision], one().text ?? T.elsewhere)}
            </p>
          )}
        </Show>
        <Line>
          <Button size="s" look="quiet" href={`/register/${props.recording.id}`}>
            {T.relink}
          </Button>
          <Button
            size="s"
            look="quiet"
            href={`/print/F15/${props.recording.id}`}
            name={PRINT.of(recordingName(props.recording))}
          >
            {PRINT.print}
          </Button>
          <Show when={explains()}>
            <Button size="s" opens="dialog" onPress={() => props.onAsk('explain')}>
              {T.explain}
            </Button>
          </Show>
          <Show when={decides()}>
            <Button
              size="s"
              opens="dialog"
              cannot={own() ? T.ownFootage : undefined}
              onPress={() => props.onAsk('decide')}
            >
              {T.decide}
            </Button>
          </Show>
        </Line>
      </td>
    </tr>
  );
}

function stateWords(said: UnlinkedRecord | null): string {
  if (said?.decision) return T.decided(UNLINKED_DECISION[said.decision.decision]);
  return (said?.explanations ?? []).length > 0 ? T.explained : T.open;
}
