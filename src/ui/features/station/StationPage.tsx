import { type Accessor, createSignal, type JSX, Show } from 'solid-js';
import type { Outcome } from '../../../base/outcome.ts';
import { RULE } from '../../../text/refusals.ts';
import { STATION } from '../../../text/station.ts';
import { STORE } from '../../../text/store.ts';
import { keyGroups, NOT_APPLICABLE, size, timeInTable, UNKNOWN } from '../../../text/times.ts';
import type { RuleRefusal, Seat } from '../../../usecases/desk.ts';
import type { BookExport } from '../../../usecases/export-book.ts';
import { Button } from '../../kit/Button.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { Columns, Line, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import type { StorageSafety } from '../../live/footage-desk.ts';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { Page } from '../../shell/Page.tsx';

export interface StationPageProps {
  readonly safety: Accessor<StorageSafety>;
  readonly askPersist: () => Promise<boolean>;
  readonly exportBook: (seat: Seat) => Promise<Outcome<BookExport, RuleRefusal>>;
  /** Hands one file to the browser's downloads. */
  readonly save: (name: string, content: Blob) => void;
  readonly offline: Accessor<'preparing' | 'ready' | 'unavailable'>;
  /** How the other PCs stand, as the rail says it. */
  readonly sync: Accessor<string>;
  readonly version: string;
}

/** 本站: who this PC is, where originals are, how safe that is, and the export. */
export default function StationPage(props: StationPageProps): JSX.Element {
  const office = useOffice();
  const names = createNames();
  const { station } = office.desk;
  const record = () => names.registers().stations.find((one) => one.id === station.station);
  return (
    <Page title={STATION.title} purpose={STATION.purpose}>
      <Columns kind="record">
        <Stack>
          <Sheet title={STATION.about}>
            <Facts
              facts={[
                { term: STATION.bureau, detail: names.registers().bureau?.name ?? NOT_APPLICABLE },
                { term: STATION.name, detail: record()?.name ?? NOT_APPLICABLE },
                { term: STATION.code, detail: station.code },
                { term: STATION.place, detail: record()?.place ?? NOT_APPLICABLE },
                { term: STATION.key, detail: keyGroups(office.desk.stationSigner.keyId), mono: true },
                { term: STATION.origin, detail: station.origin },
                { term: STATION.offline, detail: STATION.offlineStates[props.offline()] },
                { term: STATION.version, detail: props.version },
              ]}
            />
            <p>{STATION.originWhy}</p>
          </Sheet>
          <Note title={STATION.sync} act={<Button href="/sync">{STATION.goSync}</Button>}>
            {props.sync()}
          </Note>
        </Stack>
        <Stack>
          <Safety safety={props.safety} askPersist={props.askPersist} />
          <Export exportBook={props.exportBook} save={props.save} />
        </Stack>
      </Columns>
    </Page>
  );
}

function Safety(props: Pick<StationPageProps, 'safety' | 'askPersist'>): JSX.Element {
  const [refused, setRefused] = createSignal(false);
  const buffered = () =>
    props.safety().bufferedFiles === 0
      ? STATION.bufferedNone
      : STORE.listed(props.safety().bufferedFiles, size(props.safety().bufferedBytes));
  const free = () => {
    const bytes = props.safety().freeBytes;
    return bytes === null ? UNKNOWN : STATION.freeWords(size(bytes));
  };
  const names = createNames();
  /** The medium read last, whole files against the digests of the book. */
  const lastCheck = () => {
    const [newest] = names
      .registers()
      .media.flatMap(({ label, lastVerifiedAt: at }) => (at === null ? [] : [{ label, at }]))
      .sort((a, b) => (a.at < b.at ? 1 : -1));
    return newest === undefined ? STATION.neverChecked : STATION.checked(timeInTable(newest.at), newest.label ?? '');
  };
  return (
    <Sheet title={STATION.safety} waits={!props.safety().persisted}>
      <Stack>
        <Facts
          facts={[
            { term: STATION.persisted, detail: props.safety().persisted ? STATION.persistedYes : STATION.persistedNo },
            { term: STATION.buffered, detail: buffered() },
            { term: STATION.free, detail: free() },
            { term: STATION.lastCheck, detail: lastCheck() },
          ]}
        />
        <Show when={!props.safety().persisted}>
          <Line>
            <Button onPress={async () => setRefused(!(await props.askPersist()))}>{STATION.askPersist}</Button>
            <Show when={refused()}>
              <span role="status">{STATION.askRefused}</span>
            </Show>
          </Line>
        </Show>
        <p>{STATION.plainStore}</p>
      </Stack>
    </Sheet>
  );
}

function Export(props: Pick<StationPageProps, 'exportBook' | 'save'>): JSX.Element {
  const seat = useSeat();
  const [said, setSaid] = createSignal('');
  const cannot = () =>
    seat().record.roles.some((role) => role === 'custodian' || role === 'legalAffairsOffice')
      ? undefined
      : STATION.exportRole;
  const run = async () => {
    setSaid(STATION.exporting);
    const files = await props.exportBook(seat()).finally(() => setSaid(''));
    if (!files.ok) return void setSaid(RULE[files.refusal.rule]);
    const named = Object.entries(files.value);
    for (const [name, content] of named) props.save(name, content);
    setSaid(STATION.exported(named.length));
  };
  return (
    <Sheet title={STATION.export}>
      <Stack>
        <p>{STATION.exportWhy}</p>
        <Line>
          <Button cannot={cannot()} onPress={run}>
            {STATION.exportAct}
          </Button>
          <span role="status">{said()}</span>
        </Line>
      </Stack>
    </Sheet>
  );
}
