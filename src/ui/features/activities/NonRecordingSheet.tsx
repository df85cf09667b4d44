import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { emptyCourse, type NonRecordingReport } from '../../../domain/course-records.ts';
import { DESK } from '../../../text/activity-desk.ts';
import { NON_RECORDING_GROUND } from '../../../text/findings.ts';
import { timeInTable } from '../../../text/times.ts';
import { Button } from '../../kit/Button.tsx';
import { type Fact, Facts } from '../../kit/Facts.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Article } from '../../kit/Words.tsx';
import { useSeat } from '../../live/office.ts';
import styles from './Activities.module.css';
import type { Naming } from './activities-view.ts';
import { type DeskPart, isOfficerOf } from './desk-acts.ts';
import { signerOf } from './gaps-view.ts';
import { AcknowledgeNonRecording, ReportNonRecording } from './NonRecordingDialogs.tsx';

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

export function reportFacts(report: NonRecordingReport, naming: Naming): readonly Fact[] {
  const { acknowledged: word, part } = report;
  const leader = naming.person(report.to);
  const seen = word === null ? T.waiting(leader) : T.acknowledged(signerOf(word, naming), timeInTable(word.at));
  return [
    { term: T.ground, detail: NON_RECORDING_GROUND[report.ground] },
    { term: T.part, detail: part === null ? T.whole : T.stretch(timeInTable(part.from), timeInTable(part.to)) },
    { term: T.reason, detail: report.reason ?? T.elsewhere },
    { term: T.basis, detail: report.basis ?? T.elsewhere },
    ...(report.alternative === null ? [] : [{ term: T.alternative, detail: report.alternative }]),
    { term: T.prepared, detail: T.preparedBy(signerOf(report.signed, naming), timeInTable(report.signed.at)) },
    { term: T.to, detail: word?.sufficient === false ? T.insufficient(word.remark ?? T.elsewhere) : seen },
  ];
}
