import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { emptyCourse, type NonRecordingReport } from '../../../domain/course-records.ts';
import { DESK } from '../../../text/activity-desk.ts';
import { NON_RECORDING_GROUND } from '../../../text/findings.ts';
import { timeInTable } from '../../../text/times.ts';
import { Button } from '../../kit/Button.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Article } from '../../kit/Words.tsx';
import { useSeat } from '../../live/office.ts';
import styles from './Activities.module.css';
import { type DeskPart, isOfficerOf } from './desk-acts.ts';
import { AcknowledgeNonRecording, ReportNonRecording } from './NonRecordingDialogs.tsx';
import { reportFacts } from './non-recording-view.ts';

const T = DESK.nonRecording;

/** Art. 7: what was not recorded, on which ground; the work record goes to the supervising leader. */
export function NonRecordingSheet(props: DeskPart): JSX.Element {
  const seat = useSeat();
  const [asked, setAsked] = createSignal<'report' | 'acknowledge'>();
  const course = createMemo(() => props.judged.records.course ?? emptyCourse(props.judged.records.activity.id));
  const report = (): NonRecordingReport | null => course().nonRecordingReport;
  const finished = (): boolean => props.judged.records.activity.finished !== null;
  const leads = (): boolean => report()?.to === seat().person;
  const close = (): void => {
    setAsked(undefined);
  };
  return (
    <Sheet low title={T.heading} aside={<Article article={7} />}>
      <Stack>
        <Show when={report()} fallback={<Declared {...props} />}>
          {(known) => <Facts small facts={reportFacts(known(), props.naming)} />}
        </Show>
        <Line>
          <Show when={isOfficerOf(props, seat().record)}>
            <Button
              size="s"
              opens="dialog"
              cannot={finished() ? undefined : T.notFinished}
              onPress={() => setAsked('report')}
            >
              {report() === null ? T.write : T.rewrite}
            </Button>
          </Show>
          <Show when={leads()}>
            <Button size="s" opens="dialog" onPress={() => setAsked('acknowledge')}>
              {T.acknowledge}
            </Button>
          </Show>
        </Line>
      </Stack>
      <Show when={asked() === 'report'}>
        <ReportNonRecording {...props} onClose={close} />
      </Show>
      <Show when={asked() === 'acknowledge'}>
        <AcknowledgeNonRecording {...props} course={course()} onClose={close} />
      </Show>
    </Sheet>
  );
}

function Declared(props: DeskPart): JSX.Element {
  const declared = () => props.judged.records.course?.notRecorded ?? null;
  return (
    <Show when={declared()} fallback={<p class={styles.small}>{T.none}</p>}>
      {(one) => (
        <p class={styles.small}>
          {T.declared(NON_RECORDING_GROUND[one().ground], timeInTable(one().signed.at))}
          <br />
          {T.missingReport}
        </p>
      )}
    </Show>
  );
}
