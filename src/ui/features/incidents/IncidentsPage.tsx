import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { EntryId, StationId } from '../../../domain/ids.ts';
import { asId, type MediumId } from '../../../domain/ids.ts';
import { INCIDENTS } from '../../../text/incidents.ts';
import { BOOK_CARE } from '../../../text/pages.ts';
import { RULE } from '../../../text/refusals.ts';
import { timeInTable } from '../../../text/times.ts';
import { acknowledgeIncidents } from '../../../usecases/acknowledge-incidents.ts';
import { Button } from '../../kit/Button.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Table } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { SignDialog, type Signed } from '../../kit/SignDialog.tsx';
import { SubNav } from '../../kit/SubNav.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { Sub } from '../../kit/Words.tsx';
import { bookCareHref, createBookCareLinks } from '../../live/book-care.ts';
import { signAgain } from '../../live/dialog-signing.ts';
import { createNames, type Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { chosenFault, factWords, type IncidentLine, incidentLines, incidentWords } from './incidents-view.ts';

/** The older ones are in the book; a page shows no more. */
const MOST_SHOWN = 200;

/** 异常: what stations found that should not be, and who has seen it. */
export default function IncidentsPage(): JSX.Element {
  const seat = useSeat();
  const names = createNames();
  const links = createBookCareLinks();
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set());
  const [signing, setSigning] = createSignal(false);
  const watched = createWatched(
    () => null,
    (model) => model.all('incidents'),
  );
  const lines = createMemo(() => incidentLines(watched() ?? []));
  const picked = () => lines().filter(({ id }) => chosen().has(id));
  const may = () => seat().record.roles.some((role) => role === 'custodian' || role === 'legalAffairsOffice');
  const cannot = () => (may() ? chosenFault(picked()) : INCIDENTS.may);
  const toggle = (id: string, on: boolean): void => {
    const next = new Set(chosen());
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <Page
      title={INCIDENTS.title}
      purpose={INCIDENTS.purpose}
      density="compact"
      actions={
        <Button look="primary" opens="dialog" cannot={cannot()} reasonAt="before" onPress={() => setSigning(true)}>
          {INCIDENTS.acknowledge}
        </Button>
      }
    >
      <SubNav name={BOOK_CARE.examine} items={links()} current={bookCareHref('incidents')} />
      <Show
        when={lines().length > 0}
        fallback={
          <Sheet bare>
            <Empty title={INCIDENTS.none} words={INCIDENTS.noneWhy} />
          </Sheet>
        }
      >
        <Sheet bare title={INCIDENTS.title} sub={INCIDENTS.shown(Math.min(lines().length, MOST_SHOWN), lines().length)}>
          <Lines lines={lines().slice(0, MOST_SHOWN)} names={names} chosen={chosen()} may={may()} onToggle={toggle} />
        </Sheet>
      </Show>
      <Show when={signing()}>
        <AcknowledgeDialog
          chosen={picked()}
          names={names}
          onClose={() => setSigning(false)}
          onDone={() => {
            setChosen(new Set<string>());
            setSigning(false);
          }}
        />
      </Show>
    </Page>
  );
}

const stationName = (names: Names, id: string): string => names.station(id, INCIDENTS.unknownLink);

function Lines(props: {
  readonly lines: readonly IncidentLine[];
  readonly names: Names;
  readonly chosen: ReadonlySet<string>;
  readonly may: boolean;
  readonly onToggle: (id: string, on: boolean) => void;
}): JSX.Element {
  const C = INCIDENTS.columns;
  const seen = ({ incident: { acknowledged } }: IncidentLine): string => {
    if (acknowledged === null) return INCIDENTS.open;
    const who = acknowledged.by.kind === 'person' ? props.names.person(acknowledged.by.person) : '';
    return INCIDENTS.acknowledged(who, timeInTable(acknowledged.at));
  };
  return (
    <Table name={INCIDENTS.table} minWidth="56rem">
      <thead>
        <tr>
          <td />
          <th>{C.at}</th>
          <th>{C.station}</th>
          <th>{C.what}</th>
          <th>{C.who}</th>
          <th>{C.ack}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.lines}>
          {(line) => {
            const words = incidentWords(line.incident);
            return (
              <tr>
                <td>
                  <Show when={props.may && line.incident.acknowledged === null}>
                    <input
                      type="checkbox"
                      aria-label={INCIDENTS.pick(words.happened, timeInTable(line.incident.noted.at))}
                      checked={props.chosen.has(line.id)}
                      onChange={(event) => props.onToggle(line.id, event.currentTarget.checked)}
                    />
                  </Show>
                </td>
                <td>{timeInTable(line.incident.noted.at)}</td>
                <td>{stationName(props.names, line.station)}</td>
                <td>
                  {words.happened}
                  <br />
                  <Sub>{words.done}</Sub>
                </td>
                <td>
                  <Sub>
                    {factWords(
                      line.incident,
                      (id) => stationName(props.names, id),
                      (id) => props.names.medium(asId<MediumId>(id)),
                    )}
                  </Sub>
                </td>
                <td>
                  {seen(line)}
                  <Show when={line.incident.acknowledged?.remark}>
                    {(remark) => (
                      <>
                        <br />
                        <Sub>{remark()}</Sub>
                      </>
                    )}
                  </Show>
                </td>
              </tr>
            );
          }}
        </For>
      </tbody>
    </Table>
  );
}

function AcknowledgeDialog(props: {
  readonly chosen: readonly IncidentLine[];
  readonly names: Names;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const [remark, setRemark] = createSignal('');
  const me = () => seat().person;
  const sign = async (passphrase: string): Promise<Signed> => {
    const ids = props.chosen.map(({ id }) => id as EntryId);
    const [station, said] = [props.chosen[0]?.station ?? '', remark().trim() === '' ? null : remark().trim()];
    const signed = await signAgain(
      office,
      me(),
      passphrase,
      (by) => acknowledgeIncidents(office.desk, by, station as StationId, ids, said),
      (refusal) => RULE[refusal.rule],
    );
    if (signed.kind === 'done') props.onDone();
    return signed;
  };
  return (
    <SignDialog
      wide
      title={INCIDENTS.acknowledgeTitle(props.chosen.length)}
      sentence={INCIDENTS.says(
        props.names.person(me()),
        props.chosen.length,
        stationName(props.names, props.chosen[0]?.station ?? ''),
      )}
      correction={INCIDENTS.correction}
      act={INCIDENTS.acknowledge}
      wayOut={INCIDENTS.wayOut}
      done={INCIDENTS.acknowledgeTitle(props.chosen.length)}
      signer={{ id: me(), name: props.names.person(me()) }}
      onSign={sign}
      onClose={props.onClose}
    >
      <TextField
        id="incident-remark"
        label={INCIDENTS.remark}
        hint={INCIDENTS.remarkHint}
        optional
        rows={2}
        maxLength={500}
        value={remark()}
        onInput={setRemark}
      />
    </SignDialog>
  );
}
