import { createSignal, For, type JSX, Show } from 'solid-js';
import type { MediumId } from '../../../domain/ids.ts';
import type { MediumRecord, RecordingCopy, RecordingRecord } from '../../../domain/records.ts';
import { fromInstant } from '../../../domain/time.ts';
import { CHECK_RESULT } from '../../../text/nouns.ts';
import { RECORD } from '../../../text/record.ts';
import { STORE } from '../../../text/store.ts';
import { timeInTable, timeWithoutYear } from '../../../text/times.ts';
import type { CopyCheck } from '../../../usecases/check-copies.ts';
import type { MediumRefusal } from '../../../usecases/footage-ports.ts';
import { Button } from '../../kit/Button.tsx';
import { CopyCheckPanel } from '../../kit/CopyCheckPanel.tsx';
import { Table } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Tag } from '../../kit/Words.tsx';
import { useFootageDesk } from '../../live/footage-desk.ts';
import type { RunningJob } from '../../live/jobs.ts';
import type { Names } from '../../live/names.ts';
import { useOffice } from '../../live/office.ts';
import styles from './record.module.css';
import { copiesSum, recordingName } from './record-view.ts';

const T = RECORD.copies;

export interface CopiesProps {
  readonly recording: RecordingRecord;
  readonly names: Names;
}

interface Round {
  readonly medium: MediumId;
  readonly job: RunningJob<CopyCheck, MediumRefusal>;
}

/** Where the recording lies, what the last reading of each copy found, and 再次复核 in place. */
export function Copies(props: CopiesProps): JSX.Element {
  const office = useOffice();
  const footage = useFootageDesk();
  const [round, setRound] = createSignal<Round>();
  const check = (medium: MediumId): void => {
    setRound({ medium, job: footage.check(medium, [props.recording.id]) });
  };
  const medium = (id: MediumId): MediumRecord | undefined =>
    props.names.registers().media.find((record) => record.id === id);
  return (
    <Sheet
      title={T.heading}
      low
      bare
      sub={copiesSum(props.recording)}
      aside={<Show when={props.recording.buffered}>{<a href="/store">{T.store}</a>}</Show>}
    >
      <Show when={props.recording.copies.length > 0 || props.recording.buffered}>
        <Table name={T.heading}>
          <tbody class={styles.copies}>
            <For each={props.recording.copies}>
              {(copy) => (
                <CopyLine
                  copy={copy}
                  label={props.names.medium(copy.medium)}
                  where={whereOf(medium(copy.medium), props.names)}
                  onCheck={() => check(copy.medium)}
                />
              )}
            </For>
            <Show when={props.recording.buffered}>
              <tr>
                <td>{T.buffer}</td>
                <td colspan={4}>{T.bufferWords}</td>
              </tr>
            </Show>
          </tbody>
        </Table>
      </Show>
      <Show when={round()}>
        {(now) => (
          <div class={styles.panel}>
            <CopyCheckPanel
              medium={props.names.medium(now().medium)}
              job={now().job.job()}
              nowMs={fromInstant(office.now())}
              nameOf={() => recordingName(props.recording)}
              onStop={() => now().job.stop()}
              onConnect={async () => {
                const connected = await footage.connectMedium(now().medium);
                return connected.ok ? undefined : STORE.refusal[connected.refusal.code];
              }}
              onAgain={() => check(now().medium)}
              onClose={() => setRound(undefined)}
            />
          </div>
        )}
      </Show>
    </Sheet>
  );
}

const whereOf = (medium: MediumRecord | undefined, names: Names): string => {
  const keeper = medium?.keeper ?? null;
  return T.where(medium?.place ?? '', keeper === null ? '' : names.person(keeper));
};

interface CopyLineProps {
  readonly copy: RecordingCopy;
  readonly label: string;
  readonly where: string;
  readonly onCheck: () => void;
}

function CopyLine(props: CopyLineProps): JSX.Element {
  const footage = useFootageDesk();
  const state = (): string => STORE.state[footage.media()[props.copy.medium] ?? 'never'];
  return (
    <tr>
      <td class={styles.medium}>{props.label}</td>
      <td>{[props.where, state()].filter((part) => part !== '').join(RECORD.copies.join)}</td>
      <td>
        <time datetime={props.copy.lastCheck.at} title={timeInTable(props.copy.lastCheck.at)}>
          {timeWithoutYear(props.copy.lastCheck.at)}
        </time>
      </td>
      <td>
        <Tag tone={props.copy.lastCheck.result === 'same' ? 'good' : 'wait'}>
          {CHECK_RESULT[props.copy.lastCheck.result]}
        </Tag>
      </td>
      <td class={styles.end}>
        <Button size="s" name={T.checkOf(props.label)} onPress={props.onCheck}>
          {T.check}
        </Button>
      </td>
    </tr>
  );
}
