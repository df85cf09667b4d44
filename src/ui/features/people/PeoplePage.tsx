import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { EntryId } from '../../../domain/ids.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import { LEAVE, SECOND } from '../../../text/membership.ts';
import { ROLE } from '../../../text/nouns.ts';
import { PEOPLE } from '../../../text/people.ts';
import { waitingActs } from '../../../usecases/second-signature.ts';
import { Button } from '../../kit/Button.tsx';
import { type Column, DataTable } from '../../kit/DataTable.tsx';
import { DemonstrationSheet } from '../../kit/DemonstrationSheet.tsx';
import { Columns, Line, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { createKeysHere } from '../../live/keys-here.ts';
import { createNames, type Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { BureauSheet } from './BureauSheet.tsx';
import { Delegations } from './Delegations.tsx';
import { DisplaySheet } from './DisplaySheet.tsx';
import { LeaveDialog, type Leaver } from './LeaveDialog.tsx';
import { LeftSheet } from './LeftSheet.tsx';
import { isPresent, keyStateWords } from './membership-view.ts';
import { type PersonAct, PersonDialog } from './PersonDialog.tsx';
import styles from './people.module.css';
import { SecondSignatures } from './SecondSignatures.tsx';
import { StandingSheet } from './StandingSheet.tsx';
import { StationList } from './StationList.tsx';
import { WaitingKeys } from './WaitingKeys.tsx';

/** 人员与设置: who may sign, under which roles; the bureau; how this PC shows things. */
export default function PeoplePage(): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const names = createNames();
  const [act, setAct] = createSignal<PersonAct | null>(null);
  const [leaver, setLeaver] = createSignal<Leaver | null>(null);
  const [waited, setWaited] = createSignal<EntryId | null>(null);
  const keyOf = createKeysHere(() => names.registers().persons);
  const watched = createWatched(
    () => seat().person,
    (_, viewer) => waitingActs(office.desk, viewer),
  );
  const waiting = () => watched() ?? [];
  const stillWaits = () => waiting().find((one) => one.act === waited());
  const may = () => seat().own.some((role) => role === 'custodian' || role === 'legalAffairsOffice');
  const cannot = () => (may() ? undefined : PEOPLE.readOnly);
  const keyWords = (person: PersonRecord): string => keyStateWords(person, keyOf(person), waiting());
  const columns = createMemo(() => personColumns(names, keyWords, may, setAct, setLeaver));
  return (
    <Page
      title={PEOPLE.title}
      purpose={PEOPLE.purpose}
      density="compact"
      actions={
        <Button look="primary" cannot={cannot()} reasonAt="before" onPress={() => setAct({ kind: 'add' })}>
          {PEOPLE.add}
        </Button>
      }
    >
      <Show when={stillWaits()}>{(one) => <Note tone="wait" title={SECOND.waits(one().wanted)} />}</Show>
      <SecondSignatures names={names} waiting={waiting()} />
      <WaitingKeys names={names} cannot={cannot()} onWaits={setWaited} />
      <Sheet title={PEOPLE.persons} bare>
        <DataTable
          name={PEOPLE.persons}
          rows={names.registers().persons.filter(isPresent)}
          columns={columns()}
          rowId={(person) => person.id}
          rowName={(person) => names.person(person.id)}
          minWidth="66rem"
        />
      </Sheet>
      <StandingSheet names={names} />
      <Delegations names={names} />
      <LeftSheet names={names} cannot={cannot()} />
      <Columns kind="record">
        <Stack>
          <Show when={names.registers().bureau}>{(bureau) => <BureauSheet bureau={bureau()} cannot={cannot()} />}</Show>
        </Stack>
        <Stack>
          <StationList
            names={names}
            cannot={cannot()}
            onWithdraw={(record) => setLeaver({ kind: 'station', record })}
          />
          <DisplaySheet />
          <Show when={office.demonstration}>{(desk) => <DemonstrationSheet desk={desk()} />}</Show>
        </Stack>
      </Columns>
      <Show when={act()} keyed>
        {(now) => <PersonDialog act={now} names={names} onClose={() => setAct(null)} onWaits={setWaited} />}
      </Show>
      <Show when={leaver()} keyed>
        {(now) => <LeaveDialog leaver={now} names={names} onClose={() => setLeaver(null)} onWaits={setWaited} />}
      </Show>
    </Page>
  );
}

function personColumns(
  names: Names,
  keyWords: (person: PersonRecord) => string,
  may: () => boolean,
  open: (act: PersonAct) => void,
  leave: (leaver: Leaver) => void,
): readonly Column<PersonRecord>[] {
  return [
    { id: 'name', head: PEOPLE.columns.name, width: 'min(6.5rem, 32vw)', cell: nameCell(names) },
    { id: 'no', head: PEOPLE.columns.officerNo, width: '5.5rem', cell: (p) => p.officerNo ?? '', onlyWide: true },
    {
      id: 'certificate',
      head: PEOPLE.columns.certificate,
      width: '15.5rem',
      cell: certificate,
      title: certificate,
      onlyWide: true,
    },
    {
      id: 'division',
      head: PEOPLE.columns.division,
      width: '9rem',
      cell: (p) => names.division(p.division),
      onlyWide: true,
    },
    { id: 'roles', head: PEOPLE.columns.roles, cell: roleWords, title: roleWords, onlyWide: true },
    {
      id: 'key',
      head: PEOPLE.columns.key,
      width: '7rem',
      cell: keyWords,
      title: keyWords,
      onlyWide: true,
    },
    actsColumn(names, may, open, leave),
  ];
}

const actsColumn = (
  names: Names,
  may: () => boolean,
  open: (act: PersonAct) => void,
  leave: (leaver: Leaver) => void,
): Column<PersonRecord> => ({
  id: 'acts',
  head: '',
  width: 'min(14.5rem, 60vw)',
  cell: (person) => (
    <Show when={may()}>
      <Line>
        <Button
          size="s"
          look="quiet"
          name={PEOPLE.changeTitle(names.person(person.id))}
          onPress={() => open({ kind: 'change', person })}
        >
          {PEOPLE.change}
        </Button>
        <Button
          size="s"
          look="quiet"
          name={PEOPLE.newKeyTitle(names.person(person.id))}
          onPress={() => open({ kind: 'key', person })}
        >
          {PEOPLE.newKey}
        </Button>
        <Button
          size="s"
          look="quiet"
          opens="dialog"
          name={LEAVE.personTitle(names.person(person.id))}
          onPress={() => leave({ kind: 'person', record: person })}
        >
          {LEAVE.act}
        </Button>
      </Line>
    </Show>
  ),
});

/** On phones the roles stand under the name. */
const nameCell =
  (names: Names) =>
  (person: PersonRecord): JSX.Element => (
    <>
      {names.person(person.id)}
      <span class={styles.onPhone}>{roleWords(person)}</span>
    </>
  );

const roleWords = ({ roles }: PersonRecord): string => roles.map((role) => ROLE[role]).join('、');

const certificate = (person: PersonRecord): string => {
  const { certificateNo, certificateValid } = person;
  if (certificateNo === null) return '';
  return certificateValid.to === null ? certificateNo : PEOPLE.certificateTo(certificateNo, certificateValid.to);
};
