import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { capturedAt } from '../../../domain/capture-time.ts';
import type { MediaFacts } from '../../../domain/media-facts.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import { CAMERA } from '../../../text/camera.ts';
import { INTAKE } from '../../../text/intake.ts';
import { MEDIA_TYPE, UNLINKED_REASON } from '../../../text/nouns.ts';
import { lengthInCell, NOT_APPLICABLE, size, timeInTable, UNKNOWN } from '../../../text/times.ts';
import type { IntakePlan } from '../../../usecases/plan-intake.ts';
import { Button } from '../../kit/Button.tsx';
import { type Column, DataTable } from '../../kit/DataTable.tsx';
import { FileName } from '../../kit/FileName.tsx';
import { Note } from '../../kit/Note.tsx';
import { type Choice, Select, SelectBox } from '../../kit/Select.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Glimpse, type GlimpseProps } from './Glimpse.tsx';
import styles from './intake.module.css';
import {
  activityChoices,
  countStanding,
  type PlaceValue,
  type PlanLine,
  planLines,
  preselected,
  tooLarge,
  withSeen,
} from './intake-view.ts';
import type { SerialWarning } from './serial-view.ts';

export interface PlanStepProps {
  readonly plan: IntakePlan;
  readonly warnings: readonly SerialWarning[];
  /** What the buffer of this PC can still take; null where nobody knows. */
  readonly freeBytes: number | null;
  readonly activities: readonly ActivityRecord[];
  readonly preview: GlimpseProps['preview'];
  readonly onBegin: (lines: readonly PlanLine[]) => Promise<void>;
  readonly onBack: () => void;
}

const reasons: readonly Choice<PlaceValue>[] = (['pending', 'deviceTest', 'accidental', 'irrelevant'] as const).map(
  (reason) => ({ value: reason, label: UNLINKED_REASON[reason] }),
);

/** What a line says of its file; where the list had nothing, what the look at its ends gave. */
type FactsOf = (line: PlanLine) => MediaFacts;

const length = ({ durationMs }: MediaFacts): string =>
  durationMs === null ? NOT_APPLICABLE : lengthInCell(durationMs);

const captured = ({ capturedAtRaw }: MediaFacts): string => {
  const at = capturedAt(capturedAtRaw);
  return at === null ? UNKNOWN : timeInTable(at);
};

/** What is on the source and where each file shall go: proposed by device and time, the operator has the last word. */
export function PlanStep(props: PlanStepProps): JSX.Element {
  const [places, setPlaces] = createSignal<ReadonlyMap<string, PlaceValue>>(new Map());
  const proposed = createMemo(() => planLines(props.plan));
  const lines = createMemo(() => proposed().map((line) => ({ ...line, place: places().get(line.id) ?? line.place })));
  const [selected, setSelected] = createSignal(preselected(planLines(props.plan)));
  const chosen = createMemo(() => lines().filter((line) => selected().has(line.id)));
  const choices = createMemo((): readonly Choice<PlaceValue>[] => [...activityChoices(props.activities), ...reasons]);
  const unplaced = () => chosen().filter((line) => line.place === 'pending').length;
  const put = (ids: readonly string[], place: PlaceValue) =>
    setPlaces((now) => new Map([...now, ...ids.map((id) => [id, place] as const)]));

  const [seen, setSeen] = createSignal<ReadonlyMap<string, MediaFacts>>(new Map());
  const columns = createMemo(() =>
    planColumns(choices(), put, {
      of: (line) => withSeen(line.planned.facts, seen().get(line.id)),
      preview: (item, signal) => props.preview(item, signal),
      onFacts: (line, facts) => setSeen((now) => new Map([...now, [line.id, facts]])),
    }),
  );

  return (
    <Sheet
      title={INTAKE.steps.place}
      sub={INTAKE.found(
        countStanding(props.plan, 'new'),
        countStanding(props.plan, 'known'),
        countStanding(props.plan, 'not-media'),
      )}
      bare
      fill
      catchesFocus
    >
      <div class={styles.head}>
        <div class={styles.grow}>
          <Select
            id="all-to"
            label={INTAKE.allTo}
            value=""
            none={INTAKE.allToChoose}
            choices={activityChoices(props.activities)}
            onChange={(place) =>
              place !== '' &&
              put(
                chosen().map((line) => line.id),
                place,
              )
            }
          />
        </div>
        <Button look="quiet" onPress={() => props.onBack()}>
          {INTAKE.back}
        </Button>
        <Button
          look="primary"
          cannot={chosen().length === 0 ? INTAKE.beginNone : undefined}
          onPress={() => props.onBegin(chosen())}
        >
          {INTAKE.begin(chosen().length)}
        </Button>
      </div>
      <For each={props.warnings}>
        {({ title, words }) => (
          <div class={styles.head}>
            <Note tone="wait" title={title}>
              {words}
            </Note>
          </div>
        )}
      </For>
      <TooLarge words={tooLarge(chosen(), props.freeBytes)} />
      <Show when={unplaced() > 0}>
        <p class={styles.head}>
          <b>{INTAKE.unplaced(unplaced())}</b> {INTAKE.unplacedWhy}
        </p>
      </Show>
      <DataTable
        name={INTAKE.filesLabel}
        rows={lines()}
        columns={columns()}
        rowId={(line) => line.id}
        rowName={(line) => line.planned.item.name}
        selected={selected()}
        onSelect={setSelected}
        waits={(line) => selected().has(line.id) && line.place === 'pending'}
        minWidth="60rem"
      />
    </Sheet>
  );
}

