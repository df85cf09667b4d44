import { createEffect, For, type JSX, Match, on, Show, Switch } from 'solid-js';
import { EXAMINATION_GRADE, type ExaminationFinding } from '../../../ledger/examined.ts';
import { EXAMINATION, EXAMINATION_FINDING, EXAMINATION_STAGE } from '../../../text/examination.ts';
import { faultWords } from '../../../text/faults.ts';
import { BOOK_CARE } from '../../../text/pages.ts';
import { commas, percent, timeWithSeconds } from '../../../text/times.ts';
import type { BookExamination } from '../../../usecases/examine-book.ts';
import { announce } from '../../kit/announce.ts';
import { Button } from '../../kit/Button.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { Gauge } from '../../kit/Gauge.tsx';
import { Line, Stack, Table } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet, SheetBody } from '../../kit/Sheet.tsx';
import { SubNav } from '../../kit/SubNav.tsx';
import { Trouble } from '../../kit/Trouble.tsx';
import { Mono, Tag } from '../../kit/Words.tsx';
import { bookCareHref, createBookCareLinks } from '../../live/book-care.ts';
import type { ExaminationState } from '../../live/examining.ts';
import { useOffice } from '../../live/office.ts';
import { Page } from '../../shell/Page.tsx';
import { classLines, fractionOf, inWeight, shortEntry } from './examine-view.ts';

type At<K extends ExaminationState['kind']> = Extract<ExaminationState, { kind: K }>;

/** 核验: the whole book looked at anew, on demand. It goes on while the page is left, and changes nothing. */
export default function ExaminePage(): JSX.Element {
  const { examining } = useOffice();
  const links = createBookCareLinks();
  const at = <K extends ExaminationState['kind']>(kind: K): At<K> | undefined => {
    const now = examining.state();
    return now.kind === kind ? (now as At<K>) : undefined;
  };
  createEffect(
    on(
      () => at('done')?.examination,
      (done) => done !== undefined && announce(done.sound ? EXAMINATION.sound : EXAMINATION.unsound),
      { defer: true },
    ),
  );
  const running = () => at('running') !== undefined;
  return (
    <Page
      title={EXAMINATION.title}
      purpose={EXAMINATION.purpose}
      actions={
        <>
          <Show when={at('done')}>
            <Button href="/examine/report">{EXAMINATION.report}</Button>
          </Show>
          <Show
            when={running()}
            fallback={
              <Button look="primary" onPress={examining.start}>
                {at('none') === undefined ? EXAMINATION.again : EXAMINATION.start}
              </Button>
            }
          >
            <Button onPress={examining.stop}>{EXAMINATION.stop}</Button>
          </Show>
        </>
      }
    >
      <SubNav name={BOOK_CARE.examine} items={links()} current={bookCareHref('examine')} />
      <Switch>
        <Match when={at('none')}>
          <Sheet bare>
            <Empty title={EXAMINATION.none} words={EXAMINATION.noneWhy} />
          </Sheet>
        </Match>
        <Match when={at('running')}>{(now) => <Running state={now()} />}</Match>
        <Match when={at('stopped')}>
          <Note title={EXAMINATION.stopped}>{EXAMINATION.stoppedWhy}</Note>
        </Match>
        <Match when={at('failed')}>
          {(now) => <Trouble {...faultWords(now().code)} code={now().code} facts={{}} />}
        </Match>
        <Match when={at('done')}>{(now) => <Result examination={now().examination} />}</Match>
      </Switch>
    </Page>
  );
}

function Running(props: { readonly state: At<'running'> }): JSX.Element {
  const fraction = () => fractionOf(props.state.progress);
  return (
    <Sheet title={EXAMINATION.running}>
      <Stack>
        <Line>
          <b>{percent(fraction())}</b>
          <Show when={props.state.progress} fallback={EXAMINATION.reading}>
            {(progress) => EXAMINATION.at(EXAMINATION_STAGE[progress().stage], progress().done, progress().total)}
          </Show>
        </Line>
        <Gauge name={EXAMINATION.running} value={fraction()} size="l" />
        <p>{EXAMINATION.runningWhy}</p>
      </Stack>
    </Sheet>
  );
}

function Result(props: { readonly examination: BookExamination }): JSX.Element {
  const { entries } = props.examination;
  return (
    <>
      <Note
        tone={props.examination.sound ? 'plain' : 'wait'}
        title={props.examination.sound ? EXAMINATION.sound : EXAMINATION.unsound}
      >
        {EXAMINATION.looked(entries, timeWithSeconds(props.examination.endedAt))}
        {EXAMINATION.limits}
      </Note>
      <Classes examination={props.examination} />
      <Show when={props.examination.findings.length > 0}>
        <FindingList findings={inWeight(props.examination.findings)} />
      </Show>
    </>
  );
}

function Classes(props: { readonly examination: BookExamination }): JSX.Element {
  return (
    <Sheet title={EXAMINATION.classes} bare>
      <Table name={EXAMINATION.classes}>
        <thead>
          <tr>
            <th>{EXAMINATION.classColumns.name}</th>
            <th>{EXAMINATION.classColumns.result}</th>
            <th>{EXAMINATION.classColumns.looked}</th>
          </tr>
        </thead>
        <tbody>
          <For each={classLines(props.examination)}>
            {(line) => (
              <tr>
                <td>{line.name}</td>
                <td>
                  <Tag tone={line.sound ? 'good' : 'wait'}>{line.sound ? EXAMINATION.fits : EXAMINATION.fitsNot}</Tag>
                </td>
                <td>{line.words}</td>
              </tr>
            )}
          </For>
        </tbody>
      </Table>
    </Sheet>
  );
}

function FindingList(props: { readonly findings: readonly ExaminationFinding[] }): JSX.Element {
  return (
    <For each={props.findings}>
      {({ code, count, entries }) => (
        <Sheet
          low
          waits={EXAMINATION_GRADE[code] === 'unsound'}
          title={EXAMINATION_FINDING[code].title}
          sub={EXAMINATION.times(count)}
          bare
        >
          <SheetBody>
            <Facts
              facts={[
                { term: EXAMINATION.means, detail: EXAMINATION_FINDING[code].meaning },
                ...(entries.length === 0
                  ? []
                  : [
                      {
                        term: EXAMINATION.firstOf(Math.min(entries.length, count), commas(count)),
                        detail: <Mono>{entries.map(shortEntry).join(' ')}</Mono>,
                      },
                    ]),
              ]}
            />
          </SheetBody>
        </Sheet>
      )}
    </For>
  );
}
