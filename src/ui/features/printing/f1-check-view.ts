import type { CourseRecord, FootageMoment, StepMark } from '../../../domain/course-records.ts';
import { formatNumber } from '../../../domain/numbering.ts';
import { offListStepId } from '../../../domain/off-list-step.ts';
import type { OffListTemplate } from '../../../domain/office-records.ts';
import type { FormStamp, PrintMark } from '../../../forms/form-cell.ts';
import type {
  CheckedState,
  F1CheckData,
  F1CheckElement,
  F1CheckRow,
  F1CheckStated,
} from '../../../forms/form-request.ts';
import { matterByRow } from '../../../regulation/checklist.ts';
import { contentElements } from '../../../regulation/content.ts';
import { type ChecklistStep, stepsOfRow } from '../../../regulation/steps.ts';
import { NOTICE_EXCEPTION } from '../../../text/course.ts';
import { CONTENT_ELEMENT } from '../../../text/findings.ts';
import { MATTER } from '../../../text/matter.ts';
import { CELL } from '../../../text/printing.ts';
import { clockMinutes, lengthInCell, timeInTable } from '../../../text/times.ts';
import { type ActivityRecords, stands } from '../../../usecases/facts-of.ts';
import { standingMarks } from '../../../usecases/steps-to-show.ts';
import { hasMatterForm, type Row } from '../../kit/matter-view.ts';
import { itemWords, statedOf, statementWords, typedWords } from '../../kit/matter-words.ts';
import { recordingNo } from './f7-view.ts';
import { type FormNames, listed, mattersCell } from './form-names.ts';

/** F1 per activity: what each step's marks say. Before the activity has ended nothing is called missing: the pen may still fill it. */
export function f1CheckData(
  records: ActivityRecords,
  stamp: FormStamp | null,
  names: FormNames,
  print: PrintMark,
  template: OffListTemplate | null = null,
): F1CheckData {
  const { activity, course } = records;
  return {
    bureau: names.bureau,
    no: formatNumber(activity.no),
    title: activity.title ?? '',
    matters: mattersCell(activity),
    date: activity.arrived?.at ?? activity.plannedAt ?? '',
    place: activity.place ?? '',
    party: activity.party ?? '',
    officers: listed(activity.officers.map((id) => officerCell(names.person(id), names.certificateOf(id)))),
    devices: listed(activity.devices.map(names.device)),
    arrivedAt: activity.arrived?.at ?? '',
    endedAt: activity.finished?.at ?? '',
    rows:
      activity.matters.length > 0
        ? activity.matters.flatMap((row) => matterRows(row, records))
        : offListRows(template, records),
    stated: statedCells(activity.matters, course, names),
    notice: noticeCell(records),
    violationFound: course?.content?.violationFound ?? null,
    elements: elementCells(records),
    attested: course?.content == null ? null : names.signature(course.content.signed),
    stamp,
    print,
  };
}

export const officerCell = (name: string, certificateNo: string | null): string =>
  name !== '' && certificateNo !== null ? CELL.withCertificate(name, certificateNo) : name;

/** What the list does not cover has the bureau's own steps, marked as those of the list are. */
function offListRows(
  template: OffListTemplate | null,
  { activity, course, recordings }: ActivityRecords,
): readonly F1CheckRow[] {
  if (template === null) return [];
  return (template.steps ?? []).map(({ wording, required }, index) => {
    const own = standingMarks(course, offListStepId({ template: template.published.entry, no: index + 1 }));
    const shown = own.filter(({ state }) => state === 'done');
    const unmarked = activity.finished !== null && required ? 'missing' : '';
    const state: CheckedState = shown.length > 0 ? 'done' : (own[0]?.state ?? unmarked);
    return {
      no: CELL.offListNo(index + 1),
      matter: template.title ?? '',
      step: required ? wording : CELL.ifHappened(wording),
      ...footageCells(shown, state, recordings),
      state,
      remark: listed(own.map(({ reason }) => reason ?? '')),
    };
  });
}

function matterRows(row: number, { activity, course, recordings }: ActivityRecords): readonly F1CheckRow[] {
  const matter = matterByRow(row)?.cells.matter.normalized ?? '';
  const marks = (course?.steps ?? []).filter(stands);
  const items = course?.matter.preservation?.items ?? [];
  const steps = stepsOfRow(row);
  const groupShown = steps.some((step) => step.kind === 'oneOrMore' && marks.some((mark) => mark.step === step.id));
  return steps.flatMap((step, index) => {
    const asked = step.perItem && items.length > 0 ? items : [null];
    return asked.map((item): F1CheckRow => {
      const own = marks.filter((mark) => mark.step === step.id && (item === null || mark.item === item));
      const shown = own.filter(({ state }) => state === 'done');
      const unmarked = activity.finished === null ? '' : unmarkedState(step, groupShown);
      const state: CheckedState = shown.length > 0 ? 'done' : (own[0]?.state ?? unmarked);
      return {
        no: `${row}-${index + 1}`,
        matter,
        step: item === null ? step.wording : CELL.stepOfItem(step.wording, item),
        ...footageCells(shown, state, recordings),
        state,
        remark: listed(own.map(({ reason }) => reason ?? '')),
      };
    });
  });
}

