import { createResource, createSignal, type JSX, Show } from 'solid-js';
import { fromBase64url } from '../../../base/base64url.ts';
import { toHex } from '../../../base/hex.ts';
import { subjectOf } from '../../../domain/subject.ts';
import type { FormStamp, PrintMark } from '../../../forms/form-cell.ts';
import type { FormRequest } from '../../../forms/form-request.ts';
import { shortCode } from '../../../ledger/witness.ts';
import { EXAMINATION } from '../../../text/examination.ts';
import { formName, PRINT } from '../../../text/printing.ts';
import { RULE } from '../../../text/refusals.ts';
import { SYNC } from '../../../text/sync.ts';
import { timeInTable } from '../../../text/times.ts';
import { WITNESS } from '../../../text/witness.ts';
import type { BookExamination } from '../../../usecases/examine-book.ts';
import { logPrint, printsSoFar } from '../../../usecases/print-form.ts';
import { recordLog } from '../../../usecases/record-log.ts';
import { attempt } from '../../kit/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { FormPreview } from '../../kit/FormPreview.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { bookCareHref } from '../../live/book-care.ts';
import { createNames } from '../../live/names.ts';
import { isDemonstration, useOffice, useSeat } from '../../live/office.ts';
import { Page } from '../../shell/Page.tsx';
import { f17Data } from './examine-view.ts';

/** F17, of the examination that was made in this window. */
export default function ReportPage(): JSX.Element {
  const { examining } = useOffice();
  const done = (): BookExamination | undefined => {
    const now = examining.state();
    return now.kind === 'done' ? now.examination : undefined;
  };
  const crumbs = [{ words: EXAMINATION.title, href: bookCareHref('examine') }];
  return (
    <Page title={formName('F17')} crumbs={crumbs} density="compact">
      <Show
        when={done()}
        fallback={
          <Sheet bare>
            <Empty title={EXAMINATION.none} words={EXAMINATION.reportNone} />
          </Sheet>
        }
      >
        {(examination) => <Report examination={examination()} />}
      </Show>
    </Page>
  );
}

function Report(props: { readonly examination: BookExamination }): JSX.Element {
  const office = useOffice();
  const { desk } = office;
  const seat = useSeat();
  const names = createNames();
  const [trouble, setTrouble] = createSignal<string>();
  const [printed, setPrinted] = createSignal<{ readonly mark: PrintMark; readonly stamp: FormStamp } | null>(null);
  const subject = subjectOf('bureau', desk.book.bureau);
  const [times] = createResource(() => printsSoFar(desk, subject, 'F17'));
  const station = () => {
    const own = names.registers().stations.find(({ id }) => id === desk.station.station);
    return SYNC.station(own?.code ?? desk.station.code, own?.name ?? '');
  };
  const [witness] = createResource(async () => {
    const last = (await desk.records.get('checkpoints', desk.station.station))?.checkpoints.at(-1);
    return last ?? null;
  });
  const form = (): FormRequest => {
    const last = witness() ?? null;
    const now = printed();
    return {
      kind: 'F17',
      data: f17Data(props.examination, {
        bureau: names.registers().bureau?.name ?? '',
        station: station(),
        witness:
          last === null
            ? null
            : WITNESS.printed(shortCode(last.root), station(), timeInTable(last.signed.at), last.entries),
        stamp: now?.stamp ?? null,
        print: now?.mark ?? { printedAt: desk.now(), times: (times() ?? 0) + 1 },
      }),
    };
  };
  /** The print is signed first: a reprint says so, and the sheet stands on the entry. */
  const sign = async (): Promise<FormRequest | null> => {
    let count = 0;
    const words = await attempt(
      async () => {
        const signed = await logPrint(desk, seat(), { form: 'F17', subject, recordings: [] });
        if (signed.ok) count = signed.value;
        return signed;
      },
      (refusal) => RULE[refusal.rule],
    );
    setTrouble(words);
    if (words !== undefined) return null;
    const own = (await recordLog(desk, subject)).filter(
      ({ kind, keyId }) => kind === 'form-printed' && keyId === seat().signer.keyId,
    );
    const last = own.at(-1);
    if (last === undefined) return null;
    const stamp = { recordId: last.id, sha256: toHex(fromBase64url(last.id)), signerKeyId: last.keyId };
    setPrinted({ mark: { printedAt: desk.now(), times: count }, stamp });
    return form();
  };
  return (
    <>
      <Show when={trouble()}>
        {(words) => (
          <Note tone="wait" title={PRINT.notLogged}>
            {words()}
          </Note>
        )}
      </Show>
      <FormPreview
        form={form()}
        name={formName('F17')}
        beforePrint={sign}
        fictional={isDemonstration(office)}
        acts={<Button href={bookCareHref('examine')}>{PRINT.back}</Button>}
      />
    </>
  );
}