function TooLarge(props: { readonly words: string | undefined }): JSX.Element {
  return (
    <Show when={props.words}>
      {(words) => (
        <div class={styles.head}>
          <Note tone="wait" title={words()} act={<Button href="/store">{INTAKE.goStore}</Button>}>
            {INTAKE.tooLargeWhy}
          </Note>
        </div>
      )}
    </Show>
  );
}

interface SeenFacts {
  readonly of: FactsOf;
  readonly preview: GlimpseProps['preview'];
  readonly onFacts: (line: PlanLine, facts: MediaFacts) => void;
}

/** `put` moves a file to another place. */
const planColumns = (
  choices: readonly Choice<PlaceValue>[],
  put: (ids: readonly string[], place: PlaceValue) => void,
  facts: SeenFacts,
): readonly Column<PlanLine>[] => [
  ...fileColumns(facts),
  {
    id: 'place',
    head: INTAKE.columns.place,
    width: 'min(13rem, 44vw)',
    cell: (line) => (
      <SelectBox
        name={`${INTAKE.columns.place} ${line.planned.item.name}`}
        value={line.place}
        choices={choices}
        none={INTAKE.noPlace}
        onChange={(place) => put([line.id], place === '' ? 'pending' : place)}
      />
    ),
  },
  { id: 'standing', head: '', width: '5rem', cell: (line) => INTAKE.standing[line.planned.standing], onlyWide: true },
];

/** What the source and the file say. */
const fileColumns = ({ of, preview, onFacts }: SeenFacts): readonly Column<PlanLine>[] => [
  {
    id: 'picture',
    head: CAMERA.picture,
    width: '5rem',
    onlyWide: true,
    cell: (line) => <Glimpse item={line.planned.item} preview={preview} onFacts={(found) => onFacts(line, found)} />,
  },
  {
    id: 'name',
    head: INTAKE.columns.name,
    mono: true,
    cell: (line) => <FileName path={line.planned.item.path} />,
    title: (line) => line.planned.item.path,
  },
  {
    id: 'type',
    head: INTAKE.columns.type,
    width: '5.5rem',
    cell: (line) => MEDIA_TYPE[line.planned.facts.mediaType],
    onlyWide: true,
  },
  {
    id: 'captured',
    head: INTAKE.columns.captured,
    width: '9.5rem',
    cell: (line) => captured(of(line)),
    onlyWide: true,
  },
  {
    id: 'length',
    head: INTAKE.columns.length,
    width: '4.5rem',
    align: 'end',
    cell: (line) => length(of(line)),
    onlyWide: true,
  },
  {
    id: 'size',
    head: INTAKE.columns.size,
    width: '5.5rem',
    align: 'end',
    cell: (line) => size(line.planned.item.sizeBytes),
    onlyWide: true,
  },
];
