import { useNavigate, useSearchParams } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { PARTY } from '../../../text/party.ts';
import { dateInTable } from '../../../text/times.ts';
import { mayLookAt } from '../../../usecases/may-look-at.ts';
import { Button } from '../../kit/Button.tsx';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { type Column, DataTable } from '../../kit/DataTable.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { Columns, Row, Rows, Stack } from '../../kit/Layout.tsx';
import { registerSearch, WHOLE_REGISTER } from '../../kit/register-address.ts';
import { Sheet, SheetBody } from '../../kit/Sheet.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { Sub } from '../../kit/Words.tsx';
import { useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import {
  activitiesOfParty,
  casesOf,
  footageWords,
  type PartyLine,
  partiesFound,
  partiesOf,
  partyKey,
  partyLines,
} from './party-view.ts';

/** As many as can be looked over; a word narrows them. */
const SHOWN = 40;

/** /party?name=…: everything about one party; without a name, all of them. */
export default function PartyPage(): JSX.Element {
  const [address, setAddress] = useSearchParams();
  const [typed, setTyped] = createSignal('');
  const name = () => (typeof address.name === 'string' ? address.name : '');
  const seat = useSeat();
  const activities = createWatched(
    () => seat().record,
    async (model, viewer) => (await model.all('activity')).filter((activity) => mayLookAt(activity, viewer)),
  );
  const parties = createMemo(() => partiesOf(activities() ?? []));
  const found = createMemo(() => partiesFound(parties(), typed()).slice(0, SHOWN));
  return (
    <Page title={PARTY.title} purpose={PARTY.purpose} density="compact">
      <Show when={activities.fault()}>{(error) => <CannotRead error={error()} />}</Show>
      <Columns kind="clock">
        <Sheet bare>
          <SheetBody>
            <TextField
              id="find-party"
              label={PARTY.find}
              hint={PARTY.findHint}
              inputMode="search"
              value={typed()}
              onInput={setTyped}
            />
          </SheetBody>
          <Show
            when={found().length > 0}
            fallback={
              <SheetBody>
                {activities() === undefined ? '' : parties().length === 0 ? PARTY.none : PARTY.nothing}
              </SheetBody>
            }
          >
            <Rows>
              <For each={found()}>
                {(party) => (
                  <Row end={<Sub>{PARTY.count(party.activities)}</Sub>}>
                    <Button
                      size="s"
                      look="quiet"
                      pressed={party.key === partyKey(name())}
                      onPress={() => setAddress({ name: party.name })}
                    >
                      {party.name}
                    </Button>{' '}
                    <Sub>{PARTY.last(dateInTable(party.last))}</Sub>
                  </Row>
                )}
              </For>
            </Rows>
          </Show>
        </Sheet>
        <Show when={name() !== ''}>
          <OneParty name={name()} />
        </Show>
      </Columns>
    </Page>
  );
}

const COLUMNS: readonly Column<PartyLine>[] = [
  { id: 'no', head: PARTY.columns.no, width: 'min(7.5rem, 25vw)', cell: (line) => line.no },
  { id: 'day', head: PARTY.columns.day, width: 'min(6.5rem, 23vw)', cell: (line) => line.day },
  { id: 'what', head: PARTY.columns.what, cell: (line) => line.matters, title: (line) => line.matters },
  {
    id: 'where',
    head: PARTY.columns.where,
    width: '7rem',
    cell: (line) => line.place,
    title: (line) => line.place,
    onlyWide: true,
  },
  {
    id: 'case',
    head: PARTY.columns.caseNo,
    width: '6.5rem',
    onlyWide: true,
    cell: (line) => line.caseNo,
    title: (line) => line.caseNo,
  },
  {
    id: 'footage',
    head: PARTY.columns.footage,
    width: '3.5rem',
    align: 'end',
    cell: (line) => line.footage,
    onlyWide: true,
  },
  {
    id: 'said',
    head: PARTY.columns.said,
    width: 'min(6.5rem, 22vw)',
    cell: (line) => line.said,
    title: (line) => line.said,
  },
];

function OneParty(props: { readonly name: string }): JSX.Element {
  const navigate = useNavigate();
  const seat = useSeat();
  const watched = createWatched(
    () => ({ name: props.name, viewer: seat().record }),
    async (model, { name, viewer }) => {
      const all = (await model.all('activity')).filter((activity) => mayLookAt(activity, viewer));
      const activities = activitiesOfParty(all, name);
      const [courses, recordings] = await Promise.all([
        model.getMany(
          'course',
          activities.map(({ id }) => id),
        ),
        model.getMany(
          'recording',
          activities.flatMap((activity) => activity.recordings),
        ),
      ]);
      return { lines: partyLines(activities, courses), footage: footageWords(recordings), cases: casesOf(activities) };
    },
  );
  const inRegister = () => `/register${registerSearch({ ...WHOLE_REGISTER, text: props.name })}`;
  return (
    <Show when={watched()}>
      {(known) => (
        <Stack>
          <Sheet
            title={props.name}
            aside={
              <Button size="s" href={inRegister()}>
                {PARTY.inRegister}
              </Button>
            }
          >
            <Facts
              columns={2}
              facts={[
                { term: PARTY.activities, detail: PARTY.count(known().lines.length) },
                { term: PARTY.recordings, detail: known().footage },
                {
                  term: PARTY.cases,
                  detail: known().cases.length === 0 ? PARTY.noCase : known().cases.join(PARTY.join),
                  wide: true,
                },
              ]}
            />
          </Sheet>
          <Sheet title={PARTY.activities} bare>
            <DataTable
              name={PARTY.activities}
              rows={known().lines}
              columns={COLUMNS}
              rowId={(line) => line.id}
              rowName={(line) => line.no}
              onOpen={(line) => navigate(`/activities/${line.id}`)}
              minWidth="45rem"
            />
          </Sheet>
        </Stack>
      )}
    </Show>
  );
}