/** A row that asks more than steps and of which nothing was stated leaves its cell to the pen. */
function statedCells(
  matters: readonly number[],
  course: CourseRecord | null,
  names: FormNames,
): readonly F1CheckStated[] {
  return matters.filter(hasMatterForm).flatMap((row) => {
    const matter = matterByRow(row)?.cells.matter.normalized ?? '';
    const said = course?.matterLines?.find((one) => one.row === row);
    const by = said?.signed.by;
    const signed =
      said === undefined || by?.kind !== 'person' ? '' : `${names.person(by.person)}\n${timeInTable(said.signed.at)}`;
    const first: F1CheckStated = { no: `${row}`, matter, text: statedWords(row, course, names), signed };
    const items = row === 4 ? itemWords(course) : [];
    return [first, ...items.map((text) => ({ no: `${row}`, matter, text, signed }))];
  });
}

function statedWords(row: Row, course: CourseRecord | null, names: FormNames): string {
  const statement = statedOf(row, course);
  if (statement === null) return '';
  const typed = typedWords(row, course);
  const facts = statement.row === 1 || statement.row === 2 ? [] : [statementWords(statement, names.person)];
  const words = typed === null ? [MATTER.elsewhere] : typed.length === 0 ? [] : [typed.join(MATTER.join)];
  return [...facts, ...words].join('\n');
}

/** Conditional steps and a group of which one has come leave the box to the pen. */
const unmarkedState = ({ kind, deferred }: ChecklistStep, groupShown: boolean): CheckedState => {
  if (kind === 'conditional' || (kind === 'oneOrMore' && groupShown)) return '';
  return deferred ? 'deferred' : 'missing';
};

function footageCells(
  shown: readonly StepMark[],
  state: CheckedState,
  recordings: ActivityRecords['recordings'],
): Pick<F1CheckRow, 'recordings' | 'timeCodes'> {
  if (state === 'notHappened') return { recordings: null, timeCodes: null };
  const lines = shown.map(({ footage, signed }) =>
    footage === null
      ? ([CELL.pressedOnSite, clockMinutes(signed.at)] as const)
      : ([numberOf(footage, recordings), lengthInCell(footage.sec * 1000)] as const),
  );
  return { recordings: lines.map(([no]) => no).join('\n'), timeCodes: lines.map(([, code]) => code).join('\n') };
}

/** The recording's number, or the beginning of its digest where it has none. */
export const numberOf = ({ recording }: FootageMoment, recordings: ActivityRecords['recordings']): string => {
  const found = recordings.find(({ id }) => id === recording);
  return (found === undefined ? null : recordingNo(found)) ?? recording.slice(0, 16);
};

export const footageCell = (footage: FootageMoment, recordings: ActivityRecords['recordings']): string =>
  CELL.footage(numberOf(footage, recordings), lengthInCell(footage.sec * 1000));

function noticeCell({ activity, course, recordings }: ActivityRecords): F1CheckData['notice'] {
  const located = course?.locatedNotices.filter(stands).at(-1);
  const { noticed } = activity;
  if (located !== undefined) {
    return { text: noticed?.text ?? '', where: footageCell(located.footage, recordings) };
  }
  if (noticed !== null) return { text: noticed.text ?? '', where: CELL.noticed(clockMinutes(noticed.at)) };
  const exception = course?.noticeException ?? null;
  if (exception === null) return { text: '', where: '' };
  return { text: CELL.noNotice(NOTICE_EXCEPTION[exception.ground], exception.text ?? ''), where: null };
}

function elementCells({ course, recordings }: ActivityRecords): readonly F1CheckElement[] {
  const content: CourseRecord['content'] = course?.content ?? null;
  return contentElements(content?.violationFound ?? false).map((element) => {
    const said = content?.elements.find((one) => one.element === element);
    const where = said === undefined ? '' : said.footage === null ? null : footageCell(said.footage, recordings);
    return { element: CONTENT_ELEMENT[element], where, remark: said?.reason ?? '' };
  });
}
