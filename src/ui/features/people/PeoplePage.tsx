import { createMemo, createResource, createSignal, type JSX, Show } from 'solid-js';
import type { PersonId } from '../../../domain/ids.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import { ROLE } from '../../../text/nouns.ts';
import { PEOPLE } from '../../../text/people.ts';
import { Button } from '../../kit/Button.tsx';
import { type Column, DataTable } from '../../kit/DataTable.tsx';
import { Columns, Line, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { createNames, type Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { Page } from '../../shell/Page.tsx';
import { BureauSheet } from './BureauSheet.tsx';
import { DisplaySheet } from './DisplaySheet.tsx';
import { type PersonAct, PersonDialog } from './PersonDialog.tsx';
import { StationList } from './StationList.tsx';
import { WaitingKeys } from './WaitingKeys.tsx';

/** 人员与设置: who may sign, under which roles; the bureau; how this PC shows things. */
export default function PeoplePage(): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const names = createNames();
  const [act, setAct] = createSignal<PersonAct | null>(null);
  const [keys] = createResource(
    () =>
      names
        .registers()
        .persons.map((person) => person.keys.length)
        .join(),
    () => office.desk.keyring.personKeys(),
  );
  const here = createMemo(() => new Set((keys() ?? []).map((key) => key.person)));
  const may = () => seat().record.roles.some((role) => role === 'custodian' || role === 'legalAffairsOffice');
  const cannot = () => (may() ? undefined : PEOPLE.readOnly);
  const columns = createMemo(() => personColumns(names, here, may, setAct));
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
      <WaitingKeys names={names} cannot={cannot()} />
      <Sheet title={PEOPLE.persons} bare>
        <Show when={!may()}>
          <Note>{PEOPLE.readOnly}</Note>
        </Show>
        <DataTable
          name={PEOPLE.persons}
          rows={names.registers().persons}
          columns={columns()}
          rowId={(person) => person.id}
          rowName={(person) => names.person(person.id)}
          minWidth="60rem"
        />
      </Sheet>
      <Columns kind="record">
        <Stack>
          <Show when={names.registers().bureau}>{(bureau) => <BureauSheet bureau={bureau()} cannot={cannot()} />}</Show>
        </Stack>
        <Stack>
          <StationList names={names} cannot={cannot()} />
          <DisplaySheet />
        </Stack>
      </Columns>
      <Show when={act()} keyed>
        {(now) => <PersonDialog act={now} names={names} onClose={() => setAct(null)} />}
      </Show>
    </Page>
  );
}

function personColumns(
  names: Names,
  here: () => ReadonlySet<PersonId>,
  may: () => boolean,
  open: (act: PersonAct) => void,
): readonly Column<PersonRecord>[] {
  return [
    { id: 'name', head: PEOPLE.columns.name, width: '8rem', cell: (p) => names.person(p.id) },
    { id: 'no', head: PEOPLE.columns.officerNo, width: '7rem', cell: (p) => p.officerNo ?? '' },
    { id: 'certificate', head: PEOPLE.columns.certificate, width: '16rem', cell: certificate, title: certificate },
    { id: 'division', head: PEOPLE.columns.division, width: '9rem', cell: (p) => names.division(p.division) },
    { id: 'roles', head: PEOPLE.columns.roles, cell: (p) => p.roles.map((role) => ROLE[role]).join('、') },
    {
      id: 'key',
      head: PEOPLE.columns.key,
      width: '6rem',
      cell: (p) => (here().has(p.id) ? PEOPLE.keyHere : PEOPLE.keyElsewhere),
    },
    {
      id: 'acts',
      head: '',
      width: '11rem',
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
          </Line>
        </Show>
      ),
    },
  ];
}

const certificate = (person: PersonRecord): string => {
  const { certificateNo, certificateValid } = person;
  if (certificateNo === null) return '';
  return certificateValid.to === null ? certificateNo : PEOPLE.certificateTo(certificateNo, certificateValid.to);
};
