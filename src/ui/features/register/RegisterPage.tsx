import { useNavigate, useSearchParams } from '@solidjs/router';
import { createMemo, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { MediumId, RecordingId } from '../../../domain/ids.ts';
import type { RegisterQuery, RegisterRow } from '../../../domain/ports/read-model.ts';
import { fromInstant } from '../../../domain/time.ts';
import { REGISTER } from '../../../text/register.ts';
import { STORE } from '../../../text/store.ts';
import { timeInTable } from '../../../text/times.ts';
import { Button } from '../../kit/Button.tsx';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { CopyCheckPanel } from '../../kit/CopyCheckPanel.tsx';
import { Note } from '../../kit/Note.tsx';
import { readRegisterAddress, registerAddress, registerSearch } from '../../kit/register-address.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { Sub } from '../../kit/Words.tsx';
import { FirstActs } from '../../live/FirstActs.tsx';
import { useFootageDesk } from '../../live/footage-desk.ts';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { Page } from '../../shell/Page.tsx';
import { type CopyChecks, createCopyChecks } from './copy-checks.ts';
import { ExportButton } from './ExportButton.tsx';
import { RegisterFilters } from './RegisterFilters.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { createRegisterRows } from './register-rows.ts';
import { createRegisterSelection, MOST_SELECTED } from './register-selection.ts';
import { mayExport, rowName } from './register-view.ts';
import { SelectedActs } from './SelectedActs.tsx';

/** /register: every recording of the bureau. The filters stand in the address, so that back and links keep them. */
export default function RegisterPage(): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const names = createNames();
  const navigate = useNavigate();
  const [address, setAddress] = useSearchParams();
  const query = createMemo(() => readRegisterAddress(address), undefined, { equals: sameQuery });
  const change = (part: Partial<RegisterQuery>): void =>
    setAddress(registerAddress({ ...query(), ...part }), { replace: true });
  const { listed, fault, more, upTo } = createRegisterRows(query);
  const { selected, select, selectAll, chosen } = createRegisterSelection(query, () => listed()?.rows ?? [], upTo);
  const checks = createCopyChecks(useFootageDesk(), office.desk.records);
  const printHref = () => `/print/F4${registerSearch(query())}`;
  const nothingYet = () => listed()?.all === 0;

  return (
    <Page
      title={REGISTER.title}
      purpose={
        <>
          {nothingYet() ? REGISTER.purposeEmpty : purpose(listed()?.asOf)} <a href="/party">{REGISTER.byParty}</a>{' '}
          <a href="/register/sample">{REGISTER.sample}</a>
        </>
      }
      density={nothingYet() ? 'comfortable' : 'compact'}
      onPrint={() => navigate(printHref())}
      actions={
        <Show when={(listed()?.all ?? 0) > 0}>
          <Show when={mayExport(seat().record)}>
            <ExportButton query={query()} naming={names} bureau={names.registers().bureau?.name ?? ''} />
          </Show>
          <Button href={printHref()}>{REGISTER.print}</Button>
        </Show>
      }
    >
      <Switch>
        <Match when={fault()}>{(error) => <CannotRead error={error()} />}</Match>
        <Match when={nothingYet()}>
          <NothingYet />
        </Match>
        <Match when={listed()}>
          {(now) => (
            <>
              <RegisterFilters
                query={query()}
                onChange={change}
                naming={names}
                officers={names
                  .registers()
                  .persons.filter((person) => person.roles.includes('officer'))
                  .map((person) => ({ value: person.id, label: names.person(person.id) }))}
                devices={names.registers().devices.map((one) => ({ value: one.id, label: names.device(one.id) }))}
                counts={{ all: now().all, shown: now().matching, selected: chosen().length }}
              />
              <Checks checks={checks} medium={names.medium} rows={now().rows} />
              <Sheet bare fill>
                <RegisterTable
                  rows={now().rows}
                  naming={names}
                  sort={query()}
                  onSort={change}
                  onOpen={(row) => navigate(`/register/${row.id}`)}
                  selected={selected()}
                  onSelect={select}
                  onSelectAll={() => void selectAll()}
                  onNearEnd={more}
                  bar={
                    <SelectedActs
                      rows={chosen()}
                      roles={seat().record.roles}
                      onClear={() => select(new Set())}
                      onCheck={() => checks.start(chosen().map((row) => row.id))}
                    />
                  }
                />
              </Sheet>
              <Show when={now().rows.length < now().matching}>
                <Sub>
                  {REGISTER.more(now().rows.length, now().matching)}
                  {chosen().length === MOST_SELECTED ? REGISTER.mostSelected(MOST_SELECTED) : ''}
                </Sub>
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </Page>
  );
}

const sameQuery = (a: RegisterQuery, b: RegisterQuery): boolean => JSON.stringify(a) === JSON.stringify(b);

const purpose = (asOf: Parameters<typeof timeInTable>[0] | undefined): string =>
  asOf === undefined ? REGISTER.purposeEmpty : REGISTER.purpose(timeInTable(asOf));

const NothingYet = (): JSX.Element => (
  <Sheet bare>
    <FirstActs title={REGISTER.empty.title} words={REGISTER.empty.words} />
  </Sheet>
);

interface ChecksProps {
  readonly checks: CopyChecks;
  readonly medium: (id: MediumId) => string;
  readonly rows: readonly RegisterRow[];
}

/** Rounds of 复核 begun here, above the table until they are put away. */
function Checks(props: ChecksProps): JSX.Element {
  const office = useOffice();
  const footage = useFootageDesk();
  const nameOf = (id: RecordingId): string => {
    const row = props.rows.find((one) => one.id === id);
    return row === undefined ? id.slice(0, 16) : rowName(row);
  };
  return (
    <>
      <Show when={props.checks.without()}>{(n) => <Note tone="wait" title={REGISTER.noCopies(n())} />}</Show>
      <For each={props.checks.rounds()}>
        {(round) => (
          <CopyCheckPanel
            medium={props.medium(round.medium)}
            job={round.job.job()}
            nowMs={fromInstant(office.now())}
            nameOf={nameOf}
            onStop={round.job.stop}
            onConnect={async () => {
              const connected = await footage.connectMedium(round.medium);
              return connected.ok ? undefined : STORE.refusal[connected.refusal.code];
            }}
            onAgain={() => props.checks.again(round)}
            onClose={() => props.checks.putAway(round.medium)}
          />
        )}
      </For>
    </>
  );
}
