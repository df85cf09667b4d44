import type { NonRecordingReport } from '../../../domain/course-records.ts';
import { DESK } from '../../../text/activity-desk.ts';
import { NON_RECORDING_GROUND } from '../../../text/findings.ts';
import { timeInTable } from '../../../text/times.ts';
import type { Fact } from '../../kit/Facts.tsx';
import type { Naming } from './activities-view.ts';
import { signerOf } from './gaps-view.ts';

const T = DESK.nonRecording;

/** The work record of Art. 7, line by line; details that are not here are said to be elsewhere. */
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
