import { createMemo, createResource, createSignal, For, type JSX, Show } from 'solid-js';
import type { ReviewSampleRecord } from '../../../domain/office-records.ts';
import { REGISTER } from '../../../text/register.ts';
import { SAMPLE } from '../../../text/sample.ts';
import { timeInTable } from '../../../text/times.ts';
import { drawnAgain } from '../../../usecases/draw-review-sample.ts';
import { Button } from '../../kit/Button.tsx';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Sub } from '../../kit/Words.tsx';
import { createNames, type Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { DrawDialog } from './DrawDialog.tsx';
import { drawingRoles, recordingName, samplesNewestFirst, unitOf } from './sample-view.ts';

const CRUMBS = [{ words: REGISTER.title, href: '/register' }];

/** /register/sample: what was drawn for review, month by month, and the seed that draws it again. */
export default function SamplePage(): JSX.Element {
  const seat = useSeat();
  const names = createNames();
  const [drawing, setDrawing] = createSignal(false);
  const watched = createWatched(
    () => null,
    (model) => model.all('reviewSample'),
  );
  const samples = createMemo(() => samplesNewestFirst(watched() ?? []));
  const cannot = () => (drawingRoles(seat().record).length > 0 ? undefined : SAMPLE.role);
  return (
    <Page
      title={SAMPLE.title}
      purpose={SAMPLE.purpose}
      crumbs={CRUMBS}
      density="compact"
      actions={
        <Button look="primary" opens="dialog" cannot={cannot()} reasonAt="before" onPress={() => setDrawing(true)}>
          {SAMPLE.draw}
        </Button>
      }
    >
      <Show when={watched.fault()}>{(error) => <CannotRead error={error()} />}</Show>
      <Show when={watched() !== undefined && samples().length === 0}>
        <Empty title={SAMPLE.none} words={SAMPLE.noneWhy} />
      </Show>
      <Show when={samples().length > 0}>
        <Note title={SAMPLE.access} />
        <Stack>
          <For each={samples()}>{(sample) => <One sample={sample} names={names} />}</For>
        </Stack>
      </Show>
      <Show when={drawing()}>
        <DrawDialog names={names} onClose={() => setDrawing(false)} />
      </Show>
    </Page>
  );
}

function One(props: { readonly sample: ReviewSampleRecord; readonly names: Names }): JSX.Element {
  const office = useOffice();
  const { sample } = props;
  const unit = unitOf(sample);
  const whose = () => (unit === null ? SAMPLE.who[sample.role] : props.names.division(unit));
  const drawer = () => (sample.drawn.by.kind === 'person' ? props.names.person(sample.drawn.by.person) : '');
  const recordings = createWatched(
    () => sample.recordings,
    (model, ids) => model.getMany('recording', ids),
  );
  const [again, setAgain] = createSignal(false);
  const [outcome] = createResource(
    () => again() && sample,
    (asked) => drawnAgain(office.desk.records, asked, unit),
  );
  return (
    <Sheet title={SAMPLE.line(sample.month, whose())} sub={SAMPLE.counts(sample.recordings.length, sample.of)}>
      <Facts
        facts={[
          {
            term: SAMPLE.list,
            detail: (
              <Line>
                <For each={recordings()}>
                  {(recording) => <a href={`/register/${recording.id}`}>{recordingName(recording)}</a>}
                </For>
              </Line>
            ),
          },
          {
            term: SAMPLE.seed,
            detail: (
              <>
                {sample.seed} <Sub>{SAMPLE.seedWhy}</Sub>
              </>
            ),
            mono: true,
          },
          {
            term: SAMPLE.again,
            detail: (
              <Show
                when={outcome()}
                fallback={
                  <Button size="s" onPress={() => setAgain(true)}>
                    {SAMPLE.again}
                  </Button>
                }
              >
                {(now) => <span role="status">{SAMPLE.outcome[now()]}</span>}
              </Show>
            ),
          },
        ]}
      />
      <Sub>{SAMPLE.drawn(drawer(), timeInTable(sample.drawn.at))}</Sub>
    </Sheet>
  );
}
