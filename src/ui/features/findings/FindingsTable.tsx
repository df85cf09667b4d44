import { createMemo, createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import { FINDING_DECISIONS } from '../../../domain/course-words.ts';
import type { DivisionId } from '../../../domain/ids.ts';
import type { Role } from '../../../domain/role.ts';
import { FINDING_STANDING } from '../../../text/course.ts';
import { FINDINGS } from '../../../text/findings-page.ts';
import { ROLE } from '../../../text/nouns.ts';
import { articleName } from '../../../text/times.ts';
import type { FindingStanding } from '../../../usecases/answer-finding.ts';
import { Button } from '../../kit/Button.tsx';
import { Checkbox } from '../../kit/Choices.tsx';
import { type Column, DataTable } from '../../kit/DataTable.tsx';
import { type AppliedFilter, Filters } from '../../kit/Filters.tsx';
import { Columns, Stack } from '../../kit/Layout.tsx';
import { Select } from '../../kit/Select.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Flag } from '../../kit/Words.tsx';
import { FindingActs } from '../../live/FindingActs.tsx';
import { createNames } from '../../live/names.ts';
import { useSeat } from '../../live/office.ts';
import styles from './findings.module.css';
import { articlesIn, type FindingRow, NO_FILTER, passes, type RowsFilter, rolesIn } from './findings-page-view.ts';

const C = FINDINGS.columns;
const W = FINDINGS.filter;

const COLUMNS: readonly Column<FindingRow>[] = [
  {
    id: 'flag',
    head: C.flag,
    width: 'min(12.75rem, 38vw)',
    cell: (row) => <Label row={row} />,
    title: (row) => row.line.head,
  },
  { id: 'fact', head: C.fact, cell: (row) => row.line.fact, title: (row) => row.line.fact },
  { id: 'about', head: C.about, width: '11rem', cell: (row) => row.about, title: (row) => row.about, onlyWide: true },
  { id: 'standing', head: C.standing, width: '6.5rem', cell: (row) => row.line.standingWords, onlyWide: true },
  { id: 'day', head: C.day, width: '6.5rem', cell: (row) => row.day, onlyWide: true },
];

function Label(props: { readonly row: FindingRow }): JSX.Element {
  return (
    <span class={styles.label}>
      <Show
        when={props.row.line.flag !== 'unexplained' && props.row.line.flag}
        fallback={<Flag grade="unexplained" article={props.row.line.finding.article} />}
      >
        {(grade) => <Flag grade={grade()}>{grade() === 'breach' ? undefined : props.row.line.head}</Flag>}
      </Show>
    </span>
  );
}

/** The list with its filters, and beside it the one that was opened, to be answered or decided. */
export function FindingsTable(props: { readonly rows: readonly FindingRow[] }): JSX.Element {
  const [filter, setFilter] = createSignal<RowsFilter>(NO_FILTER);
  const [opened, setOpened] = createSignal<string>();
  const change = (part: Partial<RowsFilter>): void => {
    setFilter((before) => ({ ...before, ...part }));
  };
  const shown = createMemo(() => props.rows.filter((row) => passes(row, filter())));
  const current = createMemo(() => props.rows.find(({ id }) => id === opened()));
  return (
    <>
      <FilterRow rows={props.rows} shown={shown().length} filter={filter()} onChange={change} />
      <Columns kind="side" fill>
        <Sheet bare fill>
          <DataTable
            name={FINDINGS.table}
            rows={shown()}
            columns={COLUMNS}
            rowId={(row) => row.id}
            rowName={(row) => row.line.fact}
            onOpen={(row) => setOpened(row.id)}
            waits={(row) => row.mine}
            empty={props.rows.length === 0 ? FINDINGS.none : FINDINGS.noMatch}
          />
        </Sheet>
        <Stack pane={FINDINGS.panel.heading}>
          <Sheet bare low title={FINDINGS.panel.heading}>
            <Show when={current()} fallback={<p class={styles.nothing}>{FINDINGS.panel.none}</p>}>
              {(row) => <Opened row={row()} />}
            </Show>
          </Sheet>
        </Stack>
      </Columns>
    </>
  );
}

function Opened(props: { readonly row: FindingRow }): JSX.Element {
  const seat = useSeat();
  const names = createNames();
  const { open } = FINDINGS.panel;
  const words = (): string => {
    const { kind } = props.row.unit.about;
    return kind === 'activity' ? open.activity : kind === 'intake' ? open.intake : open.recording;
  };
  const division = (): DivisionId => {
    const { about } = props.row.unit;
    return about.kind === 'activity' ? about.activity.division : seat().record.division;
  };
  return (
    <>
      <FindingActs
        name={FINDINGS.panel.heading}
        lines={[props.row.line]}
        division={division}
        who={names.person(seat().person)}
      />
      <p class={styles.nothing}>
        {props.row.about}
        <br />
        <Button size="s" look="quiet" href={props.row.href}>
          {words()}
        </Button>
      </p>
    </>
  );
}

const STANDINGS: readonly FindingStanding[] = ['to-explain', 'answered', ...FINDING_DECISIONS];

interface FilterRowProps {
  readonly rows: readonly FindingRow[];
  readonly shown: number;
  readonly filter: RowsFilter;
  readonly onChange: (part: Partial<RowsFilter>) => void;
}

function FilterRow(props: FilterRowProps): JSX.Element {
  const id = createUniqueId();
  return (
    <Filters
      counts={{ all: props.rows.length, shown: props.shown, selected: 0 }}
      applied={applied(props.filter)}
      onRemove={(name) => props.onChange({ [name]: NO_FILTER[name as keyof RowsFilter] })}
      onClear={() => props.onChange(NO_FILTER)}
    >
      <Select
        id={`${id}-article`}
        label={W.article}
        width="9rem"
        none={W.all}
        choices={articlesIn(props.rows).map((one) => ({ value: String(one), label: articleName(one) }))}
        value={props.filter.article === null ? '' : String(props.filter.article)}
        onChange={(value) => props.onChange({ article: value === '' ? null : Number(value) })}
      />
      <Select
        id={`${id}-standing`}
        label={W.standing}
        width="10rem"
        none={W.all}
        choices={STANDINGS.map((value) => ({ value, label: FINDING_STANDING[value] }))}
        value={props.filter.standing ?? ''}
        onChange={(value) => props.onChange({ standing: value === '' ? null : value })}
      />
      <Select
        id={`${id}-role`}
        label={W.answeredBy}
        width="9rem"
        none={W.all}
        choices={rolesIn(props.rows).map((value): { value: Role; label: string } => ({ value, label: ROLE[value] }))}
        value={props.filter.answeredBy ?? ''}
        onChange={(value) => props.onChange({ answeredBy: value === '' ? null : value })}
      />
      <Checkbox
        id={`${id}-mine`}
        label={W.mine}
        checked={props.filter.mine}
        onChange={(mine) => props.onChange({ mine })}
      />
    </Filters>
  );
}

const applied = ({ article, standing, answeredBy, mine }: RowsFilter): readonly AppliedFilter[] => [
  ...(article === null ? [] : [{ id: 'article', words: W.words.article(articleName(article)) }]),
  ...(standing === null ? [] : [{ id: 'standing', words: W.words.standing(FINDING_STANDING[standing]) }]),
  ...(answeredBy === null ? [] : [{ id: 'answeredBy', words: W.words.answeredBy(ROLE[answeredBy]) }]),
  ...(mine ? [{ id: 'mine', words: W.words.mine }] : []),
];
