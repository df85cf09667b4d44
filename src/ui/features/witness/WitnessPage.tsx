import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { StationId } from '../../../domain/ids.ts';
import { shortCode } from '../../../ledger/witness.ts';
import { BOOK_CARE } from '../../../text/pages.ts';
import { timeInTable } from '../../../text/times.ts';
import { WITNESS } from '../../../text/witness.ts';
import { type WitnessedDay, witnessedDays, witnessesOf } from '../../../usecases/witnesses.ts';
import { Button } from '../../kit/Button.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { Columns, Stack, Table } from '../../kit/Layout.tsx';
import { Sheet, SheetBody } from '../../kit/Sheet.tsx';
import { SubNav } from '../../kit/SubNav.tsx';
import { Mono, Sub } from '../../kit/Words.tsx';
import { bookCareHref, createBookCareLinks } from '../../live/book-care.ts';
import { createNames, type Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { useSyncDesk } from '../../live/sync-desk.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { type MonthAct, MonthDialog } from './MonthDialog.tsx';
import styles from './witness.module.css';
import { type ClosingLine, closingLines, mayClose, mayConfirm, ofToday } from './witness-view.ts';

const MOST_DAYS = 14;

/** 见证: what each station signed of its book each day, who else holds that much, and the months closed by two. */
export default function WitnessPage(): JSX.Element {
  const office = useOffice();
  const names = createNames();
  const links = createBookCareLinks();
  const own = office.desk.station.station;
  const stations = () => names.registers().stations;
  const days = createWatched(
    () => stations().map(({ id }) => id),
    async (_, ids) => (await Promise.all(ids.map((id) => witnessedDays(office.desk, id, MOST_DAYS)))).flat(),
  );
  const byTime = createMemo(() => [...(days() ?? [])].sort((a, b) => (a.at < b.at ? 1 : -1)));
  const mine = () => byTime().filter(({ station }) => station === own);
  return (
    <Page title={WITNESS.title} purpose={WITNESS.purpose}>
      <SubNav name={BOOK_CARE.examine} items={links()} current={bookCareHref('witness')} />
      <Columns kind="record">
        <Stack>
          <Today day={ofToday(mine(), office.now())} names={names} />
        </Stack>
        <Stack>
          <Months latest={mine()[0] ?? null} names={names} />
        </Stack>
      </Columns>
      <Days days={byTime()} names={names} />
    </Page>
  );
}

/** Who signed to hold everything up to it. The station that made it does, without saying so. */
function createWitnesses(): (day: WitnessedDay) => readonly StationId[] {
  const sync = useSyncDesk();
  return ({ frontier, station }) =>
    witnessesOf(frontier, sync.report()?.receipts ?? []).filter((other) => other !== station);
}

function Today(props: { readonly day: WitnessedDay | null; readonly names: Names }): JSX.Element {
  const witnesses = createWitnesses();
  const alone = () => props.names.registers().stations.filter(({ left }) => left === undefined).length < 2;
  return (
    <Sheet title={WITNESS.today}>
      <Show when={props.day} fallback={<p>{WITNESS.notYet}</p>}>
        {(day) => (
          <Stack>
            <p class={styles.code}>{shortCode(day().root)}</p>
            <p>{WITNESS.todayWhy}</p>
            <Facts
              facts={[
                { term: WITNESS.facts.station, detail: props.names.station(day().station) },
                { term: WITNESS.facts.at, detail: timeInTable(day().at) },
                { term: WITNESS.facts.entries, detail: WITNESS.entries(day().entries) },
                {
                  term: WITNESS.facts.stations,
                  detail: alone() ? WITNESS.alone : WITNESS.by(witnesses(day()).length),
                },
              ]}
            />
          </Stack>
        )}
      </Show>
    </Sheet>
  );
}

function Days(props: { readonly days: readonly WitnessedDay[]; readonly names: Names }): JSX.Element {
  const office = useOffice();
  const witnesses = createWitnesses();
  const C = WITNESS.daysColumns;
  const name = (id: StationId): string => {
    const words = props.names.station(id);
    return id === office.desk.station.station ? WITNESS.own(words) : words;
  };
  const by = (day: WitnessedDay): string => WITNESS.byNames(witnesses(day).map((id) => props.names.station(id)));
  return (
    <Sheet title={WITNESS.days} bare>
      <Show when={props.days.length > 0} fallback={<SheetBody>{WITNESS.daysNone}</SheetBody>}>
        <Table name={WITNESS.daysTable} minWidth="44rem">
          <thead>
            <tr>
              <th>{C.day}</th>
              <th>{C.station}</th>
              <th>{C.code}</th>
              <th>{C.entries}</th>
              <th>{C.by}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.days}>
              {(day) => (
                <tr>
                  <td>{timeInTable(day.at)}</td>
                  <td>{name(day.station)}</td>
                  <td>
                    <Mono>{shortCode(day.root)}</Mono>
                  </td>
                  <td>{WITNESS.entries(day.entries)}</td>
                  <td>
                    {WITNESS.by(witnesses(day).length)} <Sub>{by(day)}</Sub>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </Table>
      </Show>
    </Sheet>
  );
}

function Months(props: { readonly latest: WitnessedDay | null; readonly names: Names }): JSX.Element {
  const seat = useSeat();
  const [act, setAct] = createSignal<MonthAct | null>(null);
  const watched = createWatched(
    () => null,
    (model) => model.all('monthClose'),
  );
  const lines = createMemo(() => closingLines(watched() ?? []));
  const rolesOf = (person: string) => props.names.registers().persons.find(({ id }) => id === person)?.roles ?? [];
  const me = () => ({ person: seat().person, roles: seat().record.roles });
  const cannot = () =>
    mayClose(seat().record.roles) ? (props.latest === null ? WITNESS.closeNone : undefined) : WITNESS.closeMay;
  return (
    <Sheet
      title={WITNESS.months}
      sub={WITNESS.monthsSub}
      bare
      aside={
        <Button
          size="s"
          opens="dialog"
          cannot={cannot()}
          onPress={() => props.latest !== null && setAct({ kind: 'close', latest: props.latest })}
        >
          {WITNESS.close}
        </Button>
      }
    >
      <Show when={lines().length > 0} fallback={<SheetBody>{WITNESS.monthsNone}</SheetBody>}>
        <MonthTable
          lines={lines()}
          names={props.names}
          mine={(line) => mayConfirm(line.closing, me(), rolesOf)}
          onConfirm={(line) => setAct({ kind: 'confirm', line })}
        />
      </Show>
      <Show when={act()} keyed>
        {(now) => <MonthDialog act={now} names={props.names} onClose={() => setAct(null)} />}
      </Show>
    </Sheet>
  );
}

function MonthTable(props: {
  readonly lines: readonly ClosingLine[];
  readonly names: Names;
  readonly mine: (line: ClosingLine) => boolean;
  readonly onConfirm: (line: ClosingLine) => void;
}): JSX.Element {
  const C = WITNESS.monthColumns;
  const who = (signed: ClosingLine['closing']['closed']): string =>
    signed.by.kind === 'person' ? props.names.person(signed.by.person) : '';
  return (
    <Table name={WITNESS.monthsTable} minWidth="30rem">
      <thead>
        <tr>
          <th>{C.month}</th>
          <th>{C.code}</th>
          <th>{C.closed}</th>
          <th>{C.confirmed}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.lines}>
          {(line) => (
            <tr>
              <td>{line.month}</td>
              <td>
                <Mono>{shortCode(line.closing.root)}</Mono>
              </td>
              <td>{who(line.closing.closed)}</td>
              <td>
                <Show when={line.closing.confirmed} fallback={WITNESS.waits}>
                  {(signed) => who(signed())}
                </Show>{' '}
                <Show when={props.mine(line)}>
                  <Button
                    size="s"
                    opens="dialog"
                    name={WITNESS.confirmOf(line.month)}
                    onPress={() => props.onConfirm(line)}
                  >
                    {WITNESS.confirm}
                  </Button>
                </Show>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </Table>
  );
}
